"""The door at which a stranger's pack is checked; what is behind it trusts the pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from notelint.packs.pattern import MOST_OF_PACK, check_replacement, pieces_of_entry, placeholders
from notelint.packs.schema import (
    LONGEST_NAME,
    MODELS,
    NAME,
    EntryModel,
    FixableModel,
    HeaderModel,
    PatternModel,
    RequiredModel,
    SpellingModel,
    WordListModel,
)
from notelint.validation import Located, Location, complaint, near_miss
from notelint.values import ConfigError, Place


def validate_pack(located: Located) -> None:
    """See that a pack is one.

    Raises:
        ConfigError: it is not; the message says where, what, and what is allowed.
    """
    if not isinstance(located.data, Mapping) or not located.data:
        problem = "a pack has the keys `pack`, `version` and `rules`"
        raise ConfigError(problem, place=Place(located.name))
    try:
        header = HeaderModel.model_validate(located.data)
    except ValidationError as error:
        raise complaint(located, error, HeaderModel) from error
    if sum(map(pieces_of_entry, header.rules.values())) > MOST_OF_PACK:
        problem = (
            f"have patterns and words of more than {MOST_OF_PACK:,} pieces, counts written out"
        )
        raise located.error(("rules",), problem)
    for name, entry in header.rules.items():
        location: Location = ("rules", name)
        if not re.fullmatch(NAME, name) or len(name) > LONGEST_NAME:
            raise located.error(location, "a rule's name should be like `house-rule`")
        model = _read_entry(located, location, entry)
        for part, problem in _contradictions(model):
            raise located.error((*location, *part), problem)


def _read_entry(located: Located, location: Location, entry: Mapping[str, Any]) -> EntryModel:
    model = MODELS.get(str(entry.get("kind")))
    if model is None:
        kinds = ", ".join(MODELS)
        problem = f"is required: {kinds}"
        if "kind" in entry:
            near = near_miss(str(entry["kind"]), MODELS)
            problem = f"should be {kinds}, not {entry['kind']!r}{near}"
        raise located.error((*location, "kind"), problem)
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        raise complaint(located, error, model, location) from error


def _contradictions(model: EntryModel) -> Iterator[tuple[Location, str]]:
    """What is wrong with an entry whose every key is right by itself."""
    has_fix = isinstance(model, FixableModel) and model.fix is not None
    said = placeholders(model.message)
    if isinstance(model, RequiredModel) and said:
        yield ("message",), "should have no placeholders, as nothing is found"
    if "replacement" in said and not has_fix:
        yield ("message",), "speaks of a `{replacement}`, and there is none"
    if isinstance(model, FixableModel):
        replaces = any(new is not None for new in model.replacements())
        if replaces and not has_fix:
            yield ("fix",), "is required, as there are replacements"
        if has_fix and not replaces:
            yield ("fix",), "has nothing to do, as there are no replacements"
    if isinstance(model, PatternModel):
        yield from _wrong_replacements(model)
    if isinstance(model, WordListModel):
        yield from _wrong_words(model)


def _wrong_replacements(model: PatternModel) -> Iterator[tuple[Location, str]]:
    for index, pair in enumerate(model.patterns):
        try:
            check_replacement(pair.find, pair.replace or "")
        except ValueError as error:
            yield ("patterns", index, "replace"), f"{error}, not {pair.replace!r}"


def _wrong_words(model: WordListModel) -> Iterator[tuple[Location, str]]:
    folded: set[str] = set()
    for word, new in model.words.items():
        key = word.lower() if isinstance(model, SpellingModel) else word
        if word == new:
            yield ("words", word), "should be replaced by something else"
        if key in folded:
            yield ("words", word), "stands there already in another letter case"
        folded.add(key)
