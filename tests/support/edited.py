"""What an editor makes of the edits that it is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types as lsp

from notelint.server.desk import Desk
from notelint.server.uris import path_of
from notelint.values import Edit, apply_edits


def edited(desk: Desk, edit: lsp.WorkspaceEdit | None) -> dict[str, str]:
    """The texts of the notes that an edit changes, by path."""
    assert edit is not None
    return dict(_texts(desk, edit))


def _texts(desk: Desk, edit: lsp.WorkspaceEdit) -> Iterator[tuple[str, str]]:
    for uri, edits in _edits(edit):
        file = path_of(uri)
        assert file is not None
        path = file.relative_to(desk.vault.root).as_posix()
        note = desk.note(path)
        assert note is not None
        positions = desk.positions(note)
        made = [Edit(positions.span(item.range), item.new_text) for item in edits]
        yield path, apply_edits(note.text.content, made)


def _edits(edit: lsp.WorkspaceEdit) -> Iterator[tuple[str, Sequence[lsp.TextEdit]]]:
    yield from (edit.changes or {}).items()
    for change in edit.document_changes or ():
        if isinstance(change, lsp.TextDocumentEdit):
            texts = [item for item in change.edits if isinstance(item, lsp.TextEdit)]
            yield change.text_document.uri, texts


def renamed(edit: lsp.WorkspaceEdit | None) -> list[tuple[str, str]]:
    """The files that an edit renames."""
    changes = (edit.document_changes if edit else None) or ()
    return [(c.old_uri, c.new_uri) for c in changes if isinstance(c, lsp.RenameFile)]
