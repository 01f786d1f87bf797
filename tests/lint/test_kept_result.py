"""What was found in a note as a line: whole again in another run, and refused where it is wrong."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.kept_runs import ALL_RULES

from notelint.lint import KeptResult, LeftOut, Result, can_be_kept, is_line, line_of
from notelint.values import (
    Applicability,
    Diagnostic,
    Edit,
    Effect,
    Finding,
    Fix,
    Related,
    Severity,
    Span,
    Text,
)

RULES = {active.rule.code: active for active in ALL_RULES.rules}
TEXT = "one\n" * 20 + "\ttwo three\r\n𝔸 four\rfive"
many = settings(max_examples=200, deadline=None, derandomize=True)
words = st.text(st.characters(codec=None), max_size=6)  # lone surrogates too, as in file names
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda ends: Span(min(ends), max(ends))
)


def _apart(edits: list[Edit]) -> tuple[Edit, ...]:
    """Those that begin behind the ones before."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.span.start >= kept[-1].span.end:
            kept.append(edit)
    return tuple(kept)


fixes = st.builds(
    Fix,
    words,
    st.lists(st.builds(Edit, spans, words), max_size=3).map(_apart),
    st.sampled_from(Applicability),
    st.frozensets(st.sampled_from(Effect)),
)
findings = st.builds(
    Finding,
    spans,
    words,
    st.none() | fixes,
    st.lists(st.builds(Related, words, spans, words), max_size=2).map(tuple),
    st.integers(0, 9),
    words,
)


def result_with(*found: Finding, text: str = TEXT) -> Result:
    """A result in which every finding is of another rule."""
    rules = list(RULES.values())
    items = tuple(
        Diagnostic(active.rule.code, active.rule.name, active.severity, "a.md", finding)
        for active, finding in zip(rules, found, strict=False)
    )
    return Result("a.md", Text(text), Text(text), items)


def unread(_path: str) -> str:
    raise AssertionError("the note was opened")


@many
@given(st.lists(findings, max_size=3))
def test_a_result_is_whole_again_and_its_note_is_not_opened(found: list[Finding]) -> None:
    result = result_with(*found)
    told = KeptResult("a.md", line_of(result), RULES, unread)
    assert told.findings == result.findings
    assert [*told.tally()] == [*result.tally()]
    assert told.has_findings is result.has_findings
    assert [item for item, _ in told.placed()] == [*result.findings]
    assert is_line(line_of(result), RULES)
    for item in result.findings:
        ends = [*item.span]
        ends += [end for other in item.finding.related for end in other.span]
        ends += [end for edit in (item.fix.edits if item.fix else ()) for end in edit.span]
        for text in (told.after, told.after.anew()):
            assert [*map(text.position, ends)] == [*map(result.after.position, ends)]


def test_the_severity_is_that_of_the_settings() -> None:
    line = line_of(result_with(Finding(Span(0, 1), "m")))
    rules = {code: active._replace(severity=Severity.INFO) for code, active in RULES.items()}
    [found] = KeptResult("a.md", line, rules, unread).findings
    assert found.severity is Severity.INFO


def test_the_text_is_read_when_it_is_asked_for() -> None:
    told = KeptResult("a.md", line_of(result_with(Finding(Span(0, 3), "m"))), RULES, lambda _: TEXT)
    assert told.after[Span(0, 3)] == "one"
    assert told.after.line_at(81).content == "\ttwo three"
    assert told.after.position(90) == Text(TEXT).position(90)
    assert pickle.loads(pickle.dumps(told.after)) == Text(TEXT)
    assert told.after.anew().content == TEXT
    assert told.whole().findings == told.findings


def test_a_result_is_told_of_from_a_folder_above_the_vault() -> None:
    asked: list[str] = []
    told = KeptResult("a.md", line_of(result_with(Finding(Span(0, 3), "m"))), RULES, asked.append)
    under = told.under("vault/")
    assert (under.path, [item.path for item in under.findings]) == ("vault/a.md", ["vault/a.md"])
    assert under.after.content == "None"  # of the vault's own path
    assert asked == ["a.md"]


def test_a_place_is_that_of_the_text_once_this_was_read() -> None:
    """The note may have been cut short meanwhile, and its lines are counted by what is read."""
    line = line_of(result_with(Finding(Span(80, 85), "m")))
    text = KeptResult("a.md", line, RULES, lambda _: "short").after
    assert text.position(80).line == 21
    assert text.line_at(80).content == "short"
    assert text.position(80) == Text("short").position(80)


@pytest.mark.parametrize(
    "change",
    [
        {"error": "e"},
        {"stopped": ("s",)},
        {"was_parsed": False},
        {"left_out": (LeftOut("a.md", 1, 1, "n", 0, "r"),)},
        {"fixed": result_with(Finding(Span(0, 0), "")).findings},
        {"allowed": result_with(Finding(Span(0, 0), "")).findings},
    ],
)
def test_what_is_not_all_in_the_findings_is_not_kept(change: dict[str, Any]) -> None:
    result = result_with(Finding(Span(0, 1), "m"))
    assert can_be_kept(result)
    assert not can_be_kept(replace(result, **change))


# --- hostile lines

CODE = next(iter(RULES))
FIX = ["t", 2, [[0, 1, "x"], [1, 2, "y"]], ["targets"]]
RIGHT: list[Any] = [
    [[CODE, 0, 1, "m", FIX, [["b.md", 0, 1, "r"]], 1, "t"]], [0, 1, 2], [1, 1, 1], [1, 2, 3],
]  # fmt: skip
WRONG = (None, True, -1, 1.5, 10**30, "x", [], {}, [[]], {"a": 1}, [None], "\ud800", float("nan"))


def _places(data: Any, path: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    """Every place in a list of lists."""
    inside = enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for index, item in inside for place in _places(item, (*path, index)))]


def _with(data: Any, path: tuple[int, ...], value: Any) -> Any:
    if not path:
        return value
    changed = list(data)
    changed[path[0]] = _with(data[path[0]], path[1:], value)
    return changed


def line_with(data: Any) -> str:
    return f"{CODE}*\t{data if isinstance(data, str) else json.dumps(data)}"


def test_the_right_line_is_right() -> None:
    [found] = KeptResult("a.md", line_with(RIGHT), RULES, unread).findings
    assert found.finding.related == (Related("b.md", Span(0, 1), "r"),)
    assert found.fix is not None
    assert found.fix.effects == {Effect.TARGETS}


@pytest.mark.parametrize("place", _places(RIGHT))
def test_a_value_of_another_type_is_none_or_means_a_result(place: tuple[int, ...]) -> None:
    for value in WRONG:
        told = KeptResult("a.md", line_with(_with(RIGHT, place, value)), RULES, lambda _: TEXT)
        for item in told.findings:
            assert isinstance(item.severity, Severity)
            assert 0 <= item.span.start <= item.span.end
            assert {type(item.message), type(item.finding.target)} == {str}
            assert all(type(number) is int for number in told.after.position(item.span.start))


@pytest.mark.parametrize(
    "data",
    [
        *("", "[", "{}", "7", "null", '"x"', "[[]]", "[1,2,3,4]", "[[],[],[]]", "[[],[],[],[],[]]"),
        *("[[],[1],[],[]]", "[[],[1],[1],[]]", "[" * 100_000, "[[],[NaN],[1],[1]]", "\0"),
        json.dumps(_with(RIGHT, (0, 0, 0), "NL999")),
        json.dumps(_with(RIGHT, (0, 0, 1), 2)),
        json.dumps(_with(RIGHT, (0, 0, 4, 1), 9)),
        json.dumps(_with(RIGHT, (0, 0, 4, 2), [[0, 2, "x"], [1, 3, "y"]])),
        json.dumps(_with(RIGHT, (0, 0, 4, 3), ["no effect"])),
        f'[[["{CODE}",0,{"9" * 5000},"m"]],[],[],[]]',
    ],
)
def test_data_that_say_anything_else_have_no_findings(data: str) -> None:
    told = KeptResult("a.md", line_with(data), RULES, lambda _: TEXT)
    assert told.findings == ()
    assert [*told.placed()] == []
    assert told.after.position(1) == Text(TEXT).position(1)


@pytest.mark.parametrize(
    "line", ["x", "[]", "[[]]", "NL999*\t", f"{CODE}\t", f"{CODE}!\t", f"{CODE}* *\t", "*\t", "\0"]
)
def test_a_line_that_begins_otherwise_is_none(line: str) -> None:
    assert not is_line(line, RULES)
    assert is_line("", RULES)
