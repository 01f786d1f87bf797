"""The door at which a stranger's pack is checked; what is behind it trusts the pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from notelint.packs.pattern import check_replacement, placeholders
from notelint.packs.schema import (
    LONGEST_NAME,
    MODELS,
    NAME,
    EntryModel,
    HeaderModel,
    MendingModel,
    PatternModel,
    RequiredModel,
    SpellingModel,
    WordListModel,
)
from notelint.validation.hint import near_miss
from notelint.validation.located import Location, Marked, dotted
from notelint.validation.model import complaint
from notelint.values.error import NotelintError


def validate_pack(marked: Marked) -> None:
    """See that a pack is one.

    Raises:
        NotelintError: it is not; the message says where, what, and what is allowed.
    """
    if not isinstance(marked.data, Mapping) or not marked.data:
        raise NotelintError(f"{marked.name}: a pack has the keys `pack`, `version` and `rules`")
    try:
        header = HeaderModel.model_validate(marked.data)
    except ValidationError as error:
        raise complaint(marked, error, HeaderModel) from error
    for name, entry in header.rules.items():
        location: Location = ("rules", name)
        if not re.fullmatch(NAME, name) or len(name) > LONGEST_NAME:
            raise _error(marked, location, "a rule's name should be like `house-rule`")
        model = _read_entry(marked, location, entry)
        for part, problem in _contradictions(model):
            raise _error(marked, (*location, *part), problem)


def _read_entry(marked: Marked, location: Location, entry: Mapping[str, Any]) -> EntryModel:
    model = MODELS.get(str(entry.get("kind")))
    if model is None:
        kinds = ", ".join(MODELS)
        problem = f"is required: {kinds}"
        if "kind" in entry:
            near = near_miss(str(entry["kind"]), MODELS)
            problem = f"should be {kinds}, not {entry['kind']!r}{near}"
        raise _error(marked, (*location, "kind"), problem)
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        raise complaint(marked, error, model, location) from error


def _contradictions(model: EntryModel) -> Iterator[tuple[Location, str]]:
    """What is wrong with an entry whose every key is right by itself."""
    has_fix = isinstance(model, MendingModel) and model.fix is not None
    said = placeholders(model.message)
    if isinstance(model, RequiredModel) and said:
        yield ("message",), "should have no placeholders, as nothing is found"
    if "replacement" in said and not has_fix:
        yield ("message",), "speaks of a `{replacement}`, and there is none"
    if isinstance(model, MendingModel):
        mends = any(new is not None for new in model.replacements())
        if mends and not has_fix:
            yield ("fix",), "is required, as there are replacements"
        if has_fix and not mends:
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
        key = word.casefold() if isinstance(model, SpellingModel) else word
        if word == new:
            yield ("words", word), "should be replaced by something else"
        if key in folded:
            yield ("words", word), "stands there already in another letter case"
        folded.add(key)


def _error(marked: Marked, location: Location, problem: str) -> NotelintError:
    return NotelintError(f"{marked.place(location)}: {dotted(location)}: {problem}")
