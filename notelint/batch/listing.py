"""All files of a vault as they were listed, cut into shards, in one file of which a shard is read
by itself.

Where a shard ends, the path of its last file says: a note that comes or goes moves no end but those
beside it, so that all other shards are what they were.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from enum import IntFlag
from typing import BinaryIO

from notelint.batch.keys import key_of
from notelint.batch.note_at import NoteAt
from notelint.batch.store import Store
from notelint.batch.task import Shard
from notelint.disk import joined, parted
from notelint.values import NamedTuple, ReadError, __version__

_MARK = f"notelint batch 1 {__version__}"  # with another one nothing that stands there is used
_HALF, _QUARTER = 2, 4


class Role(IntFlag):
    """What a file is to the vault: a note that is summarized, one that is checked, a file that
    Obsidian does not suggest."""

    NOTE = 1
    CHECKED = 2
    UNLISTED = 4


class Entry(NamedTuple):
    """A file of a vault; the stamp is empty where it is no note."""

    path: str
    role: Role
    stamp: str

    @property
    def note(self) -> NoteAt:
        return NoteAt(self.path, self.stamp)


def cut(paths: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    """Paths in order as shards of no more than ``most``. Once half as many are together, the first
    path ends the shard whose check sum is a multiple of a quarter as many, or even where that is
    less than two."""
    least, every = max(1, most // _HALF), max(2, most // _QUARTER)
    start = 0
    for index, path in enumerate(paths):
        size = index + 1 - start
        is_end = size >= least and zlib.crc32(path.encode("utf-8", "surrogatepass")) % every == 0
        if is_end or size == most:
            yield paths[start : index + 1]
            start = index + 1
    if start < len(paths):
        yield paths[start:]


def write_shard(out: BinaryIO, number: int, offset: int, entries: list[Entry], seed: str) -> Shard:
    """Add a shard to a listing. Its key is another one wherever anything in it is, or ``seed``."""
    texts = (text for item in entries for text in (item.path, str(int(item.role)), item.stamp))
    content = b"".join(joined(texts))
    packed = zlib.compress(content, 1)
    out.write(packed)
    checked = sum(Role.CHECKED in item.role for item in entries)
    key = key_of(_MARK, seed, content)
    return Shard(number, offset, len(packed), key, len(entries), 0, len(entries), checked)


def entries_of(listing: Store, name: str, shard: Shard, seed: str) -> list[Entry]:
    """The files of a shard.

    Raises:
        ReadError: the listing is another one by now.
    """
    try:
        content = zlib.decompress(listing.read(name, shard.offset, shard.size))
    except (FileNotFoundError, zlib.error) as error:
        raise _changed() from error
    if key_of(_MARK, seed, content) != shard.key:
        raise _changed()
    texts = parted(content)
    rows = zip(texts[::3], texts[1::3], texts[2::3], strict=True)
    entries = [Entry(path, Role(int(role)), stamp) for path, role, stamp in rows]
    return entries[shard.first : shard.last]


def _changed() -> ReadError:
    return ReadError("what was listed is gone; another run is at work here", "run it again then")


def name_of_shard(shard: Shard) -> str:
    """What a shard or a part of it is called, by what it holds."""
    if shard.is_whole:
        return shard.key
    return key_of(shard.key, str(shard.first), str(shard.last))
