"""The sections of a note of some kind, by what they are for."""

from __future__ import annotations

from bisect import bisect_right

from notelint.conventions import Role
from notelint.notes import Note, Reference, Section
from notelint.values import Span, lazy_pattern
from notelint.vault import Vault


def sections_for(role: Role, note: Note, vault: Vault) -> tuple[Section, ...]:
    """The sections with a role; none in a note of no kind."""
    shape = vault.shape(note)
    return shape.sections(role) if shape else ()


def sources(note: Note, vault: Vault) -> tuple[Section, ...]:
    """The sections that quote a source: ``## Source[^1]``."""
    return vault.remembered(note, _sources)


def _sources(note: Note, vault: Vault) -> tuple[Section, ...]:
    return sections_for(Role.SOURCE, note, vault)


def source_around(note: Note, vault: Vault, span: Span) -> Section | None:
    """The Source section that a place stands in."""
    return _around(sources(note, vault), span)


def references_around(note: Note, vault: Vault, span: Span) -> Section | None:
    """The References section that a place stands in, under its heading; in a note of no kind any
    section that is called so."""
    section = _around(vault.remembered(note, _references), span)
    return section if section and span.start >= section.heading.end else None


def _references(note: Note, vault: Vault) -> tuple[Section, ...]:
    """The outermost sections for references."""
    if vault.shape(note) is not None:
        return sections_for(Role.REFERENCES, note, vault)
    found: list[Section] = []
    for section in note.facts.sections:
        is_inside = found and found[-1].end > section.heading.start
        if not is_inside and vault.conventions.is_references(section):
            found.append(section)
    return tuple(found)


def _around(sections: tuple[Section, ...], span: Span) -> Section | None:
    """The one of some sections, none of them inside another, that a place stands in."""
    if not sections:
        return None
    index = bisect_right(sections, span.start, key=lambda section: section.heading.start) - 1
    return sections[index] if index >= 0 and sections[index].span.holds(span) else None


# What may stand in front of a definition: the marks of quotes, an item and its task.
_IN_FRONT = lazy_pattern(r"[ \t>]*(?:(?:[-+*]|[0-9]+[.)])[ \t]+)?(?:\[.\][ \t]+)?\Z")
_WORDS = lazy_pattern(r"[ \t]*[:\uff1a]|[ \t]+[^\W_]|[ \t]+[\[<*_\"'(\u201c\u2018]")


def is_like_definition(note: Note, reference: Reference) -> bool:
    """Whether a reference begins a line of words, as a definition without its colon would, or one
    whose colon stands apart."""
    line = note.text.line_at(reference.span.start)
    before = note.text.content[line.start : reference.span.start]
    is_first = _IN_FRONT.match(before) is not None
    return is_first and _WORDS.match(note.text.content, reference.span.end, line.end) is not None


def is_malformed_definition(note: Note, vault: Vault, reference: Reference) -> bool:
    """Whether a reference begins a line under References: a definition that lost its colon."""
    if references_around(note, vault, reference.span) is None:
        return False
    line = note.text.line_at(reference.span.start)
    return not note.text.content[line.start : reference.span.start].strip()
