"""What notes hold, looked up in the file of an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from notelint.notes import NoteSummary
from notelint.vault.index_file.indexed import Indexed
from notelint.vault.index_file.values import decompress, read_ids, read_links, to_bytes, to_text
from notelint.vault.index_parts import summary_of
from notelint.vault.resolution import LinkFrom

Value = TypeVar("Value")
_MOST_KEPT = 4096  # answers
_MOST_SUMMARIES = 1000


class Rows(Mapping[str, Value], Generic[Value]):
    """A table as a mapping. Answers are remembered for a while: a thousand links may ask for the
    same name, and the files that have it may be many."""

    def __init__(self, index: Indexed, name: str, read: Callable[[bytes], Value]) -> None:
        self._index, self._table, self._read = index, index.table(name), read
        self._known: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        known = self._known
        if key in known:
            return known[key]
        value = self._found(key)
        if value is None:
            raise KeyError(key)
        if len(known) >= _MOST_KEPT:
            known.clear()
        known[key] = value
        return value

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and to_bytes(key) in self._table

    def __iter__(self) -> Iterator[str]:
        return (self._there(self._index.read(to_text, key)) for key, _ in self._table.rows())

    def __len__(self) -> int:
        return len(self._table)

    def _there(self, key: str) -> str:
        """A key of the table, which must be found by it."""
        if self._found(key) is None:
            raise self._index.broken()
        return key

    def _found(self, key: str) -> Value | None:
        data = self._table.get(to_bytes(key))
        return None if data is None else self._index.read(self._read, data)


class Summaries(Mapping[str, NoteSummary]):
    """What notes hold, by their paths."""

    def __init__(self, index: Indexed) -> None:
        self._index = index
        self._known: dict[str, NoteSummary] = {}

    def __getitem__(self, path: str) -> NoteSummary:
        known = self._known
        if path not in known:
            if len(known) >= _MOST_SUMMARIES:
                known.clear()
            known[path] = self._summary(path)
        return known[path]

    def _summary(self, path: str) -> NoteSummary:
        number = self._index.number(path)
        row = b"" if number is None else self._index.rows[number]
        if not row:
            raise KeyError(path)
        return self._index.read(read_summary, row)

    def __contains__(self, path: object) -> bool:
        number = self._index.number(path) if isinstance(path, str) else None
        return number is not None and self._index.rows.size(number) > 0

    def __iter__(self) -> Iterator[str]:
        rows = self._index.rows
        for number, data in enumerate(self._index.paths):
            if rows.size(number) > 0:
                path = self._index.read(to_text, data)
                if path not in self:
                    raise self._index.broken()
                yield path

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
