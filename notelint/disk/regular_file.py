"""Files of bounded size read, and nothing else: no pipe, no device, nothing without an end."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BEGINNING = 80  # bytes
_KINDS = {
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
# A pipe that took the file's place meanwhile is opened without waiting for who writes in it. A
# terminal does not become that of the process. Windows: no byte is changed.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)


class TooLargeError(OSError):
    """More bytes than are read: ``size`` of them, which start with ``beginning``."""

    def __init__(self, size: int, most: int, beginning: bytes = b"") -> None:
        super().__init__(errno.EFBIG, f"{size:,} bytes, more than {most:,}")
        self.size = size
        self.beginning = beginning


_WITNESSES: list[set[str]] = []


@contextmanager
def files_read() -> Iterator[set[str]]:
    """The paths of all files that are opened here meanwhile."""
    seen: set[str] = set()
    _WITNESSES.append(seen)
    try:
        yield seen
    finally:
        _WITNESSES.remove(seen)


def read_regular(path: str | Path, most: int, flags: int = 0) -> bytes:
    """What a file holds, if that is no more than ``most`` bytes.

    Raises:
        OSError: it cannot be read, or is no file; ``strerror`` says which.
        TooLargeError: it has more bytes.
    """
    handle = open_regular(path, most, flags)
    try:
        return _read(handle, os.fstat(handle).st_size, most)
    finally:
        os.close(handle)


def open_regular(path: str | Path, most: int, flags: int = 0) -> int:
    """The handle of a file that is open for reading, if it has no more than ``most`` bytes.

    Raises:
        OSError: it cannot be opened, or is no file; ``strerror`` says which.
        TooLargeError: it has more bytes.
    """
    for seen in _WITNESSES:
        seen.add(os.path.abspath(path))
    _refuse_others(os.stat(path, follow_symlinks=not flags & NO_FOLLOW))  # to open may do something
    handle = os.open(path, _FLAGS | flags)
    try:
        status = os.fstat(handle)
        _refuse_others(status)
        if status.st_size > most:
            raise TooLargeError(status.st_size, most, os.read(handle, _BEGINNING))
    except BaseException:
        os.close(handle)
        raise
    return handle


def _read(handle: int, expected: int, most: int) -> bytes:
    """A file to its end, which may be elsewhere than expected: it grows, or is made up."""
    piece = os.read(handle, expected + 1)
    if len(piece) == expected:
        return piece
    content = bytearray(piece)
    while piece and len(content) <= most:
        piece = os.read(handle, most + 1)
        content += piece
    if len(content) > most:
        raise TooLargeError(len(content), most, bytes(content[:_BEGINNING]))
    return bytes(content)


def _refuse_others(status: os.stat_result) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    kind = stat.S_IFMT(status.st_mode)
    if kind == stat.S_IFDIR:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    raise OSError(errno.EINVAL, f"{_KINDS.get(kind, 'something else')}, not a file")
