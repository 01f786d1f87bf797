"""A file that gets another path, with all links to it, and its own."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import quote

from notelint.notes import Link, Note
from notelint.server.desk import Desk
from notelint.server.linking import goal_of, notes_linking
from notelint.server.renaming import RefusedError, Renaming, link_edits
from notelint.values import replace
from notelint.vault import Vault, is_note, link_text, written_name

_SAFE = "/!,;:@&=+$*'~()"  # in a URL


def moved_note(desk: Desk, old: str, new: str) -> Renaming:
    """The renaming of a file, with the edits of its links.

    Raises:
        RefusedError: there is such a file already, or a link cannot be written anew.
    """
    if new in desk.vault.names:
        raise RefusedError(f"there is a file `{new}` already")
    notes = {note.path: note for name in (old, new) for note in notes_linking(desk, name)}
    after = _with_names(desk.vault, old, new)
    links = (item for note in notes.values() for item in _links(desk, note, old, new, after))
    return Renaming(desk, notes, link_edits(links), moved={old: new})


def _with_names(vault: Vault, old: str, new: str) -> Vault:
    names = vault.names.without_file(old).with_file(new)
    return replace(vault, names=names)


def _links(
    desk: Desk, note: Note, old: str, new: str, after: Vault
) -> Iterator[tuple[Note, Link, str]]:
    """The links of a note that must be written anew, with their targets."""
    source = new if note.path == old else note.path
    for link in note.facts.all_links:
        goal = goal_of(desk.vault, note, link)
        if goal is None or not link.name:
            continue
        path = new if goal.path == old else goal.path
        if after.reached(link, source).path != path or goal.path == old:
            yield note, link, _written(link, path, source, after) + link.target[len(link.path) :]


def _written(link: Link, path: str, source: str, after: Vault) -> str:
    """How a link gives a file: in the way that it did, if that reaches it."""
    for name in _ways(link, path, source, after):
        if after.reached(link._replace(target=name), source).path == path:
            return name
    raise RefusedError(f"{source}: no link of this form would reach `{path}`")


def _ways(link: Link, path: str, source: str, after: Vault) -> Iterator[str]:
    if link.is_wiki:
        yield written_name(link, path)
        name = after.names.shortest_target(path)
        yield name
        yield path if is_note(link.name) else link_text(path)
        return
    is_rooted, has_folder = link.target.startswith("/"), "/" in link.path
    if not has_folder and posixpath.dirname(path) != posixpath.dirname(source):
        yield quote(posixpath.basename(path), safe=_SAFE)
    way = f"/{path}" if is_rooted else posixpath.relpath(path, posixpath.dirname(source) or ".")
    yield quote(way, safe=_SAFE)
    yield quote(f"/{path}", safe=_SAFE)
