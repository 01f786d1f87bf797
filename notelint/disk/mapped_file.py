"""A file of named sections that is written once and read where it is looked at.

It is mapped into memory, so that to open it costs nothing and all processes share it. Each block
of a section has a check sum, which is compared when the block is first looked at: a byte that is
not as it was written is an error that names the file, and never an answer.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
import zlib
from array import array
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO, Literal

from notelint.disk.kept_file import put_in_place
from notelint.disk.regular_file import open_regular
from notelint.values import Place, ReadError, WriteError, __version__

# The numbers in a file stand as they do in memory, so another kind of machine cannot read it.
_MARK = f"notelint index 1 {__version__} {sys.byteorder}\n".encode("ascii")
_ANY_MARK = b"notelint index "
_BLOCK = 1 << 16  # bytes with one check sum
_ALIGNED = 8
_NUMBER = 8  # bytes
_LONGEST_TABLE = 1_000_000  # bytes
_MOST = 1 << 46  # bytes of a file
NumberType = Literal["I", "Q"]
_ANEW = "remove it and make it anew"
_MODE = 0o666  # as other programs have it: others may read what they are given


class SectionWriter:
    """Writes one section after the other into a file."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._at = out, 0
        self._table: dict[str, list[int]] = {}
        self._put(_MARK)

    def put(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a section, given in pieces."""
        self._put(bytes(-self._at % _ALIGNED))
        start, checks, rest = self._at, array("I"), bytearray()
        for piece in pieces:
            rest += piece
            while len(rest) >= _BLOCK:
                self._put_block(bytes(rest[:_BLOCK]), checks)
                del rest[:_BLOCK]
        if rest:
            self._put_block(bytes(rest), checks)
        size, told = self._at - start, checks.tobytes()
        self._put(bytes(-self._at % _ALIGNED))
        self._put(told)
        self._table[name] = [start, size, zlib.crc32(told)]

    def finish(self) -> None:
        """Write where the sections stand, and see to it that all is on the disk."""
        table = json.dumps(self._table).encode("ascii")
        self._put(table)
        self._put(zlib.crc32(table).to_bytes(_NUMBER, "little"))
        self._put(len(table).to_bytes(_NUMBER, "little"))
        self._out.flush()
        os.fsync(self._out.fileno())

    def _put_block(self, block: bytes, checks: array[int]) -> None:
        checks.append(zlib.crc32(block))
        self._put(block)

    def _put(self, data: bytes) -> None:
        self._out.write(data)
        self._at += len(data)


def write_sections(file: Path, write: Callable[[SectionWriter], None]) -> None:
    """Put a file with the sections that ``write`` writes in its place, whole or not at all.

    Raises:
        WriteError: it cannot be written.
    """

    def written(out: BinaryIO) -> None:
        writer = SectionWriter(out)
        write(writer)
        writer.finish()

    try:
        put_in_place(file, written, mode=_MODE)
    except OSError as error:
        raise WriteError(
            f"cannot be written: {error.strerror or error}",
            "make room on the disk, or check the permissions of its folder",
            Place(str(file)),
        ) from error


class MappedFile:
    """A file of sections that is open.

    Raises:
        ReadError: it cannot be read, is none, of another version, or not whole.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._views: list[memoryview] = []
        self._map = _mapped(path)
        self._sections: dict[str, Section] = {}
        self._table = self._read_table()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its sections, in their order."""
        return tuple(self._table)

    def section(self, name: str) -> Section:
        """A section by its name.

        Raises:
            ReadError: there is none.
        """
        if name not in self._sections:
            self._sections[name] = Section(self, self._map, *self._place(name))
        return self._sections[name]

    def viewed(self, start: int, size: int, code: NumberType) -> memoryview:
        """Numbers of the file, of a type of ``array``, as they stand there."""
        view = memoryview(self._map)[start : start + size]
        numbers = view.cast("B").cast(code)
        self._views += (view, numbers)
        return numbers

    def broken(self) -> ReadError:
        """What to raise where something in the file makes no sense."""
        return ReadError("not as it was written", _ANEW, Place(str(self.path)))

    def close(self) -> None:
        """Let go of the file; nothing can be read of it any more."""
        for view in reversed(self._views):
            view.release()
        self._map.close()

    def _place(self, name: str) -> tuple[int, int, memoryview]:
        try:
            start, size, check = self._table[name]
            checks_at, blocks = start + size + -size % _ALIGNED, -(-size // _BLOCK)
            known = self._map[checks_at : checks_at + 4 * blocks]
        except (KeyError, TypeError, ValueError) as error:
            raise self.broken() from error
        if min(start, size) < 0 or len(known) != 4 * blocks or zlib.crc32(known) != check:
            raise self.broken()
        return start, size, self.viewed(checks_at, 4 * blocks, "I")

    def _read_table(self) -> dict[str, Any]:
        if self._map[: len(_MARK)] != _MARK:
            if self._map[: len(_ANY_MARK)] != _ANY_MARK:
                raise _no_index(self.path)
            problem = "made by another version of notelint"
            raise ReadError(problem, "make it anew with this one", Place(str(self.path)))
        end = len(self._map) - 2 * _NUMBER
        check, size = (
            int.from_bytes(self._map[at : at + _NUMBER], "little") for at in (end, end + _NUMBER)
        )
        told = self._map[max(end - size, 0) : end] if size <= _LONGEST_TABLE else b""
        if len(told) != size or zlib.crc32(told) != check:
            raise ReadError("not whole", _ANEW, Place(str(self.path)))
        try:
            table = json.loads(told)
        except (ValueError, RecursionError) as error:
            raise self.broken() from error
        return table if isinstance(table, dict) else {}


class Section:
    """Some bytes of a mapped file, compared with their check sums before they are given."""

    def __init__(
        self, file: MappedFile, mapped: mmap.mmap, start: int, size: int, checks: memoryview
    ) -> None:
        self.file, self.size = file, size
        self._map, self._start, self._checks = mapped, start, checks
        self._is_sound = bytearray(len(checks))

    def read(self, start: int, end: int) -> bytes:
        """Its bytes from one place to another.

        Raises:
            ReadError: it has no such bytes, or they are not as they were written.
        """
        if not 0 <= start <= end <= self.size:
            raise self.file.broken()
        for block in range(start // _BLOCK, -(-end // _BLOCK)):
            if not self._is_sound[block]:
                self._verify(block)
        return self._map[self._start + start : self._start + end]

    def numbers(self, code: NumberType) -> memoryview:
        """All of it as numbers of a type of ``array``.

        Raises:
            ReadError: it is nothing of the kind, or not as it was written.
        """
        if self.size % array(code).itemsize:
            raise self.file.broken()
        for block in range(len(self._checks)):
            self._verify(block)
        return self.file.viewed(self._start, self.size, code)

    def _verify(self, block: int) -> None:
        start = self._start + block * _BLOCK
        end = min(start + _BLOCK, self._start + self.size)
        if zlib.crc32(self._map[start:end]) != self._checks[block]:
            raise self.file.broken()
        self._is_sound[block] = True


def _no_index(path: Path) -> ReadError:
    return ReadError("no index of notelint", f"check the path, or {_ANEW}", Place(str(path)))


def _mapped(path: Path) -> mmap.mmap:
    try:
        handle = open_regular(path, _MOST)
        try:
            return mmap.mmap(handle, 0, access=mmap.ACCESS_READ)
        finally:
            os.close(handle)
    except ValueError as error:  # it is empty
        raise _no_index(path) from error
    except OSError as error:
        raise ReadError(
            f"cannot be read: {error.strerror or error}", "check the path", Place(str(path))
        ) from error
