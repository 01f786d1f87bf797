"""The text of a note as it stands on disk, and places in it."""

from __future__ import annotations

import pickle
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.values import Line, Parting, Span, Text, holds, split_lines

# What Python takes for line endings and notes do not, beside those that are.
CONTENTS = st.text("ab\n\r\u2028\x0b\x0c\x85\ufeff🧱")
OFFSETS = st.integers(0, 9)
WORDS = st.text() | st.text("aé中ﬁ1_-' \n\x1c\u2028\u00a0\u00ad’\ud800")
SPANS = st.tuples(OFFSETS, OFFSETS).map(lambda ends: Span(*sorted(ends)))


@given(CONTENTS)
def test_lines_and_their_endings_are_the_whole_text(content: str) -> None:
    lines = split_lines(content)
    assert [line.content for line in lines] == re.split(r"\r\n|\r|\n", content)
    ends = [content[one.end : other.start] for one, other in pairwise(lines)]
    assert set(ends) <= {"\n", "\r\n", "\r"}
    pieces = zip([line.content for line in lines], [*ends, ""], strict=True)
    assert "".join(piece + end for piece, end in pieces) == content


@given(CONTENTS)
def test_a_position_is_that_of_a_line_and_a_column_in_it(content: str) -> None:
    text = Text(content)
    for offset in range(len(content) + 1):
        line, column, same = text.position(offset)
        assert same == offset
        assert text.lines[line - 1] == text.line_at(offset)
        assert text.line_at(offset).start + column - 1 == offset


@pytest.mark.parametrize(
    ("offset", "position"),
    [
        (0, (1, 1, 0)),
        (1, (1, 2, 1)),
        (3, (2, 1, 3)),
        (4, (2, 2, 4)),
        (99, (2, 2, 4)),
        (-1, (1, 1, 0)),
    ],
)
def test_a_place_is_counted_as_people_count(offset: int, position: tuple[int, int, int]) -> None:
    assert Text("🧱\r\nb").position(offset) == position


def test_an_empty_text_has_one_empty_line() -> None:
    assert split_lines("") == [Line(0, "")]


def test_a_text_gives_what_stands_in_a_span() -> None:
    assert Text("a wall")[Span(2, 6)] == "wall"


def test_a_text_is_sent_without_what_was_worked_out_of_it() -> None:
    asked = Text("a\nb")
    assert asked.position(2).line == 2
    assert pickle.dumps(asked) == pickle.dumps(Text("a\nb"))
    assert pickle.loads(pickle.dumps(asked)) == asked


@given(SPANS, SPANS)
def test_spans_touch_where_they_have_a_character_in_common(one: Span, other: Span) -> None:
    common = set(range(*one)) & set(range(*other))
    is_empty = one.start == one.end or other.start == other.end
    assert one.touches(other) is other.touches(one)
    if not is_empty:
        assert one.touches(other) is bool(common)


@pytest.mark.parametrize(
    ("other", "touches"),
    [((2, 2), True), ((3, 3), True), ((4, 4), True), ((1, 1), False), ((5, 5), False)],
)
def test_an_empty_span_touches_what_it_stands_at(other: tuple[int, int], touches: bool) -> None:
    assert Span(2, 4).touches(Span(*other)) is Span(*other).touches(Span(2, 4)) is touches


@given(SPANS, SPANS)
def test_a_span_holds_what_does_not_reach_over_its_ends(one: Span, other: Span) -> None:
    places = [set(range(span.start, span.end + 1)) for span in (one, other)]
    assert one.holds(other) is (places[1] <= places[0])


@given(st.text("$%ab"), st.lists(st.text("$%ab", max_size=3), max_size=3))
def test_a_text_holds_what_stands_in_it(content: str, signs: list[str]) -> None:
    assert holds(content, *signs) == any(sign in content for sign in signs)


@pytest.mark.parametrize("signs", [r"\W", r"\W|_", r"[^\w-]", r"[\s!-/\u2000-\u206f]"])
def test_words_are_those_that_a_pattern_finds(signs: str) -> None:
    parting = Parting.at(signs)

    @given(WORDS)
    def all_are_found(text: str) -> None:
        assert parting.split(text) == [word for word in re.split(signs, text) if word]

    all_are_found()
