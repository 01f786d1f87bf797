"""What is known of a vault, kept between runs in one file for each vault.

The file has named sections, of which a run reads those that it needs. It is of no worth to anybody
else and is never trusted: what does not look right counts as missing, and a broken file is made
anew. Nothing in it can be executed, as a pickle could.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from notelint.disk.regular_file import open_regular
from notelint.disk.user_folders import cache_folder, vault_key
from notelint.values import NamedTuple, __version__

_MARK = f"notelint cache 7 {__version__}"
_LONGEST_TABLE = 100_000  # bytes
_MOST_SECTIONS = 100
_MOST = 2_000_000_000  # bytes of a file, which one call of the system can read
_AT_ONCE = 500  # texts
_END = "\0"

Sections = Iterable[tuple[str, Iterable[bytes]]]  # each in pieces


class _Place(NamedTuple):
    """Where a section stands in the file, and its check sum."""

    start: int
    size: int
    check: int


def cache_file(root: Path, folder: Path | None) -> Path:
    """The cache of the vault at ``root``, in ``folder`` or in the user's cache folder."""
    if folder is None:
        folder = cache_folder()
    return folder / f"{vault_key(root)}.cache"


class Cache:
    """The sections that an earlier run kept of a vault; none where the file cannot be used.

    ``locate`` tells the file, or None where nothing is to be kept; it is asked when it is needed.
    Another run may put a new file in the place of this one at any time: what was opened once is
    read to the end.
    """

    def __init__(self, locate: Callable[[], Path | None]) -> None:
        self._locate = locate
        self._handle: int | None = None

    def section(self, name: str) -> bytes | None:
        """The bytes of a section; None where it is missing, or not as it was written."""
        place = self._table.get(name)
        if place is None or self._handle is None:
            return None
        with suppress(OSError):
            data = _read_at(self._handle, place.start, place.size)
            return data if zlib.crc32(data) == place.check else None
        return None

    @property
    def names(self) -> frozenset[str]:
        """The names of its sections."""
        return frozenset(self._table)

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process has not opened the file, and may find another in its place: it is given
        what stands in this one."""
        return HeldSections, ({name: self.section(name) for name in self.names},)

    def keep(self, sections: Sections) -> None:
        """Put a new file in its place, section by section. One that cannot be written is no reason
        to fail."""
        from notelint.disk.kept_file import put_in_place  # which a run that only reads does without

        with suppress(OSError):
            if (file := self._file) is not None:
                put_in_place(file, lambda new: _write(new, sections), self.close)

    def close(self) -> None:
        """Let go of the file."""
        if self._handle is not None:
            os.close(self._handle)
        self._handle = None
        vars(self).pop("_table", None)

    @cached_property
    def _file(self) -> Path | None:
        return self._locate()

    @cached_property
    def _table(self) -> Mapping[str, _Place]:
        if self._file is None:
            return {}
        try:
            self._handle = open_regular(self._file, _MOST)
            return _table_of(self._handle)
        except (OSError, ValueError):
            return {}


class HeldSections:
    """The sections of a cache without its file."""

    def __init__(self, held: Mapping[str, bytes | None]) -> None:
        self._held = held
        self.names = frozenset(held)

    def section(self, name: str) -> bytes | None:
        return self._held.get(name)


NO_CACHE = Cache(lambda: None)


def joined(texts: Iterable[str]) -> Iterator[bytes]:
    """Texts without a NUL as a section, in pieces."""
    rest = iter(texts)
    while batch := list(islice(rest, _AT_ONCE)):
        yield "".join([text + _END for text in batch]).encode("utf-8", "surrogatepass")


def parted(section: bytes | None) -> list[str]:
    """The texts that were joined; none where there is no such section, or it is broken."""
    try:
        return (section or b"").decode("utf-8", "surrogatepass").split(_END)[:-1]
    except UnicodeDecodeError:
        return []


def parted_bytes(section: bytes | None) -> list[bytes]:
    """The same texts as bytes."""
    return (section or b"").split(_END.encode())[:-1]


def _read_at(handle: int, start: int, size: int) -> bytes:
    os.lseek(handle, start, os.SEEK_SET)
    return os.read(handle, size)


def _table_of(handle: int) -> Mapping[str, _Place]:
    """Where the sections stand in a file. The table is its end.

    Raises:
        ValueError: it is the cache of another version, or none, or broken.
    """
    size = os.fstat(handle).st_size
    ending = _read_at(handle, max(size - _LONGEST_TABLE, 0), _LONGEST_TABLE)
    _, mark, table = ending.rpartition(f"\n{_MARK}\n".encode("ascii"))
    listed = table[: table.rfind(b"\n", 0, -1)]
    lines = listed.decode("ascii").splitlines()
    if not mark or len(lines) > _MOST_SECTIONS or table != _checked(listed):
        raise ValueError("another version")
    found, start = {}, 0
    for line in lines:
        length, check, name = line.split(" ", 2)
        found[name] = _Place(start, int(length), int(check))
        start += found[name].size
    if start + len(mark) + len(table) != size or any(place.size < 0 for place in found.values()):
        raise ValueError("not whole")
    return found


def _write(new: BinaryIO, sections: Sections) -> None:
    table = []
    for section, pieces in sections:
        size, check = 0, 0
        for piece in pieces:
            new.write(piece)
            size, check = size + len(piece), zlib.crc32(piece, check)
        table.append(f"{size} {check} {section}")
    new.write(_table_in_bytes(table))


def _table_in_bytes(lines: Iterable[str]) -> bytes:
    return f"\n{_MARK}\n".encode("ascii") + _checked("\n".join(lines).encode("ascii"))


def _checked(listed: bytes) -> bytes:
    return listed + f"\n{zlib.crc32(listed)}\n".encode("ascii")
