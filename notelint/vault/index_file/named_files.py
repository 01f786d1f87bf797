"""The names of a vault's files, looked up in the file of an index."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import overload

from notelint.values import words_key
from notelint.vault.index_file import tables
from notelint.vault.index_file.indexed import Indexed
from notelint.vault.index_file.rows import InFile
from notelint.vault.index_file.values import read_ids, to_bytes, to_text
from notelint.vault.names import NOTE_SUFFIX, shown_name
from notelint.vault.near_names import NearNames


class FilesByKey(InFile[tuple[str, ...]]):
    """Files by all keys of their names; the table has one key of each."""

    def __init__(self, index: Indexed) -> None:
        super().__init__(index)
        self._table = index.table(tables.NAMES)

    def __iter__(self) -> Iterator[str]:
        for data, value in self._table.rows():
            key = self._index.read(to_text, data)
            yield self._there(key)
            with_ending = key + NOTE_SUFFIX
            if self._marked(value, only=1) and self._table.get(to_bytes(with_ending)) is None:
                yield with_ending

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and bool(self._marked_by(key))

    def _found(self, key: str) -> tuple[str, ...] | None:
        marked = self._marked_by(key)
        return tuple(self._index.path(number >> 1) for number in marked) or None

    def _marked_by(self, key: str) -> list[int]:
        marked = self._marked(self._table.get(to_bytes(key)))
        if key.endswith(NOTE_SUFFIX):
            bare = key.removesuffix(NOTE_SUFFIX)
            marked += self._marked(self._table.get(to_bytes(bare)), only=1)
            marked.sort()
        return marked

    def _marked(self, value: bytes | None, only: int = 0) -> list[int]:
        """The numbers of files, or only those of notes, with their marks."""
        numbers = self._index.read(read_ids, value or b"")
        return [number for number in numbers if number & only == only]


class Files(Sequence[str]):
    """All files, in order."""

    def __init__(self, index: Indexed) -> None:
        self._index = index

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        if isinstance(at, slice):
            return tuple(map(self._index.path, range(len(self))[at]))
        return self._index.path(range(len(self))[at])

    def __len__(self) -> int:
        return len(self._index.paths)

    def __iter__(self) -> Iterator[str]:
        return (self._index.read(to_text, path) for path in self._index.paths)

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._index.number(path) is not None


class Unlisted(AbstractSet[str]):
    """The files that are not suggested."""

    def __init__(self, index: Indexed) -> None:
        self._index = index

    def __contains__(self, path: object) -> bool:
        number = self._index.number(path) if isinstance(path, str) else None
        return number is not None and self._index.is_unlisted(number)

    def __iter__(self) -> Iterator[str]:
        return map(self._index.path, self._index.unlisted)

    def __len__(self) -> int:
        return len(self._index.unlisted)


class FolderNames(Container[str]):
    """What folders are called, to the letter."""

    def __init__(self, index: Indexed) -> None:
        self._table = index.table(tables.FOLDER_NAMES)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._table.get(to_bytes(name)) is not None


class TitleWords(Container[str]):
    """The names of files without case and punctuation. Of most the words are the key, which is not
    kept twice; those with `.md` follow from those without."""

    _ENDING = words_key(NOTE_SUFFIX)

    def __init__(self, index: Indexed) -> None:
        self._index = index
        self._keys, self._words = index.table(tables.NAMES), index.table(tables.TITLE_WORDS)

    def __contains__(self, words: object) -> bool:
        if not isinstance(words, str):
            return False
        bare = words.removesuffix(self._ENDING)
        is_whole = bare != words and (not bare or bare.endswith(" "))
        return self._has(words) or (is_whole and self._has(bare.removesuffix(" "), only=1))

    def _has(self, words: str, only: int = 0) -> bool:
        """Whether some name has these words, or that of a note without its ending."""
        key = to_bytes(words)
        found = self._words.get(key)
        if found is not None and (not only or found == tables.A_NOTE):
            return True
        called = self._keys.get(key) if words_key(words) == words else None
        numbers = self._index.read(read_ids, called or b"")
        return any(number & only == only for number in numbers)


class NamesNear(NearNames):
    """Names are known by the first file that has them."""

    def __init__(self, index: Indexed) -> None:
        super().__init__(())
        self._index, self._table = index, index.table(tables.NEAR)

    def _name(self, index: int) -> str:
        return shown_name(self._index.path(index))

    def _key(self, index: int) -> str:
        return words_key(self._name(index))

    def _posting(self, trigram: str) -> array[int]:
        return self._index.read(read_ids, self._table.get(to_bytes(trigram)) or b"")
