"""Texts of a file by their numbers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise

from notelint.disk import MappedFile, SectionWriter
from notelint.vault.index_file.table import read_starts, starts_in_bytes

_AT_ONCE = 16  # few, since a fold goes through many files at a time


class Texts:
    """Pieces of bytes in an order of their own. To look at one raises ReadError where the file is
    broken.

    Raises:
        ReadError: there are not ``count`` of them.
    """

    def __init__(self, file: MappedFile, name: str, count: int) -> None:
        self._file, self._count, self._texts = file, count, file.section(name)
        self._starts = read_starts(file.section(f"{name} starts"), count)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> bytes:
        starts = self._starts
        if not 0 <= number < self._count:
            raise self._file.broken()
        return self._texts.read(starts[number], starts[number + 1])

    def size(self, number: int) -> int:
        """How many bytes a piece has."""
        starts = self._starts
        if not 0 <= number < self._count:
            raise self._file.broken()
        size: int = starts[number + 1] - starts[number]
        return size

    def __iter__(self) -> Iterator[bytes]:
        starts = self._starts
        for at in range(0, len(self), _AT_ONCE):
            cuts = starts[at : at + _AT_ONCE + 1].tolist()
            data, base = self._texts.read(cuts[0], cuts[-1]), cuts[0]
            for start, end in pairwise(cuts):
                yield data[start - base : end - base]


def write_texts(sections: SectionWriter, name: str, texts: Iterable[bytes]) -> None:
    """Write pieces in their order."""
    starts = array("Q", [0])
    sections.put(name, _counted(texts, starts))
    sections.put(f"{name} starts", [starts_in_bytes(starts)])


def _counted(texts: Iterable[bytes], starts: array[int]) -> Iterator[bytes]:
    at = 0
    for text in texts:
        at += len(text)
        starts.append(at)
        yield text
