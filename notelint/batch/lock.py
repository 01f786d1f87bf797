"""One run at a time into one folder: another one would take away what this one makes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from notelint.batch.address import is_stored, path_of
from notelint.values import Place, VaultLockedError, WriteError

_NAME = ".lock"
_WAIT = 2.0  # seconds


@contextmanager
def locked(address: str) -> Iterator[None]:
    """Keep other runs out of a folder meanwhile. The system lets them in when the process ends,
    however it ends. A store has no locks, nor have some disks: there it is up to who starts runs.

    Raises:
        VaultLockedError: another run is at work there.
        WriteError: the folder cannot be made.
    """
    if is_stored(address):
        yield
        return
    from filelock import FileLock, Timeout

    folder = path_of(address)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _NAME, timeout=_WAIT)
        with suppress(NotImplementedError):
            lock.acquire()
    except Timeout as error:
        problem, remedy = "another run is at work there", "run it again when that is done"
        raise VaultLockedError(problem, remedy, Place(address)) from error
    except OSError as error:
        problem = f"cannot write there: {error.strerror or error}"
        raise WriteError(problem, "check its permissions", Place(address)) from error
    try:
        yield
    finally:
        lock.release()
