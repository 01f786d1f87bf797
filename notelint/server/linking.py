"""The notes of a vault that have links to a file, and where these lead."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from notelint.notes import Link, Note, NoteSummary, link_name
from notelint.server.desk import Desk
from notelint.values import NamedTuple, block_key, file_key, label_key, lazy_pattern
from notelint.vault import Vault, is_inside, name_keys

_CUTS = lazy_pattern(r"[()<>\[\]|#]")  # where a name of a file may end in what a summary has of it


class Goal(NamedTuple):
    """What a link leads to: a file, and a place in it if there is one: the index of a heading, the
    key of a block or of a footnote."""

    path: str
    place: int | str | None = None


def goal_of(vault: Vault, note: Note, link: Link) -> Goal | None:
    """What a link of a note leads to; None where it leads to no file."""
    if not is_inside(link):
        return None
    read, resolution = vault.resolver.link(link, note.path)
    path = resolution.path
    if path is None:
        return None
    place = read.place
    if place.footnote:
        return Goal(path, f"[^{label_key(place.footnote)}")
    if place.block:
        return Goal(path, f"^{block_key(place.block)}")
    if not place.headings:
        return Goal(path)
    anchors = note.anchors if path == note.path else vault.index.anchors(path)
    return Goal(path, place.heading(anchors) if anchors else None)


def notes_linking(desk: Desk, path: str, to_places: bool = False) -> Iterator[Note]:
    """The notes that may have a link to a file, or only those with links ``to_places`` in it, the
    note itself among them; in order."""
    found = _linking_to_places(desk, path) if to_places else _linking(desk, path)
    for other in sorted({path, *found}):
        note = desk.note(other)
        if note is not None:
            yield note


def _linking_to_places(desk: Desk, path: str) -> Iterator[str]:
    index = desk.vault.index
    return (source for key in name_keys(path) for source, _ in index.links_to(key))


def _linking(desk: Desk, path: str) -> Iterator[str]:
    name = link_name(path)
    piece = max(_CUTS.split(name), key=len)
    if piece == name and not desk.vault.index.notes_linking(name):
        return iter(())
    summaries = desk.vault.index.summaries.items()
    return (other for other, summary in summaries if _may_name(desk, other, summary, name, piece))


def _may_name(desk: Desk, path: str, summary: NoteSummary, name: str, piece: str) -> bool:
    """Whether the links of a note may give a name. What a summary has of them breaks off at signs
    that the name of a file may hold in a Markdown link: then the text is asked."""
    if name in summary.names:
        return True
    if piece == name:
        return False
    if path in desk.notes:
        content = desk.notes[path].document.text
    else:
        text = desk.vault.file(path).text
        content = text.content if text else ""
    return "](" in content and piece in file_key(unquote(content))


def links_to(desk: Desk, goal: Goal) -> Iterator[tuple[Note, Link]]:
    """All links of the vault that lead to a file, or where the goal is a place there, to that."""
    for note in notes_linking(desk, goal.path, goal.place is not None):
        for link in note.facts.all_links:
            found = goal_of(desk.vault, note, link)
            if found == goal or (goal.place is None and found and found.path == goal.path):
                yield note, link
