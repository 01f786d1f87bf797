"""Where a fixing run puts its notes: each one recorded and then written, by one run at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from notelint.disk import NoPlaceError, sweep, sync_folders, write
from notelint.undo.journal import prune
from notelint.undo.journal_writer import Recording
from notelint.undo.lock import vault_lock
from notelint.undo.rewrite import NoteWriter, Rewrite
from notelint.values import Place, WriteError


@contextmanager
def open_note_writer(
    root: Path, files: Iterable[str], now: float, warn: Callable[[str], None]
) -> Iterator[NoteWriter]:
    """What puts the fixed notes of one run in their places; the vault is this run's meanwhile.

    Where the user has no place for records, ``warn`` says so, and notes are put without one.

    Raises:
        VaultLockedError: another run is at the vault.
        WriteError: it cannot be locked.
    """
    folders = set[Path]()
    try:
        lock = vault_lock(root)
    except NoPlaceError as error:
        warn(f"{error}; what is mended now, `notelint undo` cannot restore")
        yield partial(_write, root, folders, _unrecorded)
        sync_folders(folders)
        return
    recording = Recording(lock.folder, root, now)
    try:
        sweep({(root / path).parent for path in files})
        prune(lock.folder, now)
        yield partial(_write, root, folders, recording.add)
    finally:
        sync_folders(folders)
        recording.close()
        lock.release()


def _write(root: Path, folders: set[Path], record: NoteWriter, rewrite: Rewrite) -> None:
    path = place_in(root, rewrite.path)
    write(path, rewrite.before, rewrite.after, partial(record, rewrite))
    folders.add(path.parent)


def _unrecorded(_: Rewrite) -> None:
    """For a user without a place for records."""


def place_in(root: Path, path: str) -> Path:
    """Where a note of the vault is.

    Raises:
        WriteError: the path is no note of the vault, or leads out of it by now.
    """
    top = os.path.realpath(root)
    try:
        inside = Path(os.path.realpath(root / path)).relative_to(top)
    except ValueError:  # from elsewhere, or with a character that no path may hold
        inside = Path(".")
    is_hidden = any(part.startswith(".") for part in inside.parts)
    if is_hidden or inside.suffix.lower() != ".md":
        raise WriteError(f"no note of the vault {root}", "nothing was written", Place(path))
    return root / path
