"""An index file that is open: its tables, and its files by their numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from notelint.disk import MappedFile
from notelint.values import ReadError
from notelint.vault.index_file import tables
from notelint.vault.index_file.table import Table
from notelint.vault.index_file.texts import Texts
from notelint.vault.index_file.values import NONSENSE, read_ids, to_bytes, to_text
from notelint.vault.names import name_keys

Value = TypeVar("Value")


class Indexed:
    """All that is looked at is read then. ReadError is raised where the file is broken.

    Raises:
        ReadError: it cannot be read, is no index, of another version, or not whole.
    """

    def __init__(self, path: Path) -> None:
        self._file = MappedFile(path)
        self._tables: dict[str, Table] = {}

    @property
    def location(self) -> Path:
        return self._file.path

    @cached_property
    def paths(self) -> Texts:
        """The paths of all files, in order."""
        return Texts(self._file, tables.PATHS, self._counts[0])

    @cached_property
    def rows(self) -> Texts:
        """What is known of each file; nothing where it is no note that could be read."""
        return Texts(self._file, tables.ROWS, self._counts[0])

    @property
    def note_count(self) -> int:
        """How many files are notes that could be read."""
        if self._counts[1] > len(self.paths):
            raise self.broken()
        return self._counts[1]

    @cached_property
    def _counts(self) -> tuple[int, int]:
        numbers = self._file.section(tables.COUNTS).numbers("Q")
        if len(numbers) != 2:
            raise self.broken()
        return numbers[0], numbers[1]

    @cached_property
    def unlisted(self) -> memoryview:
        """The numbers of the files that are not suggested, in order."""
        return self._file.section(tables.UNLISTED).numbers("I")

    @cached_property
    def signs(self) -> str:
        """The signs at which a link ends that stand in names."""
        section = self._file.section(tables.SIGNS)
        return self.read(to_text, section.read(0, section.size))

    def table(self, name: str) -> Table:
        if name not in self._tables:
            self._tables[name] = Table(self._file, name)
        return self._tables[name]

    def path(self, number: int) -> str:
        """The path of a file."""
        return self.read(to_text, self.paths[number])

    def number(self, path: str) -> int | None:
        """The number of a file; None where there is none of that path."""
        called = self.table(tables.NAMES).get(to_bytes(name_keys(path)[-1]))
        if called is None:
            return None
        numbers, wanted = self.read(read_ids, called), to_bytes(path)
        at = bisect_left(numbers, wanted, key=self._path_of_marked)
        is_there = at < len(numbers) and self._path_of_marked(numbers[at]) == wanted
        return numbers[at] >> 1 if is_there else None

    def _path_of_marked(self, marked: int) -> bytes:
        return self.paths[marked >> 1]

    def is_unlisted(self, number: int) -> bool:
        at = bisect_left(self.unlisted, number)
        return at < len(self.unlisted) and self.unlisted[at] == number

    def read(self, read: Callable[[bytes], Value], data: bytes) -> Value:
        """What some bytes of the file say."""
        try:
            return read(data)
        except NONSENSE as error:
            raise self.broken() from error

    def broken(self) -> ReadError:
        """What to raise where something in the file makes no sense."""
        return self._file.broken()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
