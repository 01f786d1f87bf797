"""Where a link leads: the file, and the place in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from lsprotocol import types as lsp

from notelint.notes import Link, Note, Subpath
from notelint.server.desk import Desk
from notelint.values import NamedTuple, Span, block_key, lazy_pattern
from notelint.vault import is_inside

START = Span(0, 0)
NOWHERE = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))  # in particular: the start of a file
_BLOCK = lazy_pattern(r"\^([^\s^]+)[ \t]*$")


class Target(NamedTuple):
    """A file of the vault, and a place in it, which is its start where it has no other."""

    path: str
    span: Span = START


def locations(desk: Desk, targets: Iterable[Target]) -> Iterator[lsp.Location]:
    """Places for the editor; each note is read once where they come note by note."""
    for path, group in groupby(targets, attrgetter("path")):
        uri, spans = desk.uri(path), [target.span for target in group]
        note = None if set(spans) == {START} else desk.note(path)
        positions = desk.positions(note) if note else None
        for span in spans:
            yield lsp.Location(uri, positions.range(span) if positions else NOWHERE)


def target_of(desk: Desk, note: Note, link: Link) -> Target | None:
    """Where a link of a note leads; None where it leads to no file."""
    if not is_inside(link):
        return None
    link, resolution = desk.vault.resolver.link(link, note.path)
    if resolution.path is None:
        return None
    other = note if resolution.path == note.path else _read(desk, resolution.path, link)
    span = place_in(other, link.place) if other else None
    return Target(resolution.path, span or START)


def _read(desk: Desk, path: str, link: Link) -> Note | None:
    return desk.note(path) if "#" in link.target else None


def place_in(note: Note, place: Subpath) -> Span | None:
    """The heading, the block or the definition of a note that a link names."""
    if place.footnote:
        definition = note.facts.definition_of(place.footnote)
        return definition.marker if definition else None
    if place.block:
        return block_in(note, place.block)
    index = place.heading(note.anchors)
    return None if index is None else note.facts.headings[index].span


def block_in(note: Note, name: str) -> Span | None:
    """The line that has the id of a block."""
    key = block_key(name)
    return next((span for found, span in blocks_of(note) if block_key(found) == key), None)


def blocks_of(note: Note) -> Iterator[tuple[str, Span]]:
    """The ids of the blocks of a note, each with its line."""
    for line in note.text.lines if note.facts.blocks else ():
        match = _BLOCK.search(line.content)
        if match and block_key(match[1]) in note.facts.blocks:
            yield match[1], Span(line.start, line.end)
