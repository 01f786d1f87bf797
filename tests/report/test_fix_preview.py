"""The lines that a fix makes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.report.fix_preview import MOST_LINES, preview
from notelint.report.terminal import columns
from notelint.values import Edit, Fix, Span, Text, apply_edits


def shown(note: str, *edits: tuple[int, int, str], width: int = 40) -> list[str]:
    fix = Fix("mend it", tuple(Edit(Span(start, end), text) for start, end, text in edits))
    return ["-+"[made] + line for made, line in preview(fix, Text(note), width)]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("note", "edits", "lines"),
    [
        ("one\ntwo\nthree\n", [("two", "2")], ["+2"]),
        ("one\na two b\nthree", [("two", "2")], ["+a 2 b"]),
        ("a b a\nc", [("a b", "x"), ("c", "d")], ["+x a", "+d"]),
        ("a\nb\nc\nd", [("a", "x"), ("d", "y")], ["+x", "+y"]),
        ("one\ntwo\nthree", [("two\n", "")], ["-two"]),
        ("one\ntwo\nthree", [("\ntwo", "")], ["+one"]),
        ("one\ntwo", [("one\ntwo", "both")], ["+both"]),
        ("one \ntwo", [("e ", "e")], ["+one"]),
        ("one\ntwo\nthree", [("two\n", "a\nb\n")], ["+a", "+b"]),
        ("one\n\ntwo", [("one\n\n", "one\n")], ["+one"]),
    ],
)
def test_what_is_shown_are_the_lines_that_come_of_it(
    note: str, edits: list[tuple[str, str]], lines: list[str], ending: str
) -> None:
    note = note.replace("\n", ending)
    made = []
    for old, new in edits:
        start = note.index(old.replace("\n", ending))
        made.append((start, start + len(old.replace("\n", ending)), new.replace("\n", ending)))
    assert shown(note, *made) == lines


@pytest.mark.parametrize(
    ("at", "text", "lines"),
    [
        (0, "## New\n", ["+## New"]),
        (3, "\n## New\n- ", ["+## New", "+- "]),
        (1, "x", ["+oxne"]),
        (0, "\n", ["+"]),
    ],
)
def test_what_is_put_in_is_shown_without_its_neighbours(
    at: int, text: str, lines: list[str]
) -> None:
    assert shown("one\ntwo\n", (at, at, text)) == lines


def test_a_long_line_is_shown_around_the_change() -> None:
    line = "a" * 10_000 + "HERE" + "b" * 10_000
    [made] = shown(line, (10_000, 10_004, "there"))
    assert "athereb" in made
    assert made.startswith("+…")
    assert columns(made) < 45


def test_of_many_lines_the_first_are_shown() -> None:
    lines = shown("x\n\n" * 20, *((3 * index, 3 * index + 1, str(index)) for index in range(20)))
    assert lines == [*(f"+{index}" for index in range(MOST_LINES)), "+…"]


@given(st.text("ab \n", max_size=30), st.text("xy\n", max_size=6), st.data())
def test_every_line_that_is_shown_is_one_of_the_fixed_note(
    note: str, text: str, data: st.DataObject
) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(note))] * 2)))
    after = apply_edits(note, [Edit(Span(start, end), text)]).split("\n")
    before = note.split("\n")
    for line in shown(note, (start, end, text))[:MOST_LINES]:
        assert line[1:] in (after if line[0] == "+" else before)


@pytest.mark.parametrize(
    ("text", "expected"), [("\n", []), ("\r\n", []), ("\n\n", ["+"]), ("", ["+aaa"])]
)
def test_the_end_of_a_line_is_no_line(text: str, expected: list[str]) -> None:
    assert shown("aa\na", (2, 3, text)) == expected
