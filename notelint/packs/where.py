"""The places of a note that a pack's rule may look at, one region of text at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

from notelint.notes import Note
from notelint.values import NamedTuple, Span, split_lines

_BLANKS = " \t"


class Where(StrEnum):
    """Where a rule looks."""

    TEXT = "text"
    MATH = "math"
    HEADINGS = "headings"
    TARGETS = "targets"
    DEFINITIONS = "definitions"
    LINES = "lines"


class Region(NamedTuple):
    """``start:end`` of ``seen``, whose first character stands at ``offset`` of the note.

    What is text or math is seen with the note before it; any other place is seen alone, so that
    ``^`` and ``$`` are its two ends.
    """

    seen: str
    start: int
    end: int
    offset: int = 0

    @property
    def span(self) -> Span:
        return self.part(self.start, self.end)

    def part(self, start: int, end: int) -> Span:
        """A part of what is seen, as a span of the note."""
        return Span(self.offset + start, self.offset + end)


def regions(note: Note, where: Where) -> Iterator[Region]:
    """All regions of a place, in the order of the note."""
    content = note.text.content
    for start, end in _SPANS[where](note):
        if where in (Where.TEXT, Where.MATH):
            yield Region(content, start, end)
        else:
            yield Region(content[start:end], 0, end - start, start)


def _headings(note: Note) -> Iterator[Span]:
    """What the note's own headings say, without their marks."""
    for section in note.facts.sections:
        start = section.heading.start
        said = _said(note[section.heading])
        if said.start < said.end:
            yield Span(start + said.start, start + said.end)


def _said(heading: str) -> Span:
    """What a heading says inside the way it is written: between `#`, or above a line."""
    *above, last = split_lines(heading)
    if above:
        return Span(0, len(heading[: above[-1].end].rstrip(_BLANKS)))
    text = last.content.lstrip("#").lstrip(_BLANKS)
    start = len(last.content) - len(text)
    text = text.rstrip(_BLANKS)
    inner = text.rstrip("#")
    if not inner or inner[-1] in _BLANKS:
        text = inner.rstrip(_BLANKS)
    return Span(start, start + len(text))


def _targets(note: Note) -> Iterator[Span]:
    """What links and embeds point to, as it is written; those in the front matter stay out."""
    for link in note.facts.links:
        if not link.is_property:
            yield link.target_span


def _definitions(note: Note) -> Iterator[Span]:
    for definition in note.facts.definitions:
        if definition.content is not None:
            yield definition.content


def _lines(note: Note) -> Iterator[Span]:
    """The lines that hold text, a link, a reference or a formula, each once."""
    facts, text = note.facts, note.text
    links = [link.span for link in facts.all_links if not link.is_property]
    others = [reference.span for reference in facts.references]
    others += [formula.span for formula in facts.formulas]
    untold = 0
    for start, end in sorted([*facts.prose, *links, *others]):
        first, last = (text.position(offset).line - 1 for offset in (start, max(start, end - 1)))
        for line in text.lines[max(first, untold) : last + 1]:
            yield Span(line.start, line.end)
        untold = max(untold, last + 1)


# The facts of a note of which one must be there for it to have such a place.
FACTS: dict[Where, tuple[str, ...]] = {
    Where.TEXT: ("prose",),
    Where.MATH: ("formulas",),
    Where.HEADINGS: ("sections",),
    Where.TARGETS: ("links",),
    Where.DEFINITIONS: ("definitions",),
    Where.LINES: ("prose", "all_links", "references", "formulas"),
}
_SPANS: dict[Where, Callable[[Note], Iterator[Span]]] = {
    Where.TEXT: lambda note: iter(note.facts.prose),
    Where.MATH: lambda note: (formula.span for formula in note.facts.formulas),
    Where.HEADINGS: _headings,
    Where.TARGETS: _targets,
    Where.DEFINITIONS: _definitions,
    Where.LINES: _lines,
}
