"""The sections of a term note: Synthesis, one Source per dictionary, References."""

from __future__ import annotations

from bisect import bisect_right

from notelint.facts import Reference, Section
from notelint.note import Note
from notelint.text import Span


def sections_named(note: Note, name: str) -> tuple[Section, ...]:
    """The sections of a term note with that name, footnote references in the heading aside."""
    return note.facts.term_sections.get(name, ())


def sources(note: Note) -> tuple[Section, ...]:
    """The sections that quote a source: ``## Source[^1]``."""
    return sections_named(note, "source")


def source_around(note: Note, span: Span) -> Section | None:
    """The Source section that a place stands in."""
    found = sources(note)
    index = bisect_right(found, span.start, key=lambda section: section.heading.start) - 1
    return found[index] if index >= 0 and found[index].span.holds(span) else None


def is_malformed_definition(note: Note, reference: Reference) -> bool:
    """Whether a reference begins a line under References: a definition that lost its colon."""
    content = note.text.content
    line = note.text.line_at(reference.span.start)
    is_first = not content[line.start : reference.span.start].strip()
    return is_first and any(
        section.span.holds(reference.span) and reference.span.start >= section.heading.end
        for section in sections_named(note, "references")
    )
