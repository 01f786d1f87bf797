"""All places that mean the same: links to a note or a place in it, references to a footnote."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as lsp

from notelint.notes import Link, Note
from notelint.server.cursor import definition_at, heading_at, link_at, reference_at
from notelint.server.desk import Desk
from notelint.server.linking import Goal, goal_of, links_to
from notelint.server.targets import Target, locations, target_of
from notelint.values import Span, label_key


def references(
    desk: Desk, path: str, place: lsp.Position, with_declaration: bool
) -> list[lsp.Location] | None:
    """The places that mean what stands at a place, with that itself where it is asked for."""
    note = desk.notes[path].note
    found = _meaning(desk, note, desk.positions(note).offset(place), with_declaration)
    return None if found is None else list(locations(desk, dict.fromkeys(found)))


def _meaning(
    desk: Desk, note: Note, offset: int, with_declaration: bool
) -> Iterator[Target] | None:
    link = link_at(note, offset)
    if link is not None:
        return _of_link(desk, note, link, with_declaration)
    item = reference_at(note, offset) or definition_at(note, offset)
    if item is not None:
        return _of_label(note, item.label, with_declaration)
    heading = heading_at(note, offset)
    if heading is not None:
        return _of_heading(desk, note, heading, with_declaration)
    if offset <= note.text.lines[0].end:
        return _linking(desk, Goal(note.path))
    return None


def _linking(desk: Desk, goal: Goal) -> Iterator[Target]:
    for note, link in links_to(desk, goal):
        yield Target(note.path, link.span)


def _of_link(desk: Desk, note: Note, link: Link, with_declaration: bool) -> Iterator[Target]:
    goal, target = goal_of(desk.vault, note, link), target_of(desk, note, link)
    if goal is not None:
        yield from [target] if with_declaration and target else []
        yield from _linking(desk, goal)


def _of_label(note: Note, label: str, with_declaration: bool) -> Iterator[Target]:
    footnote = note.facts.footnotes[label_key(label)]
    spans = [item.span for item in footnote.references]
    spans += [item.marker for item in footnote.definitions] if with_declaration else []
    yield from (Target(note.path, span) for span in sorted(spans))


def _of_heading(desk: Desk, note: Note, heading: int, with_declaration: bool) -> Iterator[Target]:
    span = note.facts.headings[heading].span
    yield from [Target(note.path, span)] if with_declaration else []
    yield from _linking(desk, Goal(note.path, heading))
    if _is_title(note, heading, span):
        yield from _linking(desk, Goal(note.path))


def _is_title(note: Note, heading: int, span: Span) -> bool:
    """Whether a heading stands for the note: the first one, on top of all others."""
    return heading == 0 and note.facts.headings[0].depth == 1 and span == note.facts.first_block
