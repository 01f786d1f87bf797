"""A recorded run taken back: each note gets its old bytes, unless somebody changed it since."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from pathlib import Path

from notelint.disk import read_regular, sync_folders, write
from notelint.undo.journal import LARGEST_NOTE, Entry, Record, RecordFile, digest
from notelint.undo.note_writer import place_in
from notelint.values import NotelintError, dataclass


class Status(Enum):
    """What became of a note. One that is as before was never written, or is restored already; what
    one that is lost held before is not on record."""

    RESTORED = "restored"
    AS_BEFORE = "as before"
    SKIPPED = "skipped"
    FAILED = "failed"
    LOST = "lost"


@dataclass(frozen=True)
class Restored:
    """One note of a run; ``problem`` says why it has not got its old bytes."""

    path: str
    status: Status
    problem: str = ""


def last_run(files: Iterable[RecordFile]) -> tuple[RecordFile, Record] | None:
    """The newest run that changed a note and was not undone."""
    for file in files:
        if not file.was_undone:
            record = file.read()
            if record.changed_something:
                return file, record
    return None


def restore(root: Path, record: Record) -> list[Restored]:
    """Give the notes of a run their old bytes, one after the other. It can be repeated."""
    notes = [_restored(root, entry) for entry in record.entries]
    notes += _lost(root, record.cut_off) if record.cut_off else []
    sync_folders({(root / note.path).parent for note in notes if note.status is Status.RESTORED})
    return notes


def _lost(root: Path, cut_off: Entry) -> list[Restored]:
    """The note whose record is cut off, where it was written all the same."""
    try:
        content = read_regular(place_in(root, cut_off.path), LARGEST_NOTE)
    except (OSError, NotelintError):
        return []
    if digest(content) != cut_off.after:
        return []
    problem = "its record is cut off; it cannot be restored"
    return [Restored(cut_off.path, Status.LOST, problem)]


def _restored(root: Path, entry: Entry) -> Restored:
    try:
        return _compared(place_in(root, entry.path), entry)
    except FileNotFoundError:
        return Restored(entry.path, Status.SKIPPED, "deleted or renamed since; not made again")
    except OSError as error:
        return Restored(entry.path, Status.FAILED, f"cannot be read: {error.strerror}")
    except NotelintError as error:
        return Restored(entry.path, Status.FAILED, f"not restored: {error}")


def _compared(path: Path, entry: Entry) -> Restored:
    content = read_regular(path, LARGEST_NOTE)
    if content == entry.before:
        return Restored(entry.path, Status.AS_BEFORE)
    if digest(content) != entry.after:
        return Restored(entry.path, Status.SKIPPED, "changed since; left as it is")
    write(path, content, entry.before)
    return Restored(entry.path, Status.RESTORED)
