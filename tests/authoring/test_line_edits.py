"""Whole lines of a note, and edits that put new ones in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.authoring import is_after_blank, is_blank, next_line, put_definitions, whole_lines
from notelint.authoring.line_edits import put_lines
from notelint.notes import Note, read_note
from notelint.values import Span, apply_edits, split_lines

ENDINGS = ("\n", "\r\n", "\r")


def read(content: str) -> Note:
    return read_note("note.md", content)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    ("word", "lines"),
    [("two", "one two"), ("two\nthree", "one two\nthree"), ("three\n\n", "three")],
)
def test_whole_lines_reach_from_edge_to_edge(word: str, lines: str, ending: str) -> None:
    content = "one two\nthree\n\nfour".replace("\n", ending)
    written = word.replace("\n", ending)
    start = content.index(written)
    span = whole_lines(read(content), Span(start, start + len(written)))
    assert read(content)[span] == lines.replace("\n", ending)


@settings(deadline=None)
@given(st.text("a \n\r", max_size=12))
def test_the_next_line_is_the_next_one_that_there_is(content: str) -> None:
    starts = [line.start for line in split_lines(content)]
    note = read(content)
    for offset in range(len(content) + 1):
        behind = [start for start in starts if start > note.text.line_at(offset).start]
        assert next_line(note, offset) == (behind[0] if behind else len(content))


@pytest.mark.parametrize(
    ("content", "blank"),
    [("a\n\nb\n \t\nc", [1, 3]), ("\ufeff\na", [0]), ("", [0]), ("a\n", [1]), ("a\r\n\r\nb", [1])],
)
def test_a_line_is_blank_where_nothing_but_blanks_stands(content: str, blank: list[int]) -> None:
    note = read(content)
    lines = note.text.lines
    assert [at for at, line in enumerate(lines) if is_blank(note, line.start)] == blank
    after = [at for at, line in enumerate(lines) if is_after_blank(note, line.start)]
    assert after == [0, *(at + 1 for at in blank if at + 1 < len(lines))]


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    ("content", "first", "last"),
    [
        ("a\n", "x\ny\na\n", "a\nx\ny\n"),
        ("a\nb", "x\ny\na\nb", "a\nb\nx\ny"),
        ("a\n\n", "x\ny\na\n\n", "a\n\nx\ny\n"),
        ("\n", "x\ny\n\n", "\nx\ny\n"),
    ],
)
def test_lines_are_put_in_and_the_note_goes_on_ending_as_it_did(
    content: str, first: str, last: str, ending: str, bom: str
) -> None:
    content, first, last = (bom + text.replace("\n", ending) for text in (content, first, last))
    for offset, expected in ((0, first), (len(content), last)):
        edit = put_lines(read(content), offset, ["x", "y"])
        assert apply_edits(content, [edit]) == expected


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize(("content", "expected"), [("", "x\ny\n"), ("a", "a\nx\ny")])
def test_a_note_of_one_line_gets_line_feeds(content: str, expected: str, bom: str) -> None:
    note = read(bom + content)
    edit = put_lines(note, len(note.text.content), ["x", "y"])
    assert apply_edits(note.text.content, [edit]) == bom + expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("# R\n", "# R\n\nx\n"),
        ("# R", "# R\n\nx"),
        ("# R\n\n[^1]: a\n", "# R\n\n[^1]: a\nx\n"),
        ("# R\n\n[^1]: a\n    b\n\n\n# S\n", "# R\n\n[^1]: a\n    b\nx\n\n\n# S\n"),
        ("# R\n- see\n# S\n", "# R\n- see\n\nx\n# S\n"),
        ("# R\n[^1]: a\n## Below\nc\n", "# R\n[^1]: a\n## Below\nc\n\nx\n"),
    ],
)
def test_definitions_are_put_below_all_that_stands_under_references(
    content: str, expected: str
) -> None:
    note = read(content)
    edit = put_definitions(note, note.facts.sections[0], ["x"])
    assert apply_edits(content, [edit]) == expected
