"""Tables of a file: values by keys, all in bytes, in an order that lets tables be merged.

Rows stand in the order of the check sums of their keys, which are as good as random: a row is found
by bisection among numbers, and tables are merged one equal part after the other.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from notelint.disk import MappedFile, Section, SectionWriter

HASHES = 1 << 32
_WIDE = 1 << 32  # bytes, from where on places take eight bytes each
_LONG = 255  # bytes of a key, from where on its size takes four more
_SIZE = 4
_AT_ONCE = 4096  # rows
Row = tuple[bytes, bytes]


def hash_of(key: bytes) -> int:
    """What rows are ordered by before their keys."""
    return zlib.crc32(key)


def order_of(key: bytes) -> tuple[int, bytes]:
    """The order of rows."""
    return zlib.crc32(key), key


class _Columns(NamedTuple):
    hashes: memoryview
    starts: memoryview
    rows: Section


class Table:
    """A table of a file. To look up raises ReadError where the file is broken."""

    def __init__(self, file: MappedFile, name: str) -> None:
        self._file, self._name = file, name

    @cached_property
    def _columns(self) -> _Columns:
        file, name = self._file, self._name
        hashes, rows = file.section(f"{name} hashes").numbers("I"), file.section(f"{name} rows")
        starts = read_starts(file.section(f"{name} starts"), len(hashes))
        return _Columns(hashes, starts, rows)

    def __len__(self) -> int:
        return len(self._columns.hashes)

    def get(self, key: bytes) -> bytes | None:
        """The value of a key; None where it has none."""
        hashes, starts, rows = self._columns
        number = hash_of(key)
        at = bisect_left(hashes, number)
        if at == len(hashes) or hashes[at] != number:
            return None
        end = at + 1
        if end < len(hashes) and hashes[end] == number:  # keys are easily made that share one
            end = bisect_right(hashes, number, end)
            at = bisect_left(range(at, end), key, key=self._key) + at
            if at == end:
                return None
        found, value = _parted(rows.read(starts[at], starts[at + 1]))
        return value if found == key else None

    def _key(self, at: int) -> bytes:
        _, starts, rows = self._columns
        return _parted(rows.read(starts[at], starts[at + 1]))[0]

    def rows(self, low: int = 0, high: int = HASHES) -> Iterator[Row]:
        """The rows with check sums from one to another, in order."""
        hashes, starts, rows = self._columns
        first, last = bisect_left(hashes, low), bisect_left(hashes, high)
        for at in range(first, last, _AT_ONCE):
            cuts = starts[at : min(at + _AT_ONCE, last) + 1].tolist()
            data, base = rows.read(cuts[0], cuts[-1]), cuts[0]
            for start, end in pairwise(cuts):
                yield _parted(data[start - base : end - base])


def write_table(sections: SectionWriter, name: str, rows: Iterable[Row]) -> None:
    """Write a table, its rows given in order."""
    hashes, starts = array("I"), array("Q", [0])
    sections.put(f"{name} rows", _written(rows, hashes, starts))
    sections.put(f"{name} hashes", [hashes.tobytes()])
    sections.put(f"{name} starts", [starts_in_bytes(starts)])


def _written(rows: Iterable[Row], hashes: array[int], starts: array[int]) -> Iterator[bytes]:
    at, crc32 = 0, zlib.crc32
    for key, value in rows:
        size = len(key)
        head = bytes((size,)) if size < _LONG else b"\xff" + size.to_bytes(_SIZE, "little")
        row = b"%b%b%b" % (head, key, value)
        at += len(row)
        hashes.append(crc32(key))
        starts.append(at)
        yield row


def _parted(row: bytes) -> Row:
    size = row[0] if row else 0
    if size < _LONG:
        return row[1 : size + 1], row[size + 1 :]
    end = _SIZE + 1 + int.from_bytes(row[1 : _SIZE + 1], "little")
    return row[_SIZE + 1 : end], row[end:]


def starts_in_bytes(starts: array[int]) -> bytes:
    """Places in a section, in as few bytes as hold the last one."""
    is_wide = bool(starts) and starts[-1] >= _WIDE
    return (starts if is_wide else array("I", starts)).tobytes()


def read_starts(section: Section, count: int) -> memoryview:
    """The places where ``count`` pieces start, and where the last one ends.

    Raises:
        ReadError: they are not as many.
    """
    if section.size == 4 * (count + 1):
        return section.numbers("I")
    if section.size == 8 * (count + 1):
        return section.numbers("Q")
    raise section.file.broken()
