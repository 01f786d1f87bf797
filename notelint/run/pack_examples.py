"""The examples of a pack's rule, held against what the rule does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from notelint.config import ActiveRule
from notelint.lint import check, fix
from notelint.notes import read_note
from notelint.packs import PackRule
from notelint.validation import Location
from notelint.values import Applicability, NamedTuple, RunawayPatternError
from notelint.vault import FileNames, Vault


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


def count_examples(entry: Mapping[str, Any]) -> int:
    return len(list(_examples(entry)))


def failing_examples(rule: type[PackRule], entry: Mapping[str, Any]) -> Iterator[Failure]:
    """The examples of an entry that its rule does not bear out."""
    active = ActiveRule(rule(), rule.severity)
    for example in _examples(entry):
        try:
            for problem in _problems(active, example):
                yield Failure(example.location, problem)
        except RunawayPatternError as error:
            yield Failure(example.location, str(error))


def _examples(entry: Mapping[str, Any]) -> Iterator[_Example]:
    yield _Example(("bad",), entry["bad"], is_bad=True)
    yield _Example(("good",), entry["good"], is_bad=False)
    for index, case in enumerate(entry.get("cases", ())):
        found = case["found"]
        yield _Example(("cases", index), case["note"], bool(found), found, case.get("fixed"))


def _problems(active: ActiveRule, example: _Example) -> Iterator[str]:
    note = read_note("example.md", example.note)
    vault = Vault(FileNames.of([note.path]))
    found = [note[diagnostic.span] for diagnostic in check(note, [active], vault)]
    if example.found is not None and found != example.found:
        yield f"finds {_listed(found)}, not {_listed(example.found)}"
    elif example.is_bad and not found:
        yield "finds nothing"
    elif found and not example.is_bad:
        yield f"finds {_listed(found)}"
    fixed = fix(note, [active], vault, Applicability.UNSAFE)
    if fixed.left_out:
        yield from (f"cannot be mended: {left.name}: {left.reason}" for left in fixed.left_out)
    elif example.fixed is not None and fixed.after.content != example.fixed:
        yield f"is mended to {fixed.after.content!r}, not {example.fixed!r}"


def _listed(found: list[str]) -> str:
    return ", ".join(f"`{text}`" for text in found) or "nothing"
