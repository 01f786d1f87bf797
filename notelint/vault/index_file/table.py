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

_BITS = 32
HASHES = 1 << _BITS
_FEW = 3  # bits of the number of rows that have the same first bits
_WIDE = 1 << 32  # bytes, from where on places take eight bytes each
_LONG = 255  # bytes of a key, from where on its size takes four more
_SIZE = 4
_AT_ONCE = 4096  # rows
Row = tuple[bytes, bytes]


def order_of(key: bytes) -> tuple[int, bytes]:
    """The order of rows."""
    return zlib.crc32(key), key


class _Columns(NamedTuple):
    hashes: memoryview
    shift: int
    fan: memoryview  # how many rows come before those whose check sums begin with these bits
    starts: memoryview
    rows: Section


class Table:
    """A table of a file. To look up raises ReadError where the file is broken."""

    def __init__(self, file: MappedFile, name: str) -> None:
        self._file, self._name = file, name

    @cached_property
    def _columns(self) -> _Columns:
        file, name = self._file, self._name
        hashes, fan = (file.section(f"{name} {part}").numbers("I") for part in ("hashes", "fan"))
        starts = read_starts(file.section(f"{name} starts"), len(hashes))
        bits = _bits_for(len(hashes))
        if len(fan) != (1 << bits) + 1:
            raise file.broken()
        return _Columns(hashes, _BITS - bits, fan, starts, file.section(f"{name} rows"))

    def __len__(self) -> int:
        return len(self._columns.hashes)

    def __contains__(self, key: bytes) -> bool:
        return self._find(key) is not None

    def get(self, key: bytes) -> bytes | None:
        """The value of a key; None where it has none."""
        row = self._find(key)
        return None if row is None else row[1]

    def _find(self, key: bytes) -> Row | None:
        hashes, shift, fan, starts, rows = self._columns
        number = zlib.crc32(key)
        first = number >> shift
        try:
            at = bisect_left(hashes, number, fan[first], fan[first + 1])
            if at == len(hashes) or hashes[at] != number:
                return None
            if at + 1 < len(hashes) and hashes[at + 1] == number:
                at = self._among_others(key, number, at)
            row = _parted(rows.read(starts[at], starts[at + 1]))
        except IndexError as error:
            raise self._file.broken() from error
        return row if row[0] == key else None

    def _among_others(self, key: bytes, number: int, at: int) -> int:
        """The row of a key whose check sum others have too: such keys are easily made."""
        end = bisect_right(self._columns.hashes, number, at)
        return min(bisect_left(range(at, end), key, key=self._key) + at, end - 1)

    def _key(self, at: int) -> bytes:
        *_, starts, rows = self._columns
        return _parted(rows.read(starts[at], starts[at + 1]))[0]

    def rows(self, low: int = 0, high: int = HASHES) -> Iterator[Row]:
        """The rows with check sums from one to another, in order."""
        hashes, _, _, starts, rows = self._columns
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
    sections.put(f"{name} fan", [_fan_of(hashes).tobytes()])
    sections.put(f"{name} starts", [starts_in_bytes(starts)])


def _fan_of(hashes: array[int]) -> array[int]:
    bits = _bits_for(len(hashes))
    return array("I", [bisect_left(hashes, n << (_BITS - bits)) for n in range((1 << bits) + 1)])


def _bits_for(rows: int) -> int:
    """How many first bits of check sums are looked up, so that few rows have the same."""
    return max(rows.bit_length() - _FEW, 0)


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
