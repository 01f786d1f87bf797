"""The index of a vault as a process has it open: by its path, never as an object that was sent."""

from __future__ import annotations

import atexit
import hashlib
from contextlib import ExitStack
from pathlib import Path

from notelint.batch.address import parent_of, shown
from notelint.batch.failure import told_of
from notelint.batch.store import store_at
from notelint.values import Place, ReadError
from notelint.vault import OpenIndex, open_index

_PIECE = 1 << 20


class _Desk:
    """One index lies here at a time; that of a store as a copy, which goes with it."""

    def __init__(self) -> None:
        self._key = ("", "")
        self._index: OpenIndex | None = None
        self._held = ExitStack()
        atexit.register(self.clear)

    def index(self, address: str, digest: str) -> OpenIndex:
        if self._index is None or self._key != (address, digest):
            self.clear()
            folder, name = parent_of(address)
            path = self._held.enter_context(store_at(folder).file(name))
            self._key, self._index = (address, digest), open_index(path)
        return self._index

    def clear(self) -> None:
        self._index = None
        self._held.close()


_desk = _Desk()


def opened_index(address: str, digest: str) -> OpenIndex:
    """The index at an address, which has a digest.

    Raises:
        ReadError: there is none, or none that can be read.
    """
    try:
        return _desk.index(address, digest)
    except FileNotFoundError as error:
        raise _missing(address) from error
    except ReadError as error:
        raise told_of(address, error) from error


def digest_of_index(address: str) -> str:
    """The digest of the index at an address.

    Raises:
        ReadError: there is none.
    """
    folder, name = parent_of(address)
    try:
        with store_at(folder).file(name) as path:
            return digest_of_file(path)
    except FileNotFoundError as error:
        raise _missing(address) from error


def digest_of_file(path: Path) -> str:
    """What a file holds, as a short text."""
    digest = hashlib.blake2b(digest_size=16)
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _missing(address: str) -> ReadError:
    remedy = "make it with `notelint batch fold`"
    return ReadError("no such index", remedy, Place(shown(address)))
