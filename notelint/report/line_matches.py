"""Which lines of two texts are the same lines, found in time that grows with the texts alone.

``difflib`` compares each line with all that are like it, and takes hours where thousands are. Here
lines that stand once in both are matched first (as patience diff does), then what is left between
two of these: ``difflib`` does it where that is little, else the first one of a text is matched with
the first one of the other, the second with the second.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise

from notelint.values import NamedTuple

_FEW = 64  # lines of both texts that are compared each with each


class _Part(NamedTuple):
    """The lines ``a:b`` of the one text and ``c:d`` of the other."""

    a: int
    b: int
    c: int
    d: int


class LineMatcher(SequenceMatcher[str]):
    """A matcher of lines for what ``difflib`` makes of it."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__()  # without lines, of which it would make an index
        self.a, self.b = old, new

    def get_matching_blocks(self) -> list[Match]:
        """Stretches of equal lines in order, and an empty one at the end."""
        blocks: list[Match] = []
        for i, j in self._pairs(_Part(0, len(self.a), 0, len(self.b)), is_whole=True):
            last = blocks[-1] if blocks else Match(0, 0, 0)
            if (i, j) == (last.a + last.size, last.b + last.size) and blocks:
                blocks[-1] = last._replace(size=last.size + 1)
            else:
                blocks.append(Match(i, j, 1))
        return [*blocks, Match(len(self.a), len(self.b), 0)]

    def _pairs(self, part: _Part, is_whole: bool = False) -> Iterator[tuple[int, int]]:
        """The indices of equal lines, in order."""
        a, b, c, d = part
        while a < b and c < d and self.a[a] == self.b[c]:
            yield a, c
            a, c = a + 1, c + 1
        equal = 0
        while a < b - equal and c < d - equal and self.a[b - equal - 1] == self.b[d - equal - 1]:
            equal += 1
        yield from self._inside(_Part(a, b - equal, c, d - equal), is_whole)
        yield from zip(range(b - equal, b), range(d - equal, d), strict=True)

    def _inside(self, part: _Part, is_whole: bool) -> Iterator[tuple[int, int]]:
        """The same where the ends differ."""
        a, b, c, d = part
        if a == b or c == d:
            return
        if b - a + d - c <= _FEW:
            matcher = SequenceMatcher(None, self.a[a:b], self.b[c:d], autojunk=False)
            for i, j, size in matcher.get_matching_blocks():
                yield from zip(range(a + i, a + i + size), range(c + j, c + j + size), strict=True)
        elif not is_whole:
            yield from _in_order(_numbered(self.a, a, b), _numbered(self.b, c, d))
        else:
            anchors = _in_order(_single(self.a, a, b), _single(self.b, c, d))
            for (i, j), (k, m) in pairwise([(a - 1, c - 1), *anchors, (b, d)]):
                yield from self._pairs(_Part(i + 1, k, j + 1, m))
                if k < b:
                    yield k, m


def _single(lines: Sequence[str], start: int, end: int) -> dict[Hashable, int]:
    """The lines that stand there once, with their indices."""
    counts = Counter(lines[start:end])
    return {lines[index]: index for index in range(start, end) if counts[lines[index]] == 1}


def _numbered(lines: Sequence[str], start: int, end: int) -> dict[Hashable, int]:
    """The lines with how many equal ones stand before each, and their indices."""
    counts, found = Counter[str](), dict[Hashable, int]()
    for index in range(start, end):
        found[lines[index], counts[lines[index]]] = index
        counts[lines[index]] += 1
    return found


def _in_order(one: dict[Hashable, int], other: dict[Hashable, int]) -> list[tuple[int, int]]:
    """The most of what both have whose indices grow in both."""
    pairs = [(index, other[key]) for key, index in one.items() if key in other]
    ends: list[int] = []  # the lowest index in which as many pairs can end
    last: list[int] = []  # the pairs that do
    before: list[int] = []  # the pair before each
    for number, (_, index) in enumerate(pairs):
        length = bisect_left(ends, index)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [index]
        last[length : length + 1] = [number]
    chosen, number = [], last[-1] if last else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]
