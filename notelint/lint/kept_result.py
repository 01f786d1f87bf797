"""What was found in a note as a line of JSON: between processes, and from one run to the next.

The line has the places of all that it speaks of, so that the note need not be read to tell of them.
It is never trusted: one that says anything else than ``line_of`` writes says nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import chain, pairwise
from typing import Any

from notelint.config import ActiveRule
from notelint.lint.result import Result, Tally
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
    lines_and_columns,
)

_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_HIGHEST = 2_000_000_000  # of an offset, a line, a count
_BEHIND_TALLY = "\t"
_NOTHING: tuple[list[Any], ...] = ([], [], [], [])
_MARKS: Mapping[Applicability | None, str] = {
    None: ".",
    Applicability.MANUAL: "-",
    Applicability.UNSAFE: "?",
    Applicability.SAFE: "*",
}
_APPLICABILITIES = {mark: applicability for applicability, mark in _MARKS.items()}
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
        """A place that was kept, until the text is read: the note may be another one by then."""
        place = None if "content" in vars(self) else vars(self)["_places"].get(offset)
        if place is None:
            return super().position(offset)
        line, column = place
        return Position(line, column, offset)

    def anew(self) -> Text:
        return KeptText(vars(self)["_read"], vars(self)["_places"])


class KeptResult(Result):
    """The result of which ``line_of`` made a line: it is read anew whenever its findings are asked
    for, since a run keeps all its results, and tells of one at a time. ``prefix`` leads to the
    vault; ``read`` gives the text of the note at a path in it."""

    def __init__(
        self, path: str, line: str, rules: Rules, read: Callable[[str], str], prefix: str = ""
    ) -> None:
        vars(self).update(path=prefix + path, _kept=(path, line, rules, read))

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        return self._told()[0]

    @property
    def before(self) -> Text:
        return self._told()[1]

    @property
    def after(self) -> Text:
        return self._told()[1]

    @property
    def has_findings(self) -> bool:
        return bool(vars(self)["_kept"][1])

    def tally(self) -> Iterator[Tally]:
        _, line, rules, _ = vars(self)["_kept"]
        for kind in line.partition(_BEHIND_TALLY)[0].split():
            rule, severity, _ = rules[kind[:-1]]
            yield Tally(rule.code, rule.name, severity, _APPLICABILITIES[kind[-1]])

    def placed(self) -> Iterator[tuple[Diagnostic, Text]]:
        if self.has_findings:
            findings, text = self._told()
            yield from ((item, text) for item in findings)

    def under(self, prefix: str) -> Result:
        path, line, rules, read = vars(self)["_kept"]
        return KeptResult(path, line, rules, read, prefix)

    def whole(self) -> Result:
        findings, text = self._told()
        return Result(self.path, text, text, findings)

    def _told(self) -> tuple[tuple[Diagnostic, ...], Text]:
        """The findings and the text of the note; no findings where the line is broken."""
        path, line, rules, read = vars(self)["_kept"]
        found = line.partition(_BEHIND_TALLY)[2]
        try:
            told, *numbers = json.loads(found) if found else _NOTHING
            offsets, lines, columns = map(_numbers, numbers)
            places = dict(zip(offsets, zip(lines, columns, strict=True), strict=True))
            findings = tuple(_diagnostic(self.path, item, rules) for item in told)
        except (TypeError, ValueError, RecursionError):
            findings, places = (), {}
        return findings, KeptText(lambda: read(path), places)


def can_be_kept(result: Result) -> bool:
    """Whether a result is all in its findings: nothing was changed, and nothing went wrong."""
    return result.was_parsed and not (result.complaints or result.is_changed or result.left_out)


def line_of(result: Result) -> str:
    """A result that can be kept: its kinds of findings, one for each, and all that they say."""
    if not result.findings:
        return ""
    found = [_finding_data(item) for item in result.findings]
    offsets = sorted({*chain.from_iterable(map(_offsets, result.findings))})
    data = [found, offsets, *lines_and_columns(result.after, offsets)]
    tally = " ".join(item.code + _mark(item) for item in result.findings)
    return tally + _BEHIND_TALLY + _JSON.encode(data)


def _mark(item: Diagnostic) -> str:
    return _MARKS[item.fix.applicability if item.fix else None]


def is_line(line: str, rules: Rules) -> bool:
    """Whether it begins as one that ``line_of`` wrote, of these rules."""
    tally = line.partition(_BEHIND_TALLY)[0]
    return all(kind[:-1] in rules and kind[-1] in _APPLICABILITIES for kind in tally.split())


def _offsets(item: Diagnostic) -> list[int]:
    """The offsets that reports tell the places of."""
    span, _, fix, related, *_ = item.finding
    offsets = [*span]
    for other in related:
        offsets += other.span
    for edit in fix.edits if fix else ():
        offsets += edit.span
    return offsets


def _finding_data(item: Diagnostic) -> list[Any]:
    found, fix = item.finding, item.fix
    data: list[Any] = [item.code, *found.span, found.message]
    if fix is None and not (found.related or found.unnamed or found.target):
        return data
    effects = sorted([effect.value for effect in fix.effects]) if fix else []
    edits = [[*edit.span, edit.text] for edit in fix.edits] if fix else []
    related = [[other.path, *other.span, other.message] for other in found.related]
    fixing = [fix.title, int(fix.applicability), edits, effects] if fix else None
    return [*data, fixing, related, found.unnamed, found.target]


def _diagnostic(path: str, data: list[Any], rules: Rules) -> Diagnostic:
    code, start, end, message, *more = data
    fixing, related, unnamed, target = more or (None, [], 0, "")
    if code not in rules:
        raise ValueError("no rule")
    rule, severity, _ = rules[code]
    finding = Finding(
        _span(start, end),
        _string(message),
        _fix(*fixing) if fixing else None,
        tuple(_related(*other) for other in related),
        _number(unnamed),
        _string(target),
    )
    return Diagnostic(code, rule.name, severity, path, finding)


def _fix(title: object, applicability: int, edits: list[Any], effects: list[str]) -> Fix:
    made = tuple(Edit(_span(start, end), _string(text)) for start, end, text in edits)
    if len(made) > 1 and any(a.span.end > b.span.start for a, b in pairwise(sorted(made))):
        raise ValueError("edits overlap")
    return Fix(_string(title), made, Applicability(applicability), frozenset(map(Effect, effects)))


def _related(path: object, start: object, end: object, message: object) -> Related:
    return Related(_string(path), _span(start, end), _string(message))


def _span(start: object, end: object) -> Span:
    if type(start) is type(end) is int and 0 <= start <= end <= _HIGHEST:
        return Span(start, end)
    raise TypeError("no span")


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _HIGHEST:
        raise TypeError("no number")
    return value


def _numbers(row: Any) -> list[int]:
    if type(row) is not list or {*map(type, row)} - {int}:
        raise TypeError("no numbers")
    if row and not 0 <= min(row) <= max(row) <= _HIGHEST:
        raise ValueError("no numbers")
    return row


def _string(value: object) -> str:
    if type(value) is not str:
        raise TypeError("no string")
    return value
