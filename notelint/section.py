"""The sections of a term note: Synthesis, one Source per dictionary, References."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.facts import Reference, Section
from notelint.note import Note
from notelint.text import Span

SECTION_DEPTH = 2


def is_term_note(note: Note) -> bool:
    """Whether a note has one of the three headings, a Source with its footnote."""
    return any(
        section.name.casefold() in ("synthesis", "references")
        or (section.name.casefold() == "source" and section.references)
        for section in _sections(note)
    )


def _sections(note: Note) -> Iterator[Section]:
    return (section for section in note.facts.sections if section.depth == SECTION_DEPTH)


def sections_named(note: Note, name: str) -> Iterator[Section]:
    """The sections of a term note with that name, footnote references in the heading aside."""
    if is_term_note(note):
        yield from (section for section in _sections(note) if section.name.casefold() == name)


def sources(note: Note) -> Iterator[Section]:
    """The sections that quote a source: ``## Source[^1]``."""
    return sections_named(note, "source")


def source_around(note: Note, span: Span) -> Section | None:
    """The Source section that a place stands in."""
    return next((section for section in sources(note) if section.span.holds(span)), None)


def is_malformed_definition(note: Note, reference: Reference) -> bool:
    """Whether a reference begins a line under References: a definition that lost its colon."""
    content = note.text.content
    line = note.text.line_at(reference.span.start)
    is_first = not content[line.start : reference.span.start].strip()
    return is_first and any(
        section.span.holds(reference.span) and reference.span.start >= section.heading.end
        for section in sections_named(note, "references")
    )
