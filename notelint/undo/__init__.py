"""Fixing runs that can be taken back: the journal, the lock, and what restores notes."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.undo.journal import Record, RecordFile, record_files
    from notelint.undo.lock import vault_lock
    from notelint.undo.note_writer import open_note_writer
    from notelint.undo.rewrite import NoteWriter, Rewrite
    from notelint.undo.rollback import Restored, Status, last_run, restore
else:
    __getattr__ = exports(
        __name__,
        {
            ".journal": "Record RecordFile record_files",
            ".lock": "vault_lock",
            ".note_writer": "open_note_writer",
            ".rewrite": "NoteWriter Rewrite",
            ".rollback": "Restored Status last_run restore",
        },
    )
