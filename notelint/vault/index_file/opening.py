"""An index that is in a file, opened: it answers all that an index in memory answers.

Opening reads next to nothing, and each process has in memory only what it has looked at lately. It
goes to other processes as its path.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from notelint.values import dataclass
from notelint.vault.index import VaultIndex
from notelint.vault.index_file import tables
from notelint.vault.index_file.indexed import Indexed
from notelint.vault.index_file.named_files import (
    Files,
    FilesByKey,
    FolderNames,
    NamesNear,
    TitleWords,
    Unlisted,
)
from notelint.vault.index_file.rows import Rows, Summaries, links_among, notes_among
from notelint.vault.index_file.values import read_count, read_forms, read_words
from notelint.vault.layered import Layered
from notelint.vault.names import FileNames
from notelint.vault.spelling import Spelling


@dataclass(frozen=True)
class _NamesInFile(FileNames):
    location: Path = Path()

    def __reduce__(self) -> tuple[Callable[[Path], FileNames], tuple[Path]]:
        return _names, (self.location.absolute(),)


@dataclass(frozen=True)
class _IndexInFile(VaultIndex):
    location: Path = Path()

    def __reduce__(self) -> tuple[Callable[[Path], VaultIndex], tuple[Path]]:
        return _index, (self.location.absolute(),)


@dataclass(frozen=True)
class OpenIndex:
    """``names`` are the files of a vault, ``index`` what its notes hold. What is looked up raises
    ReadError where the file at ``location`` is broken."""

    location: Path
    names: FileNames
    index: VaultIndex

    def __reduce__(self) -> tuple[Callable[[Path], OpenIndex], tuple[Path]]:
        return open_index, (self.location.absolute(),)


def open_index(path: Path) -> OpenIndex:
    """Open the index in a file.

    Raises:
        ReadError: it cannot be read, is no index, of another version of notelint, or not whole.
    """
    index = Indexed(path)
    return OpenIndex(path, _names_of(index), _index_of(index))


def _names(path: Path) -> FileNames:
    return _names_of(Indexed(path))


def _index(path: Path) -> VaultIndex:
    return _index_of(Indexed(path))


def _names_of(index: Indexed) -> FileNames:
    folders: Rows[int] = Rows(index, tables.FOLDERS, read_count)
    location = index.location
    names = _NamesInFile(Layered(FilesByKey(index)), Layered(folders), Unlisted(index), location)
    vars(names).update(
        files=Files(index),
        signs=frozenset(index.signs),
        folder_names=FolderNames(index),
        title_words=TitleWords(index),
        near_names=NamesNear(index),
    )
    return names


def _index_of(index: Indexed) -> VaultIndex:
    opened = _IndexInFile(Layered(Summaries(index)), index.location)
    words, small, mixed = (_counts(index, name) for name in tables.COUNTED_WORDS)
    compounds = Layered(Rows(index, tables.COMPOUNDS, read_words))
    printing: Rows[Mapping[str, int]] = Rows(index, tables.PRINTING, read_forms)
    parts: dict[str, Any] = {
        "aliases": Layered(notes_among(index, tables.ALIASES)),
        "linking": Layered(links_among(index, tables.LINKING)),
        "naming": _counts(index, tables.NAMING),
        "printing": Layered(printing),
        "spelling": Spelling(words, small, mixed, compounds),
    }
    vars(opened).update(parts)
    return opened


def _counts(index: Indexed, name: str) -> Layered[str, int]:
    return Layered(Rows(index, name, read_count))
