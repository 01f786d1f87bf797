"""Where a fixing run puts its notes: each one recorded and then written, by one run at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from notelint.disk.atomic_write import sweep, sync_folders, write
from notelint.disk.user_folders import NoPlaceError
from notelint.undo.change import Change, Put
from notelint.undo.journal import prune
from notelint.undo.journal_writer import Recording
from notelint.undo.lock import take_turn
from notelint.values.error import NotelintError


@contextmanager
def store(
    root: Path, files: Iterable[str], now: float, warn: Callable[[str], None]
) -> Iterator[Put]:
    """What puts the mended notes of one run in their places; the vault is this run's meanwhile.

    Where the user has no place for records, ``warn`` says so, and notes are put without one.

    Raises:
        NotelintError: another run is at the vault, or it cannot be locked.
    """
    folders = set[Path]()
    try:
        turn = take_turn(root)
    except NoPlaceError as error:
        warn(f"{error}; what is mended now, `notelint undo` cannot restore")
        yield partial(_put, root, folders, _unrecorded)
        sync_folders(folders)
        return
    recording = Recording(turn.folder, root, now)
    try:
        sweep({(root / path).parent for path in files})
        prune(turn.folder, now)
        yield partial(_put, root, folders, recording.add)
    finally:
        sync_folders(folders)
        recording.close()
        turn.release()


def _put(root: Path, folders: set[Path], record: Put, change: Change) -> None:
    path = place_in(root, change.path)
    write(path, change.before, change.after, partial(record, change))
    folders.add(path.parent)


def _unrecorded(_: Change) -> None:
    """For a user without a place for records."""


def place_in(root: Path, path: str) -> Path:
    """Where a note of the vault is.

    Raises:
        NotelintError: the path is no note of the vault, or leads out of it by now.
    """
    top = os.path.realpath(root)
    try:
        inside = Path(os.path.realpath(root / path)).relative_to(top)
    except ValueError:  # from elsewhere, or with a character that no path may hold
        inside = Path(".")
    is_hidden = any(part.startswith(".") for part in inside.parts)
    if is_hidden or inside.suffix.lower() != ".md":
        raise NotelintError(f"{path}: no note of the vault {root}; nothing was written")
    return root / path
