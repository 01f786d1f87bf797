"""What notes hold, looked up in the file of an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from notelint.notes import NoteSummary
from notelint.vault.index_file.indexed import Indexed
from notelint.vault.index_file.values import decompress, read_ids, read_links, to_bytes, to_text
from notelint.vault.index_parts import MOST_SUMMARIES, summary_of
from notelint.vault.remembered import Remembered
from notelint.vault.resolution import LinkFrom

Value = TypeVar("Value")


class InFile(Remembered[Value]):
    """What is read of the file of an index."""

    def __init__(self, index: Indexed) -> None:
        super().__init__()
        self._index = index

    def _there(self, key: str) -> str:
        """A key of the file, which must be found by it."""
        if key not in self:
            raise self._index.broken()
        return key


class Rows(InFile[Value]):
    """A table as a mapping."""

    def __init__(self, index: Indexed, name: str, read: Callable[[bytes], Value]) -> None:
        super().__init__(index)
        self._table, self._read = index.table(name), read

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and to_bytes(key) in self._table

    def __iter__(self) -> Iterator[str]:
        return (self._there(self._index.read(to_text, key)) for key, _ in self._table.rows())

    def __len__(self) -> int:
        return len(self._table)

    def _found(self, key: str) -> Value | None:
        data = self._table.get(to_bytes(key))
        return None if data is None else self._index.read(self._read, data)


class Summaries(InFile[NoteSummary]):
    """What notes hold, by their paths."""

    _most = MOST_SUMMARIES

    def _found(self, path: str) -> NoteSummary | None:
        number = self._index.number(path)
        row = b"" if number is None else self._index.rows[number]
        return self._index.read(read_summary, row) if row else None

    def __contains__(self, path: object) -> bool:
        number = self._index.number(path) if isinstance(path, str) else None
        return number is not None and self._index.rows.size(number) > 0

    def __iter__(self) -> Iterator[str]:
        rows = self._index.rows
        for number, data in enumerate(self._index.paths):
            if rows.size(number) > 0:
                yield self._there(self._index.read(to_text, data))

    def __len__(self) -> int:
        return self._index.note_count


def read_summary(row: bytes) -> NoteSummary:
    return summary_of(decompress(row))


def links_among(index: Indexed, name: str) -> Rows[tuple[LinkFrom, ...]]:
    """Links to places in notes, and the notes that have them."""

    def read(data: bytes) -> tuple[LinkFrom, ...]:
        return tuple((index.path(number), linked) for number, linked in read_links(data))

    return Rows(index, name, read)


def notes_among(index: Indexed, name: str) -> Rows[tuple[str, ...]]:
    """Groups of notes."""

    def read(data: bytes) -> tuple[str, ...]:
        return tuple(map(index.path, read_ids(data)))

    return Rows(index, name, read)
