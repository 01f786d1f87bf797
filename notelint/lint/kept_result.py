"""What was found in a note as a line of JSON: between processes, and from one run to the next.

The line has the places of all that it speaks of, so that the note need not be read to tell of them.
It is never trusted: one that says anything else than ``line_of`` writes says nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from notelint.config import ActiveRule
from notelint.lint.result import Result
from notelint.values import (
    Applicability,
    Diagnostic,
    Edit,
    Effect,
    Finding,
    Fix,
    Position,
    Related,
    Span,
    Text,
)

_SEPARATORS = (",", ":")
Rules = Mapping[str, ActiveRule]  # those that run, by their codes


class KeptText(Text):
    """The text of a note that was checked: it is read when more is asked for than some places."""

    def __init__(self, read: Callable[[], str], places: Mapping[int, tuple[int, int]]) -> None:
        vars(self).update(_read=read, _places=places)

    def __reduce__(self) -> tuple[type[Text], tuple[str]]:
        return Text, (self.content,)

    @cached_property
    def content(self) -> str:
        return str(vars(self)["_read"]())

    def position(self, offset: int) -> Position:
        if (place := vars(self)["_places"].get(offset)) is None:
            return super().position(offset)
        line, column = place
        return Position(line, column, offset)

    def anew(self) -> Text:
        return KeptText(vars(self)["_read"], vars(self)["_places"])


def can_be_kept(result: Result) -> bool:
    """Whether a result is all in its findings: nothing was changed, and nothing went wrong."""
    return result.was_parsed and not (result.complaints or result.is_changed or result.left_out)


def line_of(result: Result) -> str:
    """A result that can be kept."""
    if not result.findings:
        return "[]"
    found = [_finding_data(item) for item in result.findings]
    offsets = sorted({offset for item in result.findings for offset in _offsets(item)})
    places = [result.after.position(offset) for offset in offsets]
    data = [found, offsets, [at.line for at in places], [at.column for at in places]]
    return json.dumps(data, ensure_ascii=False, separators=_SEPARATORS)


def result_of(path: str, line: str, rules: Rules, read: Callable[[], str]) -> Result:
    """The result of which ``line_of`` made a line; ``read`` gives the text of the note.

    Raises:
        ValueError, TypeError: the line says anything else.
    """
    if line == "[]":
        text = KeptText(read, {})
        return Result(path, text, text)
    try:
        found, offsets, lines, columns = json.loads(line)
        text = KeptText(read, dict(zip(offsets, zip(lines, columns, strict=True), strict=True)))
        return Result(path, text, text, tuple(_diagnostic(path, item, rules) for item in found))
    except (RecursionError, KeyError, AttributeError) as error:
        raise ValueError("no result") from error


def _offsets(item: Diagnostic) -> Iterator[int]:
    """The offsets that reports tell the places of."""
    yield from item.span
    for other in item.finding.related:
        yield from other.span
    for edit in item.fix.edits if item.fix else ():
        yield from edit.span


def _finding_data(item: Diagnostic) -> list[Any]:
    found, fix = item.finding, item.fix
    data: list[Any] = [item.code, *found.span, found.message]
    if fix is None and not (found.related or found.unnamed or found.target):
        return data
    effects = sorted(effect.value for effect in fix.effects) if fix else []
    edits = [[*edit.span, edit.text] for edit in fix.edits] if fix else []
    related = [[other.path, *other.span, other.message] for other in found.related]
    fixing = [fix.title, int(fix.applicability), edits, effects] if fix else None
    return [*data, fixing, related, found.unnamed, found.target]


def _diagnostic(path: str, data: list[Any], rules: Rules) -> Diagnostic:
    code, start, end, message, *more = data
    fixing, related, unnamed, target = more or (None, [], 0, "")
    rule, severity, _ = rules[code]
    finding = Finding(
        Span(*map(_number, (start, end))),
        _string(message),
        _fix(*fixing) if fixing else None,
        tuple(_related(*other) for other in related),
        _number(unnamed),
        _string(target),
    )
    return Diagnostic(code, rule.name, severity, path, finding)


def _fix(title: object, applicability: int, edits: list[Any], effects: list[str]) -> Fix:
    made = tuple(
        Edit(Span(_number(start), _number(end)), _string(text)) for start, end, text in edits
    )
    return Fix(_string(title), made, Applicability(applicability), frozenset(map(Effect, effects)))


def _related(path: object, start: object, end: object, message: object) -> Related:
    return Related(_string(path), Span(_number(start), _number(end)), _string(message))


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError("no number")
    return value


def _string(value: object) -> str:
    if type(value) is not str:
        raise TypeError("no string")
    return value
