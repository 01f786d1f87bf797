"""What links ask of other notes, kept between runs in one file for each vault.

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
from pathlib import Path
from typing import Any

from notelint import __version__
from notelint.disk.user_folders import vault_key

_SETTLED = 2_000_000_000  # ns; a file younger than that may change again within its time stamp
_CREATE = """
CREATE TABLE IF NOT EXISTS kept
    (path TEXT, kind TEXT, time INTEGER, size INTEGER, version TEXT, data TEXT,
     PRIMARY KEY (path, kind)) WITHOUT ROWID
"""
_FIND = (
    "SELECT data FROM kept WHERE path = ? AND kind = ? AND time = ? AND size = ? AND version = ?"
)
_KEEP = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?)"


def cache_file(root: Path, folder: Path | None) -> Path:
    """The cache of the vault at ``root``, in ``folder`` or in the user's cache folder."""
    if folder is None:
        from platformdirs import user_cache_path  # only loaded where links ask for other notes

        folder = user_cache_path("notelint", appauthor=False)
    return folder / f"{vault_key(root)}.sqlite3"


class Cache:
    """What is kept of a vault's notes. Where the file cannot be used, all is read anew.

    ``locate`` tells the file, or None where nothing is to be kept; it is asked when it is needed.
    """

    def __init__(self, root: Path, locate: Callable[[], Path | None]) -> None:
        self._root = root
        self._locate = locate
        self._connection: sqlite3.Connection | None = None
        self._was_opened = False
        self._pending: list[tuple[str, str, int, int, str, str]] = []

    def keep(self, kind: str, path: str, read: Callable[[], Any]) -> Any:
        """Plain data of one kind about a note: what is kept of it, or what ``read`` says now."""
        try:
            status = (self._root / path).stat()
        except OSError:
            return read()
        key = (os.fsencode(path).hex(), kind, status.st_mtime_ns, status.st_size, __version__)
        kept = self._find(key)
        if kept is not None:
            return kept
        data = read()
        if time.time_ns() - status.st_mtime_ns > _SETTLED:
            self._pending.append((*key, json.dumps(data)))
        return data

    def close(self) -> None:
        """Write what is new. A cache that cannot be written is no reason to fail."""
        with suppress(sqlite3.Error):
            if self._connection is not None:
                with self._connection:
                    self._connection.executemany(_KEEP, self._pending)
                self._connection.close()
        self._connection, self._was_opened, self._pending = None, False, []

    def _find(self, key: tuple[str, str, int, int, str]) -> Any:
        if not self._was_opened:
            self._was_opened = True
            file = self._locate()
            if file is not None:
                self._connection = _connect(file)
        if self._connection is None:
            return None
        try:
            found = self._connection.execute(_FIND, key).fetchone()
            return json.loads(found[0]) if found else None
        except (sqlite3.Error, ValueError, TypeError):
            return None


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
