"""A note as a listing tells of it."""

from __future__ import annotations

from typing import NamedTuple

from notelint.batch.keys import key_of
from notelint.disk import NoteFile

OUT_OF_REACH = "?"


class NoteAt(NamedTuple):
    """A note of a vault and what its file is known by: its size in bytes, and a mark that is
    another one when it holds something else; ``OUT_OF_REACH`` where that is not told."""

    path: str
    stamp: str

    @property
    def size(self) -> int:
        size, _, mark = self.stamp.partition(" ")
        return int(size) if mark else 0


def stamp_of(file: NoteFile) -> str:
    """What a note is known by that nothing else tells: what was read of it."""
    if file.error is not None:
        return OUT_OF_REACH
    size = len(file.content) if file.size is None else file.size
    return f"{size} #{key_of(file.content)}"
