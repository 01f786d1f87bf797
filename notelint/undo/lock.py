"""One at a time: who writes in a vault, or undoes what was written, waits for the others."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from notelint.disk import NoPlaceError, state_folder
from notelint.values import VaultLockedError, WriteError, dataclass

WAIT = 5.0  # seconds; more would look like hanging
# What says that the user has no place for records, as in a container with a read-only home.
_NO_PLACE = {
    errno.EACCES,
    errno.ENOENT,
    errno.ENOLCK,
    errno.ENOTDIR,
    errno.EPERM,
    errno.EROFS,
}


@dataclass(frozen=True)
class VaultLock:
    """A vault that is nobody else's until ``release``; ``folder`` holds its records."""

    folder: Path
    release: Callable[[], None]


def vault_lock(root: Path) -> VaultLock:
    """Lock a vault. The system unlocks it when the process ends, however it ends.

    Raises:
        NoPlaceError: the lock has no place.
        VaultLockedError: another run is at the vault.
        WriteError: the lock cannot be made.
    """
    from filelock import FileLock, Timeout  # only loaded where a run writes or undoes

    folder = state_folder(root)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # notes are private
        lock = FileLock(folder / "lock", timeout=WAIT, mode=0o600)
        lock.acquire()
    except Timeout as error:
        raise VaultLockedError(
            f"another run of notelint is writing in {root}", "run notelint again when it is done"
        ) from error
    except NotImplementedError as error:  # filelock's word for a disk that knows no locks
        raise NoPlaceError(f"cannot lock the vault in {folder}: {error}") from error
    except OSError as error:
        kind = NoPlaceError if error.errno in _NO_PLACE else WriteError
        raise kind(
            f"cannot keep records in {error.filename or folder}: {error.strerror or error}"
        ) from error
    return VaultLock(folder, lock.release)
