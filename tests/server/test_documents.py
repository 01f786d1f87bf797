"""Texts that are typed in: what is changed, in which order, in which units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import (
    Position,
    Range,
    TextDocumentContentChangeWholeDocument,
    TextDocumentItem,
)
from lsprotocol.types import TextDocumentContentChangePartial as Part

from notelint.server.documents import Document
from notelint.server.positions import UTF8, UTF16, UTF32, Positions
from notelint.values import Span, Text

START = Document("file:///a.md", 1, "one\r\n🙂 two\n")


def part(start: tuple[int, int], end: tuple[int, int], text: str) -> Part:
    return Part(Range(Position(*start), Position(*end)), text)


def test_a_document_is_what_the_editor_opened() -> None:
    item = TextDocumentItem("untitled:1", "markdown", 7, "x")
    assert Document.opened(item) == Document("untitled:1", 7, "x", "markdown")


def test_a_change_of_a_part_replaces_it() -> None:
    changed = START.changed([part((1, 3), (1, 6), "three")], 2, UTF16)
    assert (changed.text, changed.version) == ("one\r\n🙂 three\n", 2)


def test_the_same_place_in_other_units() -> None:
    assert START.changed([part((1, 5), (1, 8), "3")], 2, UTF8).text == "one\r\n🙂 3\n"
    assert START.changed([part((1, 2), (1, 5), "3")], 2, UTF32).text == "one\r\n🙂 3\n"


def test_each_change_counts_in_what_the_one_before_left() -> None:
    changes = [part((0, 0), (0, 3), ""), part((0, 0), (1, 0), "x"), part((0, 1), (0, 3), "y")]
    assert START.changed(changes, 2, UTF16).text == "xy two\n"


def test_a_change_without_a_range_is_the_whole_text() -> None:
    changes = [TextDocumentContentChangeWholeDocument("new"), part((9, 9), (9, 9), "!")]
    assert START.changed(changes, 2, UTF16).text == "new!"


def test_half_a_character_is_what_a_file_would_hold() -> None:
    assert START.changed([part((0, 0), (0, 3), "\ud83d")], 2, UTF16).text[0] == "\ufffd"
    assert Document.opened(TextDocumentItem("a", "markdown", 1, "\udc00")).text == "\ufffd"


TEXTS = st.text(st.sampled_from("ab\n\r🙂é"), max_size=20)


@given(TEXTS, st.data(), TEXTS, st.sampled_from([UTF8, UTF16, UTF32]))
def test_a_change_is_that_of_the_text_between_two_places(
    text: str, data: st.DataObject, new: str, encoding: str
) -> None:
    positions = Positions(Text(text), encoding)
    offsets = [data.draw(st.integers(0, len(text))) for _ in range(2)]
    stretch = positions.range(Span(*sorted(offsets)))
    start, end = positions.span(stretch)
    change = Part(stretch, new)
    changed = Document("a", 1, text).changed([change], 2, encoding)
    assert changed.text == text[:start] + new + text[end:]
