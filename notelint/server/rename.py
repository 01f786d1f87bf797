"""Renaming what stands under the cursor, with all that leads to it."""

from __future__ import annotations

import posixpath

from lsprotocol import types as lsp

from notelint.notes import Note, read_note
from notelint.server.desk import Desk
from notelint.server.edits import workspace_edit
from notelint.server.linking import notes_linking
from notelint.server.moving import moved_note
from notelint.server.named import label_goal, named_at, text_span
from notelint.server.relinking import relinked
from notelint.server.renaming import RefusedError, Renaming, link_edits
from notelint.server.uris import uri_of
from notelint.values import Edit, Effect, Span, apply_edits, label_key, lazy_pattern
from notelint.vault import can_be_written, link_text

_LABEL = lazy_pattern(r"[^\s\[\]^|]+")
# The words are devices to Windows, whatever their ending: a vault with such a note reaches none.
_NO_NAME = lazy_pattern(
    r"(?i)[#^|\[\]:\\/*?\"<>]|\.\Z|%%|\A(?:con|prn|aux|nul|(?:com|lpt)[1-9¹²³]) *(?:\.|\Z)"
)


def prepared(desk: Desk, path: str, place: lsp.Position) -> lsp.PrepareRenamePlaceholder | None:
    """What would be renamed at a place, and how it is called now."""
    note = desk.notes[path].note
    positions = desk.positions(note)
    found = named_at(desk, note, positions.offset(place))
    return found and lsp.PrepareRenamePlaceholder(positions.range(found.span), found.name)


def renamed(desk: Desk, path: str, place: lsp.Position, name: str) -> lsp.WorkspaceEdit | None:
    """The edits that give what stands at a place another name.

    Raises:
        RefusedError: they would do harm.
    """
    note = desk.notes[path].note
    found = named_at(desk, note, desk.positions(note).offset(place))
    if found is None:
        raise RefusedError("no heading, footnote or note is named here")
    if name.strip() == found.name:
        return None
    if found.goal.place is None:
        return _note_renamed(desk, found.goal.path, name.strip())
    other = note if found.goal.path == path else desk.note(found.goal.path)
    if other is None:
        raise RefusedError(f"{found.goal.path} cannot be read")
    if isinstance(found.goal.place, int):
        renaming = _heading_renamed(desk, other, found.goal.place, name.strip())
    else:
        renaming = _label_renamed(desk, other, found.name, name.strip())
    return workspace_edit(desk, renaming.proven().edits)


def _heading_renamed(desk: Desk, note: Note, index: int, name: str) -> Renaming:
    if not name or "\n" in name or "\r" in name:
        raise RefusedError("a heading is a line of words")
    edit = Edit(text_span(note.facts.headings[index]), name)
    after = read_note(note.path, apply_edits(note.text.content, [edit]))
    sources = [heading.source for heading in after.facts.headings]
    if len(sources) != len(note.facts.headings) or sources[index].strip() != name:
        raise RefusedError(f"`{name}` would not be the text of that heading")
    return _relinked(desk, note, after, [edit], frozenset({index}), {})


def _label_renamed(desk: Desk, note: Note, old: str, name: str) -> Renaming:
    if not _LABEL.fullmatch(name):
        raise RefusedError(f"`{name}` is no label: it has no blanks and no brackets")
    key = label_key(old)
    if label_key(name) in note.facts.footnotes and label_key(name) != key:
        raise RefusedError(f"the note has a footnote `[^{name}]` already")
    footnote = note.facts.footnotes[key]
    starts = [item.span.start for item in footnote.references]
    starts += [item.marker.start for item in footnote.definitions]
    edits = [
        Edit(Span(start + len("[^"), start + len("[^") + len(old)), name)
        for start in sorted(starts)
    ]
    after = read_note(note.path, apply_edits(note.text.content, edits))
    changed = frozenset(
        number
        for number, heading in enumerate(note.facts.headings)
        if any(heading.span.holds(item.span) for item in footnote.references)
    )
    return _relinked(desk, note, after, edits, changed, {key: name})


def _relinked(
    desk: Desk,
    note: Note,
    after: Note,
    edits: list[Edit],
    headings: frozenset[int],
    labels: dict[str, str],
) -> Renaming:
    """The renaming of headings and labels of a note with the links to them."""
    links = link_edits(relinked(desk, note, after, headings, labels))
    inside = [edit for edit in links.get(note.path, ()) if not _is_in(edit, edits)]
    made = {**links, note.path: tuple(sorted([*edits, *inside]))}
    goals = {label_goal(note, old): label_goal(note, new) for old, new in labels.items()}
    effects = {Effect.TARGETS, *([Effect.LABELS] if labels else [])}
    notes = {other.path: other for other in notes_linking(desk, note.path, to_places=True)}
    return Renaming(desk, notes, made, renamed=goals, effects=frozenset(effects))


def _is_in(edit: Edit, others: list[Edit]) -> bool:
    return any(other.span.holds(edit.span) for other in others)


def _note_renamed(desk: Desk, path: str, name: str) -> lsp.WorkspaceEdit:
    if not desk.client.renames_files:
        raise RefusedError("this editor renames no files for a server; rename the file yourself")
    if not name or _NO_NAME.search(name) or not can_be_written(name):
        raise RefusedError(f"`{name}` cannot be the name of a note that links reach")
    ending = path[len(link_text(path)) :]
    new = posixpath.join(posixpath.dirname(path), name.removesuffix(ending) + ending)
    edits = moved_note(desk, path, new).proven().edits
    root = desk.vault.root
    return workspace_edit(desk, edits, lsp.RenameFile(desk.uri(path), uri_of(root / new)))
