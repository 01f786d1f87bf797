"""The examples of a pack's rule, held against what the rule does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from notelint.config.settings import ActiveRule
from notelint.lint.checker import check
from notelint.lint.fixer import mend
from notelint.notes.note import Note
from notelint.packs.kinds import PackRule
from notelint.validation.located import Location
from notelint.values.diagnostic import Applicability
from notelint.values.error import RunawayError
from notelint.values.text import Text
from notelint.vault.vault import Vault


class Failure(NamedTuple):
    """An example that does not hold: the key where it stands in its entry, and why."""

    location: Location
    problem: str


class _Example(NamedTuple):
    """A note, and what is said of it; None where nothing is said."""

    location: Location
    note: str
    is_bad: bool
    found: list[str] | None = None
    fixed: str | None = None


def count(entry: Mapping[str, Any]) -> int:
    return len(list(_examples(entry)))


def failures(rule: type[PackRule], entry: Mapping[str, Any]) -> Iterator[Failure]:
    """The examples of an entry that its rule does not bear out."""
    active = ActiveRule(rule(), rule.severity)
    for example in _examples(entry):
        try:
            for problem in _problems(active, example):
                yield Failure(example.location, problem)
        except RunawayError as error:
            yield Failure(example.location, str(error))


def _examples(entry: Mapping[str, Any]) -> Iterator[_Example]:
    yield _Example(("bad",), entry["bad"], is_bad=True)
    yield _Example(("good",), entry["good"], is_bad=False)
    for index, case in enumerate(entry.get("cases", ())):
        found = case["found"]
        yield _Example(("cases", index), case["note"], bool(found), found, case.get("fixed"))


def _problems(active: ActiveRule, example: _Example) -> Iterator[str]:
    note = Note.read("example.md", Text(example.note))
    vault = Vault((note.path,))
    found = [note[diagnostic.span] for diagnostic in check(note, [active], vault)]
    if example.found is not None and found != example.found:
        yield f"finds {_listed(found)}, not {_listed(example.found)}"
    elif example.is_bad and not found:
        yield "finds nothing"
    elif found and not example.is_bad:
        yield f"finds {_listed(found)}"
    mended = mend(note, [active], vault, Applicability.UNSAFE)
    if mended.refusal:
        yield f"cannot be mended: {mended.refusal}"
    elif example.fixed is not None and mended.note.text.content != example.fixed:
        yield f"is mended to {mended.note.text.content!r}, not {example.fixed!r}"


def _listed(found: list[str]) -> str:
    return ", ".join(f"`{text}`" for text in found) or "nothing"
