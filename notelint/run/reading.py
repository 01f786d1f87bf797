"""The notes of a vault on disk: read when they are asked for, and summarized for all others."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from notelint.disk import LARGEST_NOTE, NoteFile, read
from notelint.notes import NoteSummary, scan_summary
from notelint.run.workers import in_order
from notelint.values import ReadError
from notelint.vault import IndexParts

BYTES_OF_A_CHARACTER = 4  # at most, in UTF-8
_SLICE = 128  # notes that are summarized at a time
_NEVER = -1
_SETTLED = 2_000_000_000  # ns; a file younger than that may change again within its time stamp


Tell = Callable[[str, int, int], None]  # what is done, of how many notes, of all


def untold(what: str, done: int, whole: int) -> None:
    """For a run that nobody looks at."""


class Stamp(NamedTuple):
    """What a file on disk is known by: its time in ns and its size in bytes. The time is that of
    ``UNKNOWN`` where the file is so young that it may change again and keep its time: then nothing
    is known by it."""

    time: int
    size: int


UNKNOWN = Stamp(_NEVER, 0)


def stamps_of(root: Path, paths: Iterable[str], most: int = LARGEST_NOTE) -> dict[str, Stamp]:
    """The stamps of some files by path, but for those that are out of reach or have more than
    ``most`` bytes."""
    settled, status_of, top = time.time_ns() - _SETTLED, os.stat, f"{root}/"
    found = {}
    for path in paths:
        try:
            status = status_of(top + path)
        except OSError:
            continue
        if status.st_size <= most:
            time_ns = status.st_mtime_ns
            found[path] = Stamp(time_ns if time_ns < settled else _NEVER, status.st_size)
    return found


class NotesOnDisk(Mapping[str, NoteFile]):
    """The files of some notes by path, each read whenever it is asked for; one that has more than
    ``most`` bytes is not read."""

    def __init__(self, root: Path, paths: Sequence[str], most: int = LARGEST_NOTE) -> None:
        self._root, self._paths, self._most = root, dict.fromkeys(paths), most

    def __getitem__(self, path: str) -> NoteFile:
        if path not in self._paths:
            raise KeyError(path)
        return read_note_file(self._root, path, self._most)

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def read_note_file(root: Path, path: str, most: int) -> NoteFile:
    """A note's file, or why it cannot be read."""
    try:
        return read(f"{root}/{path}", most)
    except ReadError as error:
        return NoteFile(error=str(error))


def summarized(notes: NotesOnDisk, processes: int, tell: Tell = untold) -> IndexParts:
    """What the vault must know of some notes, as far as they can be read, in order."""
    paths = list(notes)
    slices = [paths[start : start + _SLICE] for start in range(0, len(paths), _SLICE)]
    parts = in_order(_summarizing(notes), slices, processes, 1)
    return IndexParts.joined(map(_telling(tell, len(paths)), parts))


def _telling(tell: Tell, whole: int) -> Callable[[IndexParts], IndexParts]:
    done = count(_SLICE, _SLICE)

    def told(parts: IndexParts) -> IndexParts:
        tell("read", min(next(done), whole), whole)
        return parts

    return told


def _summarizing(notes: NotesOnDisk) -> Callable[[Sequence[str]], IndexParts]:
    def parts(paths: Sequence[str]) -> IndexParts:
        found = ((path, summary_of_file(notes[path])) for path in paths)
        return IndexParts.of((path, summary) for path, summary in found if summary is not None)

    return parts


def summary_of_file(file: NoteFile) -> NoteSummary | None:
    """What the vault must know of a note; None where it cannot be read."""
    is_whole = file.error is None and file.size is None
    text = file.text if is_whole else None
    return None if text is None else scan_summary(text.content)
