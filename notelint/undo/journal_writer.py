"""The record of a fixing run under way: what a note holds is on disk before it is replaced."""

from __future__ import annotations

import base64
import json
import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from notelint.disk import sync_folder, write_all
from notelint.undo.journal import LARGEST_NOTE, VERSION, digest, file_name, record_files
from notelint.undo.rewrite import Rewrite
from notelint.values import WriteError


class Recording:
    """The record of a run under way; its file is made with the first entry."""

    def __init__(self, folder: Path, root: Path, started: float) -> None:
        self._folder = folder
        self._head = {
            "version": VERSION,
            "vault": str(root),
            "started": datetime.fromtimestamp(started, UTC).isoformat(timespec="seconds"),
        }
        self._handle: int | None = None
        self._end = 0  # of the last whole line

    def add(self, change: Rewrite) -> None:
        """Record a change that is about to be made.

        Raises:
            WriteError: it cannot be recorded, so it must not be made.
        """
        if len(change.before) > LARGEST_NOTE:
            raise WriteError(
                f"{change.path} has more than {LARGEST_NOTE:,} bytes, which cannot be recorded; it"
                " was left as it was, as `notelint undo` could not restore it; split the note"
            )
        try:
            if self._handle is None:
                self._handle = self._made()
            self._append(self._handle, [*([] if self._end else [self._head]), _as_object(change)])
        except OSError as error:
            raise WriteError(
                f"cannot record what {change.path} holds in {self._folder}:"
                f" {error.strerror}; the note was left as it was, as `notelint undo` could not"
                " restore it; mend that, then run notelint again"
            ) from error

    def close(self) -> None:
        if self._handle is not None:
            with suppress(OSError):
                os.close(self._handle)
        self._handle = None

    def _made(self) -> int:
        number = max((file.number for file in record_files(self._folder)), default=0) + 1
        # Notes are private. O_BINARY keeps Windows from changing line ends.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        handle = os.open(self._folder / file_name(number), flags, 0o600)
        sync_folder(self._folder)
        return handle

    def _append(self, handle: int, objects: Iterable[object]) -> None:
        data = b"".join(json.dumps(item).encode("ascii") + b"\n" for item in objects)
        try:
            os.lseek(handle, self._end, os.SEEK_SET)
            write_all(handle, data)
            os.fsync(handle)
        except BaseException:
            with suppress(OSError):
                os.ftruncate(handle, self._end)  # a line that is cut off would spoil the next
            raise
        self._end += len(data)


def _as_object(change: Rewrite) -> dict[str, object]:
    return {
        "path": change.path,
        "rules": change.rules,
        "before": digest(change.before),
        "after": digest(change.after),
        "content": base64.b64encode(zlib.compress(change.before)).decode("ascii"),
    }
