"""What the vault must know of its notes, kept between runs in one file for each vault.

A note is known by its time and size; one that changed is read again. The file is of no worth to
anybody else and is never trusted: what does not look right counts as missing, and a broken file is
made anew. Nothing in it can be executed, as a pickle could.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from notelint.disk.user_folders import vault_key
from notelint.values import __version__

_SETTLED = 2_000_000_000  # ns; a file younger than that may change again within its time stamp
_CREATE = """
CREATE TABLE IF NOT EXISTS summaries
    (path TEXT PRIMARY KEY, time INTEGER, size INTEGER, version TEXT, data TEXT) WITHOUT ROWID
"""
_FIND = "SELECT path, time, size, version, data FROM summaries"
_KEEP = "INSERT OR REPLACE INTO summaries VALUES (?, ?, ?, ?, ?)"

_Key = tuple[str, int, int, str]  # path, time in ns, size in bytes, version of notelint


class Entry(NamedTuple):
    """What is kept of a note, None where that is nothing; ``key`` is None where it cannot be."""

    key: _Key | None
    data: Any = None


def cache_file(root: Path, folder: Path | None) -> Path:
    """The cache of the vault at ``root``, in ``folder`` or in the user's cache folder."""
    if folder is None:
        from platformdirs import user_cache_path  # only loaded where a vault is read

        folder = user_cache_path("notelint", appauthor=False)
    return folder / f"{vault_key(root)}.sqlite3"


class Cache:
    """What is kept of a vault's notes. Where the file cannot be used, all is read anew.

    ``locate`` tells the file, or None where nothing is to be kept; it is asked when it is needed.
    """

    def __init__(self, root: Path, locate: Callable[[], Path | None]) -> None:
        self._root = root
        self._locate = locate
        self._pending: list[tuple[str, int, int, str, str]] = []

    def get(self, path: str) -> Entry:
        """What is kept of a note that has not changed since."""
        try:
            status = (self._root / path).stat()
        except OSError:
            return Entry(None)
        key = os.fsencode(path).hex(), status.st_mtime_ns, status.st_size, __version__
        kept = self._kept.get(key)
        with suppress(ValueError, TypeError, RecursionError):
            return Entry(key, None if kept is None else json.loads(kept))
        return Entry(key)

    def put(self, entry: Entry, data: Any) -> None:
        """Keep plain data about a note that was asked for."""
        if entry.key is not None and time.time_ns() - entry.key[1] > _SETTLED:
            self._pending.append((*entry.key, json.dumps(data)))

    def close(self) -> None:
        """Write what is new. A cache that cannot be written is no reason to fail."""
        connection = self._connection if self._pending else vars(self).get("_connection")
        with suppress(sqlite3.Error):
            if connection is not None:
                with connection:
                    connection.executemany(_KEEP, self._pending)
                connection.close()
        self._pending = []
        vars(self).pop("_connection", None)
        vars(self).pop("_kept", None)

    @cached_property
    def _connection(self) -> sqlite3.Connection | None:
        file = self._locate()
        return None if file is None else _connect(file)

    @cached_property
    def _kept(self) -> dict[_Key, Any]:
        if self._connection is None:
            return {}
        with suppress(sqlite3.Error):
            return {row[:4]: row[4] for row in self._connection.execute(_FIND)}
        return {}


class _NoCache(Cache):
    """Keeps nothing, and asks the disk for nothing."""

    def get(self, path: str) -> Entry:
        return Entry(None)


NO_CACHE: Cache = _NoCache(Path(), lambda: None)


def _connect(file: Path) -> sqlite3.Connection | None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, timeout=1)
        connection.execute(_CREATE)
    except (sqlite3.OperationalError, OSError):
        return None  # locked by another run, or no place to write
    except sqlite3.DatabaseError:
        return _connect_anew(file)
    return connection


def _connect_anew(file: Path) -> sqlite3.Connection | None:
    """A broken file gives way to a new one."""
    with suppress(sqlite3.Error, OSError):
        file.unlink()
        connection = sqlite3.connect(file, timeout=1)
        connection.execute(_CREATE)
        return connection
    return None
