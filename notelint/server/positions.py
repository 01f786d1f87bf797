"""Places in a text as an editor counts them: lines, and in a line the units of an encoding."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from operator import add

from lsprotocol.types import Position, PositionEncodingKind, Range

from notelint.values import Line, NamedTuple, Span, Text, dataclass

UTF8, UTF16 = PositionEncodingKind.Utf8.value, PositionEncodingKind.Utf16.value
UTF32 = PositionEncodingKind.Utf32.value


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
        column = min(column - 1, len(self._lines[number - 1].content))
        return Position(number - 1, self._wide(number - 1).units(column))

    def range(self, span: Span) -> Range:
        """The stretch between two offsets."""
        return Range(self.place(span.start), self.place(span.end))

    def offset(self, place: Position) -> int:
        """The offset of a place."""
        if place.line >= len(self._lines):
            return len(self.text.content)
        line = self._lines[place.line]
        column = self._wide(place.line).column(place.character)
        return line.start + min(column, len(line.content))

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

    def _wide(self, number: int) -> _Wide:
        """What in a line is wide; a line may have thousands of places that are asked for."""
        if number not in self._known:
            self._known[number] = _Wide.of(self._lines[number].content, self.encoding)
        return self._known[number]

    @cached_property
    def _known(self) -> dict[int, _Wide]:
        return {}


class _Wide(NamedTuple):
    """The characters of a line that have more than one unit: the columns that they stand in, the
    units that they begin at, and how many units more than characters there are up to each."""

    columns: list[int]
    starts: list[int]
    more: list[int]

    @classmethod
    def of(cls, line: str, encoding: str) -> _Wide:
        """Those of a line."""
        if encoding == UTF32 or line.isascii():
            return cls([], [], [0])
        size = _extra_in_utf8 if encoding == UTF8 else _extra_in_utf16
        extra = {column: size(char) for column, char in enumerate(line) if size(char)}
        columns, more = list(extra), [*accumulate(extra.values(), initial=0)]
        return cls(columns, list(map(add, columns, more)), more)

    def units(self, column: int) -> int:
        """How many units there are before a column."""
        return column + self.more[bisect_left(self.columns, column)]

    def column(self, units: int) -> int:
        """The column of the character that so many units are before, or that they end inside."""
        index = bisect_right(self.starts, units)
        behind = units - self.more[index]
        return behind if index == 0 else max(behind, self.columns[index - 1])


def _extra_in_utf8(char: str) -> int:
    return (char > "\x7f") + (char > "\u07ff") + (char > "\uffff")


def _extra_in_utf16(char: str) -> int:
    return int(char > "\uffff")
