"""The notes of a vault on disk: read when they are asked for, and summarized for all others."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate
from pathlib import Path

from notelint.disk import LARGEST_NOTE, NoteFile, read
from notelint.notes import NoteSummary, scan_summaries, scan_summary
from notelint.run.workers import in_order
from notelint.values import ReadError
from notelint.vault import IndexParts

_SLICE = 128  # notes that are summarized at a time
_MOST_BYTES = 1_000_000  # of notes that are in memory at once
_NEVER = -1
_SETTLED = 2_000_000_000  # ns; a file younger than that may change again within its time stamp


Tell = Callable[[str, int, int], None]  # what is done, of how many notes, of all


def untold(what: str, done: int, whole: int) -> None:
    """For a run that nobody looks at."""


# What a file on disk is known by: its time in ns and its size in bytes. The time is that of
# ``UNKNOWN`` where the file is so young that it may change again and keep its time: then nothing
# is known by it.
Stamp = tuple[int, int]
UNKNOWN: Stamp = (_NEVER, 0)


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
            found[path] = (time_ns if time_ns < settled else _NEVER, status.st_size)
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


def batches(paths: Iterable[str], stamps: Mapping[str, Stamp], most: int) -> Iterator[list[str]]:
    """Notes that are in memory together: no more than ``most``, and not of too many bytes."""
    batch: list[str] = []
    size = 0
    for path in paths:
        _, own = stamps.get(path, UNKNOWN)
        if batch and (len(batch) == most or size + own > _MOST_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(path)
        size += own
    if batch:
        yield batch


def summarized(
    notes: NotesOnDisk, stamps: Mapping[str, Stamp], processes: int, tell: Tell = untold
) -> IndexParts:
    """What the vault must know of some notes, as far as they can be read, in order."""
    together = [*batches(notes, stamps, _SLICE)]
    parts = in_order(partial(_summarized, notes), together, processes, 1)
    return IndexParts.joined(_telling(tell, together, parts))


def _telling(
    tell: Tell, together: Sequence[Sequence[str]], parts: Iterable[IndexParts]
) -> Iterator[IndexParts]:
    done = [*accumulate(map(len, together))]
    for count, part in zip(done, parts, strict=True):
        tell("read", count, done[-1])
        yield part


def _summarized(notes: NotesOnDisk, paths: Sequence[str]) -> IndexParts:
    found = {path: _content_of(notes[path]) for path in paths}
    contents = {path: content for path, content in found.items() if content is not None}
    return IndexParts.of(zip(contents, scan_summaries([*contents.values()]), strict=True))


def summary_of_file(file: NoteFile) -> NoteSummary | None:
    """What the vault must know of a note; None where it cannot be read."""
    content = _content_of(file)
    return None if content is None else scan_summary(content)


def _content_of(file: NoteFile) -> str | None:
    is_whole = file.error is None and file.size is None
    text = file.text if is_whole else None
    return None if text is None else text.content
