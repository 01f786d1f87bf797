"""The text of a note and places in it: spans, positions, lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from notelint.values.named import NamedTuple, each
from notelint.values.pattern import lazy_pattern
from notelint.values.record import dataclass

_LINE_END = lazy_pattern(r"\r\n|\n|\r")
_USUAL = bytes((*b"\t\n\r", *range(0x20, 0x7F)))


class Span(NamedTuple):
    """A half-open stretch ``start:end`` of a text, in code points."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Whether the two overlap, or one of them is empty and stands at or inside the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place: line and column count from 1 as people count, the offset from 0, in code points."""

    line: int
    column: int
    offset: int


class Line(NamedTuple):
    """One line of a text: where it starts, and its characters without the line ending."""

    start: int
    content: str

    @property
    def end(self) -> int:
        return self.start + len(self.content)


def split_lines(content: str) -> list[Line]:
    r"""The lines of a text. ``\n``, ``\r\n`` and a lone ``\r`` end a line, nothing else does."""
    if "\r" not in content:
        pieces = content.split("\n")
        starts = accumulate([len(piece) + 1 for piece in pieces], initial=0)
        return each(Line, zip(starts, pieces, strict=False))
    lines: list[Line] = []
    start = 0
    for ending in _LINE_END.finditer(content):
        lines.append(Line(start, content[start : ending.start()]))
        start = ending.end()
    lines.append(Line(start, content[start:]))
    return lines


def holds(content: str, *signs: str) -> bool:
    """Whether one of some signs stands in a text: first whether each of its characters does, which
    is told twenty times as fast, and most signs have one that most texts do not have."""
    for sign in signs:
        for character in sign:
            if character not in content:
                break
        else:
            if sign in content:
                return True
    return False


def unusual_in(content: str) -> str:
    """The characters of a text that are neither printable ASCII nor its blanks, as they come. To
    look for one of them there is far cheaper than in the text."""
    return (
        content.encode("utf-8", "surrogatepass")
        .translate(None, _USUAL)
        .decode("utf-8", "surrogatepass")
    )


class Parting(NamedTuple):
    """What parts words: ``sign`` is the pattern of a character, which may be any blank; ``table``
    has a blank for each one of ASCII. To put blanks there and to split at them takes half the time
    in which a pattern finds the words."""

    sign: re.Pattern[str]
    table: bytes

    @classmethod
    def at(cls, sign: str) -> Parting:
        """What parts words at a sign."""
        pattern = re.compile(sign)
        usual = bytes(32 if pattern.match(chr(code)) else code for code in range(128))
        return cls(pattern, usual + bytes(range(128, 256)))

    def split(self, text: str) -> list[str]:
        """The words in order."""
        for sign in {*self.sign.findall(unusual_in(text))} if not text.isascii() else ():
            text = text.replace(sign, " ")
        written = text.encode("utf-8", "surrogatepass").translate(self.table)
        return written.decode("utf-8", "surrogatepass").split()


@dataclass(frozen=True)
class Text:
    """The characters of a note exactly as they stand on disk, a BOM and ``\\r`` included."""

    content: str

    def __reduce__(self) -> tuple[type[Text], tuple[str]]:
        return Text, (self.content,)  # without what is cached

    def anew(self) -> Text:
        """The same, which remembers nothing of its lines."""
        return Text(self.content)

    @cached_property
    def lines(self) -> list[Line]:
        """Its lines, in order."""
        return split_lines(self.content)

    @cached_property
    def unusual(self) -> str:
        """Its characters that are neither printable ASCII nor blanks of it, as they come."""
        return unusual_in(self.content)

    @cached_property
    def _starts(self) -> list[int]:
        if "lines" in vars(self) or "\r" in self.content:
            return [line.start for line in self.lines]
        sizes = (len(piece) + 1 for piece in self.content.split("\n"))
        return [*accumulate(sizes, initial=0)][:-1]

    def position(self, offset: int) -> Position:
        """The line and column of an offset; an offset past the end is taken as the end."""
        offset = min(max(offset, 0), len(self.content))
        [line], [column] = lines_and_columns(self, [offset])
        return Position(line, column, offset)

    def line_at(self, offset: int) -> Line:
        """The line that an offset stands on."""
        return self.lines[bisect_right(self._starts, offset) - 1]

    def __getitem__(self, span: Span) -> str:
        return self.content[span.start : span.end]


def lines_and_columns(text: Text, offsets: Sequence[int]) -> tuple[list[int], list[int]]:
    """The lines of some offsets that are in a text, and the columns, each counted from 1."""
    starts = text._starts
    lines = [bisect_right(starts, offset) for offset in offsets]
    columns = [offset - starts[line - 1] + 1 for offset, line in zip(offsets, lines, strict=True)]
    return lines, columns
