"""Where what a run makes stands: a folder on this machine, or a place in a store.

A file is there when it is whole, and not before, wherever that is.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Protocol

from notelint.batch.address import is_stored, path_of
from notelint.values import ReadError, WriteError, lazy_pattern

_REMEDIES = {
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room in your quota",
    errno.EROFS: "name a place that can be written",
    errno.ENOTDIR: "take away the file that is in the place of a folder",
    errno.EEXIST: "take away the file that is in the place of a folder",
}
_NOT_THERE = (FileNotFoundError, NotADirectoryError)
LISTING = ".listing-"  # and a key; it goes when the run is done
# What writes an index puts its own names around ours.
_LEFTOVER = lazy_pattern(
    rf"\.{{1,2}}notelint-[0-9a-f]+-[0-9a-f]+\.tmp(?:-.*)?|\{LISTING}[0-9a-f]{{32}}"
)


class Store(Protocol):
    """A folder of files, by their names."""

    def read(self, name: str, start: int = 0, size: int | None = None) -> bytes:
        """What a file holds, or a part of it.

        Raises:
            FileNotFoundError: there is no such file.
            ReadError: it cannot be read.
        """

    def has(self, name: str) -> bool:
        """Whether there is such a file."""

    def names(self) -> list[str]:
        """The names of all files in the folder, in any order; none where there is no folder."""

    def writing(self, name: str, is_synced: bool = True) -> AbstractContextManager[Path]:
        """A file of this machine to write into; once that is done it takes its place. Where it
        ``is_synced``, it outlasts a power cut as a whole: it is then known by its name alone.

        Raises:
            WriteError: it cannot be written.
        """

    def file(self, name: str) -> AbstractContextManager[Path]:
        """A file of this machine that holds the same, as long as it is needed.

        Raises:
            FileNotFoundError: there is no such file.
            ReadError: it cannot be read.
        """

    def move(self, name: str, other: str) -> None:
        """Call a file otherwise."""

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""

    def sweep(self) -> None:
        """Take away what killed runs left. Only for who knows that no other run is at work."""


def store_at(address: str) -> Store:
    """The folder at an address, which need not be there.

    Raises:
        UsageError: what the store needs is not installed.
    """
    if is_stored(address):
        from notelint.batch.object_store import ObjectStore  # with the library that knows stores

        return ObjectStore.at(address)
    return Folder(path_of(address))


def put(store: Store, name: str, content: bytes) -> None:
    """Write a file that is in memory already, and is read again whenever it counts.

    Raises:
        WriteError: it cannot be written.
    """
    with store.writing(name, is_synced=False) as path:
        path.write_bytes(content)


class Folder:
    """A folder of this machine."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, name: str, start: int = 0, size: int | None = None) -> bytes:
        with self._reading(name), open(self.path / name, "rb") as file:
            file.seek(start)
            return file.read(-1 if size is None else size)

    def has(self, name: str) -> bool:
        with self._reading(name):
            return (self.path / name).is_file()

    def names(self) -> list[str]:
        with suppress(FileNotFoundError), self._reading():
            return [entry.name for entry in os.scandir(self.path) if entry.is_file()]
        return []

    @contextmanager
    def writing(self, name: str, is_synced: bool = True) -> Iterator[Path]:
        new = self.path / f".notelint-{os.getpid():x}-{os.urandom(6).hex()}.tmp"
        try:
            with self._writing(name):
                self.path.mkdir(parents=True, exist_ok=True)
                yield new
                if is_synced:
                    _sync(new)
                os.replace(new, self.path / name)
        finally:
            with suppress(OSError):
                os.unlink(new)

    @contextmanager
    def file(self, name: str) -> Iterator[Path]:
        yield self.path / name

    def move(self, name: str, other: str) -> None:
        with self._writing(other):
            os.replace(self.path / name, self.path / other)

    def remove(self, name: str) -> None:
        with self._writing(name), suppress(*_NOT_THERE):
            os.unlink(self.path / name)

    def sweep(self) -> None:
        with suppress(OSError):
            left = [item for item in os.scandir(self.path) if _LEFTOVER.fullmatch(item.name)]
            for entry in left:
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry, ignore_errors=True)
                else:
                    os.unlink(entry)

    @contextmanager
    def _reading(self, name: str = "") -> Iterator[None]:
        try:
            yield
        except _NOT_THERE as error:
            raise FileNotFoundError(*error.args) from error
        except OSError as error:
            problem = f"cannot read {self.path / name}: {error.strerror or error}"
            raise ReadError(problem, "check its permissions") from error

    @contextmanager
    def _writing(self, name: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            remedy = _REMEDIES.get(error.errno or 0, "check its permissions")
            problem = f"cannot write {self.path / name}: {error.strerror or error}"
            raise WriteError(problem, remedy) from error


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
