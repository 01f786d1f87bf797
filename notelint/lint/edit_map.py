"""Where the places of a text are once edits are made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from notelint.values import Edit, Span, dataclass


@dataclass(frozen=True)
class SpanSet:
    """Sorted spans that do not overlap, and what lies at them."""

    spans: tuple[Span, ...]

    @cached_property
    def starts(self) -> list[int]:
        return [span.start for span in self.spans]

    @cached_property
    def ends(self) -> list[int]:
        return [span.end for span in self.spans]

    def hold(self, span: Span) -> bool:
        """Whether one of them holds ``span`` whole; an empty one holds nothing."""
        index = bisect_right(self.starts, span.start) - 1
        return index >= 0 and span.end <= self.spans[index].end > self.spans[index].start

    def touch(self, span: Span, beside: bool = False) -> bool:
        """Whether one of them overlaps ``span``, or, with ``beside``, stands right next to it."""
        for index in range(bisect_right(self.starts, span.end) - 1, -1, -1):
            other = self.spans[index]
            if other.end < span.start or (other.end == span.start and not beside):
                return False
            if other.start < span.end or beside:
                return True
        return False

    def outside(self, span: Span) -> Iterator[Span]:
        """The parts of ``span`` that none of them covers."""
        start = span.start
        first = max(bisect_left(self.starts, start) - 1, 0)
        for index in range(first, len(self.spans)):  # a slice would copy all that is behind
            other = self.spans[index]
            if other.start >= span.end:
                break
            if start < other.start:
                yield Span(start, other.start)
            start = max(start, other.end)
        if start < span.end:
            yield Span(start, span.end)


@dataclass(frozen=True)
class EditMap:
    """Edits in order, the spans that they take out and those that they put in."""

    edits: tuple[Edit, ...]

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> EditMap:
        return cls(tuple(sorted(edits)))

    @cached_property
    def old(self) -> SpanSet:
        """The spans that are replaced, in the text as it was."""
        return SpanSet(tuple(edit.span for edit in self.edits))

    @cached_property
    def new(self) -> SpanSet:
        """What stands in their place, in the text as it is."""
        starts = (edit.span.start + self._shifts[i] for i, edit in enumerate(self.edits))
        pairs = zip(starts, self.edits, strict=True)
        return SpanSet(tuple(Span(start, start + len(edit.text)) for start, edit in pairs))

    @cached_property
    def _shifts(self) -> list[int]:
        deltas = [len(edit.text) - (edit.span.end - edit.span.start) for edit in self.edits]
        return list(accumulate(deltas, initial=0))

    def shift(self, offset: int) -> int:
        """By how much an offset outside the edits moves; one at an edit's end moves with it."""
        return self._shifts[bisect_right(self.old.ends, offset)]

    def origin(self, span: Span) -> Span:
        """Where what stands at a place after the edits came from; of an edit that it touches, all
        that was replaced."""
        first = bisect_left(self.new.ends, span.start)
        last = bisect_right(self.new.starts, span.end)
        start = span.start - self._shifts[first]
        end = span.end - self._shifts[last]
        touched = self.old.spans[first:last]
        if not touched:
            return Span(start, end)
        return Span(min(start, touched[0].start), max(end, touched[-1].end))

    def part(self, edits: Collection[Edit]) -> tuple[SpanSet, SpanSet]:
        """The old and the new spans of some of the edits."""
        chosen = [index for index, edit in enumerate(self.edits) if edit in edits]
        return (
            SpanSet(tuple(self.old.spans[index] for index in chosen)),
            SpanSet(tuple(self.new.spans[index] for index in chosen)),
        )
