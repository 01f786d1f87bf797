"""The links of a note that lead to files of the vault."""

from __future__ import annotations

from lsprotocol import types as lsp

from notelint.server.desk import Desk
from notelint.vault import is_inside


def document_links(desk: Desk, path: str) -> list[lsp.DocumentLink]:
    """The links of an open note, each with the file that it leads to. Those to the web are found by
    editors themselves."""
    note = desk.notes[path].note
    positions = desk.positions(note)
    found = []
    for link in filter(is_inside, note.facts.all_links):
        reached = desk.vault.reached(link, path).path
        if reached is not None:
            where = positions.range(link.target_span)
            found.append(lsp.DocumentLink(where, desk.uri(reached), reached))
    return found
