"""From what is written to what it means: a reference to its definition, that to the home page, a
Source heading to its definition, a link to the note, the heading or the block."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as lsp

from notelint.conventions import Role
from notelint.notes import Definition, Note
from notelint.server.cursor import definition_at, heading_at, link_at, reference_at
from notelint.server.desk import Desk
from notelint.server.targets import Target, locations, target_of
from notelint.sources import cited_by, sections_for
from notelint.values import Span

Answer = list[lsp.Location] | list[lsp.LocationLink] | None


def definition(desk: Desk, path: str, place: lsp.Position) -> Answer:
    """Where what stands at a place leads."""
    note = desk.notes[path].note
    offset = desk.positions(note).offset(place)
    found = _led_from(desk, note, offset)
    if found is None:
        return None
    origin, targets = found
    places = list(locations(desk, targets))
    if not desk.client.shows_links:
        return places
    whence = desk.positions(note).range(origin)
    return [lsp.LocationLink(to.uri, to.range, to.range, whence) for to in places]


def _led_from(desk: Desk, note: Note, offset: int) -> tuple[Span, list[Target]] | None:
    link = link_at(note, offset)
    if link is not None:
        target = target_of(desk, note, link)
        return link.span, [target] if target else []
    reference = reference_at(note, offset)
    if reference is not None:
        return reference.span, list(_definitions(note, [reference.label]))
    defined = definition_at(note, offset)
    if defined is not None:
        return defined.span, list(_home_page(desk, note, defined))
    heading = heading_at(note, offset)
    if heading is None:
        return None
    span = note.facts.headings[heading].span
    for section in sections_for(Role.SOURCE, note, desk.vault):
        if section.heading == span:
            return span, list(_definitions(note, [ref.label for ref in section.references]))
    return None


def _definitions(note: Note, labels: list[str]) -> Iterator[Target]:
    for label in labels:
        found = note.facts.definition_of(label)
        if found is not None:
            yield Target(note.path, found.marker)


def _home_page(desk: Desk, note: Note, defined: Definition) -> Iterator[Target]:
    link = cited_by(note, defined).link
    target = target_of(desk, note, link) if link else None
    if target is not None:
        yield target
