"""A note replaced on disk: whole or not at all, and only where it still is what was read."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from notelint.disk.regular_file import TooLargeError, read_regular
from notelint.values import NoteChangedError, WriteError, lazy_pattern

# A dot-file is outside the vault, so that Obsidian never shows it while it is there.
_PREFIX, _SUFFIX = ".notelint-", ".tmp"
_LEFTOVER = lazy_pattern(r"\.notelint-[a-z0-9_]{8}\.tmp")

_IN_USE = 32  # Windows: another program has the file open and shares it with nobody
_REMEDIES = {
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room in your quota",
    errno.EROFS: "make the disk writable",
    errno.EIO: "check the disk",
    errno.ENOENT: "look whether it was moved",
}


def write(
    path: Path,
    expected: bytes,
    content: bytes,
    before_replacing: Callable[[], None] = lambda: None,
) -> None:
    """Put ``content`` in the place of ``expected``, with mode, owner and extended attributes kept.

    A symbolic link stays one: the file that it leads to is replaced. ``before_replacing`` is
    called when everything is ready but the last step; what it raises leaves the note as it was.
    Whether the old or the new note outlives a power cut is certain only after ``sync_folder``.

    Raises:
        NoteChangedError: the note holds something else by now.
        WriteError: it cannot be written.
    """
    try:
        _replace(Path(os.path.realpath(path)), expected, content, before_replacing)
    except OSError as error:
        raise WriteError(
            f"cannot write {path}: {error.strerror or error}; nothing was changed",
            f"{_remedy(error)}, then run notelint again",
        ) from error


def _remedy(error: OSError) -> str:
    if getattr(error, "winerror", None) == _IN_USE:
        return "close it in other programs"
    return _REMEDIES.get(error.errno or 0, "check the permissions of the note and its folder")


def _replace(
    path: Path, expected: bytes, content: bytes, before_replacing: Callable[[], None]
) -> None:
    import tempfile  # only loaded where a note is written

    status = path.stat()
    _refuse_what_cannot_be_replaced(path, status)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX, suffix=_SUFFIX)
    try:
        try:
            write_all(handle, content)
            _keep_what_it_had(path, status, name)
            os.fsync(handle)
        finally:
            os.close(handle)
        status = path.stat()
        if not _holds(path, expected):
            raise _changed(path)
        before_replacing()
        if _signature(path.stat()) != _signature(status):
            raise _changed(path)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _holds(path: Path, expected: bytes) -> bool:
    try:
        return read_regular(path, len(expected)) == expected
    except TooLargeError:
        return False


def _signature(status: os.stat_result) -> tuple[int, ...]:
    """What differs once a file was written again, also where its time was set back."""
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _changed(path: Path) -> NoteChangedError:
    return NoteChangedError(
        f"{path} changed while it was checked; nothing was changed", "run notelint again"
    )


def _refuse_what_cannot_be_replaced(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is no file")
    if not status.st_mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, "the file is read-only")
    if status.st_nlink > 1:
        # To replace it would part the two names without a word, to write into it could leave half
        # a note, and only its owner knows whether the other name is the same note or a backup.
        raise WriteError(
            f"{path} has another name on this disk (a hard link), which would keep the old text;"
            " nothing was changed",
            "make one of them a copy or a symbolic link",
        )


def _keep_what_it_had(path: Path, status: os.stat_result, name: str) -> None:
    """Owner before mode, since a new owner takes bits away; attributes last, since access lists
    are among them. Python reads no attributes on macOS, and no access lists on Windows."""
    if hasattr(os, "chown"):
        for owner in (status.st_uid, -1):  # only root gives files away, but a group may be kept
            with suppress(OSError):
                os.chown(name, owner, status.st_gid)
                break
    os.chmod(name, stat.S_IMODE(status.st_mode))
    if not hasattr(os, "listxattr"):
        return
    for attribute in _attributes(path):
        try:
            os.setxattr(name, attribute, os.getxattr(path, attribute))
        except OSError:
            if attribute.startswith("user."):  # somebody's own words; the others are the system's
                raise


def _attributes(path: Path) -> list[str]:
    try:
        return os.listxattr(path)
    except OSError as error:
        if error.errno in (errno.ENOTSUP, errno.ENOSYS):
            return []
        raise


def write_all(handle: int, content: bytes) -> None:
    """Write all bytes, in as many calls as the system takes."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def sync_folders(folders: Iterable[Path]) -> None:
    for folder in folders:
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make new names last. Files are whole either way, and not every system can do it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(folders: Iterable[Path]) -> None:
    """Remove what a killed run left. Only for who holds the vault's lock: no other run is at it."""
    for folder in folders:
        with suppress(OSError):
            left = [entry for entry in os.scandir(folder) if _LEFTOVER.fullmatch(entry.name)]
            for entry in left:
                with suppress(OSError):
                    os.unlink(entry)
