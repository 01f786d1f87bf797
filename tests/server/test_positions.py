"""Places as editors count them: each offset has one in every encoding, and comes back from it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range

from notelint.server.positions import UTF8, UTF16, UTF32, Positions
from notelint.values import Span, Text

ENCODINGS = (UTF8, UTF16, UTF32)
TEXTS = st.text(st.sampled_from("ab \n\r\té𝔸🙂\u2028\x0b\x85ﬁ\ufeff"), max_size=40)


def units(text: str, encoding: str) -> int:
    """How many units a text has, by the codecs of Python alone."""
    sizes = {UTF8: ("utf-8", 1), UTF16: ("utf-16-le", 2), UTF32: ("utf-32-le", 4)}
    codec, size = sizes[encoding]
    return len(text.encode(codec)) // size


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_every_offset_outside_a_line_s_end_comes_back(text: str, encoding: str) -> None:
    positions = Positions(Text(text), encoding)
    for offset in range(len(text) + 1):
        is_inside_an_end = text[offset - 1 : offset + 1] == "\r\n" and offset > 0
        back = positions.offset(positions.place(offset))
        assert back == (offset - 1 if is_inside_an_end else offset)


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_a_place_counts_lines_and_units_before_it(text: str, encoding: str) -> None:
    positions = Positions(Text(text), encoding)
    for line in Text(text).lines:
        for column in range(len(line.content) + 1):
            place = positions.place(line.start + column)
            assert place.character == units(line.content[:column], encoding)
            assert place.line == Text(text).lines.index(line)


@given(TEXTS, st.sampled_from(ENCODINGS), st.integers(0, 50), st.integers(0, 200))
def test_any_place_has_an_offset_that_is_not_behind_it(
    text: str, encoding: str, line: int, character: int
) -> None:
    positions = Positions(Text(text), encoding)
    offset = positions.offset(Position(line, character))
    assert 0 <= offset <= len(text)
    back = positions.place(offset)
    assert (back.line, back.character) <= (line, character)


@pytest.mark.parametrize(("encoding", "character"), [(UTF8, 5), (UTF8, 3), (UTF16, 2), (UTF32, 1)])
def test_a_place_inside_a_character_is_its_start(encoding: str, character: int) -> None:
    text = "a🙂b"
    inside = {UTF8: {3: 1, 5: 2}, UTF16: {2: 1}, UTF32: {1: 1}}[encoding][character]
    assert Positions(Text(text), encoding).offset(Position(0, character)) == inside


def test_only_the_three_line_ends_of_the_protocol_end_a_line() -> None:
    positions = Positions(Text("a\u2028b\x0bc\rd\r\ne\n"), UTF16)
    assert [positions.place(offset).line for offset in (4, 6, 8, 11)] == [0, 1, 1, 3]


def test_a_stretch_goes_both_ways_and_may_run_backward() -> None:
    positions = Positions(Text("one\n🙂 two\n"), UTF16)
    stretch = positions.range(Span(4, 9))
    assert stretch == Range(Position(1, 0), Position(1, 6))
    assert positions.span(stretch) == Span(4, 9)
    assert positions.span(Range(Position(1, 6), Position(1, 0))) == Span(4, 9)


def test_the_line_of_an_offset() -> None:
    assert Positions(Text("one\r\ntwo"), UTF8).line(6).content == "two"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_line_is_counted_once_however_many_of_its_places_are_asked_for(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []
    names = Positions.place.__globals__
    accumulate = names["accumulate"]

    def counting(values: Iterable[int], **rest: int) -> Iterable[int]:
        counted.append(1)
        return accumulate(values, **rest)

    monkeypatch.setitem(names, "accumulate", counting)
    text = "é🙂a" * 1000
    positions = Positions(Text(text), encoding)
    places = [positions.place(offset) for offset in range(0, len(text), 10)]
    assert [positions.offset(place) for place in places] == list(range(0, len(text), 10))
    assert len(counted) == (encoding != UTF32)
