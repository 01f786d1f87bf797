"""Places in a text as an editor counts them: lines, and in a line the units of an encoding."""

from __future__ import annotations

from functools import cached_property

from lsprotocol.types import Position, PositionEncodingKind, Range

from notelint.values import Line, Span, Text, dataclass

UTF8, UTF16 = PositionEncodingKind.Utf8.value, PositionEncodingKind.Utf16.value
UTF32 = PositionEncodingKind.Utf32.value
_ASTRAL = "\U00010000"  # from here on a character is two units of UTF-16


@dataclass(frozen=True)
class Positions:
    """The places of one text, in which ``encoding`` says what a character counts.

    A place behind the end of its line is that end, one behind the last line the end of the text,
    and one inside a character is the start of it.
    """

    text: Text
    encoding: str

    def place(self, offset: int) -> Position:
        """The place of an offset."""
        number, column, _ = self.text.position(offset)
        before = self._lines[number - 1].content[: column - 1]
        return Position(number - 1, _units(before, self.encoding))

    def range(self, span: Span) -> Range:
        """The stretch between two offsets."""
        return Range(self.place(span.start), self.place(span.end))

    def offset(self, place: Position) -> int:
        """The offset of a place."""
        if place.line >= len(self._lines):
            return len(self.text.content)
        line = self._lines[place.line]
        return line.start + _characters(line.content, place.character, self.encoding)

    def span(self, stretch: Range) -> Span:
        """The offsets of a stretch; one that runs backward is taken as it is meant."""
        start, end = sorted((self.offset(stretch.start), self.offset(stretch.end)))
        return Span(start, end)

    def line(self, offset: int) -> Line:
        """The line that an offset stands on."""
        return self._lines[self.text.position(offset).line - 1]

    @cached_property
    def _lines(self) -> list[Line]:
        return self.text.lines


def _units(text: str, encoding: str) -> int:
    """How many units a text has."""
    if encoding == UTF32 or text.isascii():
        return len(text)
    if encoding == UTF8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(char >= _ASTRAL for char in text)


def _characters(text: str, units: int, encoding: str) -> int:
    """How many whole characters there are in the first units of a text."""
    if encoding == UTF32 or text.isascii():
        return min(units, len(text))
    if encoding == UTF8:
        return len(text.encode("utf-8")[:units].decode("utf-8", "ignore"))
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
