"""Many index files to one: a merge of their tables that never has more than a part in memory.

A fold of folds is the same as a fold of all at once, to the byte.
"""

from __future__ import annotations

import heapq
import os
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import repeat
from pathlib import Path

from notelint.disk import SectionWriter, write_sections
from notelint.values import Place, UsageError
from notelint.vault.index_file import tables
from notelint.vault.index_file.indexed import Indexed
from notelint.vault.index_file.table import HASHES, Row, order_of, write_table
from notelint.vault.index_file.tables import Merge, Values
from notelint.vault.index_file.texts import write_texts
from notelint.vault.index_file.values import NONSENSE, pack_ids, read_ids
from notelint.vault.index_file.writing import write_beside
from notelint.vault.names import SIGNS, shown_name

_ROWS_AT_ONCE = 16_384
_LEAST_OF_EACH = 256  # rows at once of each file, so that turning to the next costs little
_MOST_AT_ONCE = 2000  # files


def fold_facts(inputs: Sequence[Path], output: Path) -> None:
    """Put the index of all that some files have in its place; these may be folds themselves. Where
    they are many, they are folded by and by.

    Raises:
        UsageError: two of them have a file of the vault in common.
        ReadError: one cannot be read, or is broken.
        WriteError: the index cannot be written.
    """
    if len(inputs) <= _MOST_AT_ONCE:
        _fold(inputs, output)
        return
    groups = range(0, len(inputs), _MOST_AT_ONCE)
    # What a killed run leaves of these is swept by a later one.
    folds = [output.with_name(f".{output.name}-{os.getpid():x}-{len(inputs)}-{n}") for n in groups]
    try:
        for start, fold in zip(groups, folds, strict=True):
            _fold(inputs[start : start + _MOST_AT_ONCE], fold)
        fold_facts(folds, output)
    finally:
        for fold in folds:
            fold.unlink(missing_ok=True)


def _fold(inputs: Sequence[Path], output: Path) -> None:
    with ExitStack() as opened:
        files = []
        for path in inputs:
            files.append(Indexed(path))
            opened.callback(files[-1].close)
        write_sections(output, _Fold(files, output).write)


class _Fold:
    def __init__(self, files: Sequence[Indexed], output: Path) -> None:
        self._files, self._output = files, output
        self._count = sum(len(file.paths) for file in files)
        self._inputs = array("I")  # of each file of the vault the one that has it
        self._numbers = tuple(array("I") for _ in files)
        self._first = array("I", range(self._count))  # that is suggested by the same name
        self._is_unlisted = bytearray(self._count)

    def write(self, sections: SectionWriter) -> None:
        found = {sign for file in self._files for sign in file.signs}
        counts = self._count, sum(file.note_count for file in self._files)
        write_beside(sections, counts, "".join(sign for sign in SIGNS if sign in found))
        write_texts(sections, tables.PATHS, self._paths())
        rows = [iter(file.rows) for file in self._files]
        write_texts(sections, tables.ROWS, (next(rows[number]) for number in self._inputs))
        sections.put(tables.UNLISTED, [pack_ids(self._unlisted())])
        for name, merge in tables.merges(self._numbers, self._first).items():
            seen = self._find_first if name == tables.NAMES else _nothing
            write_table(sections, name, self._merged(name, merge, seen))

    def _paths(self) -> Iterator[bytes]:
        before = b""
        numbered = (zip(file.paths, repeat(number)) for number, file in enumerate(self._files))
        for count, (path, number) in enumerate(heapq.merge(*numbered)):
            if path <= before:
                raise self._twice(path) if path == before else self._files[number].broken()
            self._inputs.append(number)
            self._numbers[number].append(count)
            yield path
            before = path

    def _twice(self, path: bytes) -> UsageError:
        return UsageError(
            f"two of the files that are folded have `{path.decode('utf-8', 'backslashreplace')}`",
            "fold each part of a vault once",
            Place(str(self._output)),
        )

    def _unlisted(self) -> list[int]:
        found: list[int] = []
        for file, numbers in zip(self._files, self._numbers, strict=True):
            try:
                found += [numbers[old] for old in file.unlisted]
            except IndexError as error:
                raise file.broken() from error
        for number in found:
            self._is_unlisted[number] = True
        return sorted(found)

    def _merged(self, name: str, merge: Merge, seen: Callable[[Values], None]) -> Iterator[Row]:
        inputs = [file.table(name) for file in self._files]
        at_once = max(_ROWS_AT_ONCE, _LEAST_OF_EACH * len(inputs))
        parts = 1 + sum(map(len, inputs)) // at_once
        for part in range(parts):
            low, high = HASHES * part // parts, HASHES * (part + 1) // parts
            found: dict[bytes, list[tuple[int, bytes]]] = {}
            for number, table in enumerate(inputs):
                for key, value in table.rows(low, high):
                    found.setdefault(key, []).append((number, value))
            for key in sorted(found, key=order_of):
                yield key, self._made(merge, found[key])
                seen(found[key])

    def _made(self, merge: Merge, values: Values) -> bytes:
        try:
            return merge(values)
        except NONSENSE as error:
            raise self._files[_broken(merge, values)].broken() from error

    def _find_first(self, values: Values) -> None:
        """Find the first of files that are suggested by one name, which may be of several inputs.
        Names that are the same have one key."""
        marked = [(number, old) for number, value in values for old in read_ids(value)]
        if len(marked) < 2:
            return
        files = sorted(
            (self._numbers[number][old >> 1], number, old >> 1) for number, old in marked
        )
        first: dict[str, int] = {}
        for new, number, old in files:
            if not self._is_unlisted[new]:
                name = shown_name(self._files[number].path(old))
                self._first[new] = first.setdefault(name, new)


def _broken(merge: Merge, values: Values) -> int:
    """Which input has a value that cannot be merged: with itself it is, so that all is read."""
    for number, value in values:
        try:
            merge([(number, value)] * 2)
        except NONSENSE:
            return number
    return values[0][0]


def _nothing(values: Values) -> None:
    """For tables of which nothing is learnt for others."""
