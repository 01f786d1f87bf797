"""Files that notelint keeps for itself: whole or not at all, and never in the way."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_ABANDONED = 3600  # seconds
# `tempfile` does the same, and takes longer to load than a cache to read.
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def put_in_place(
    file: Path,
    write: Callable[[BinaryIO], None],
    let_go: Callable[[], None] = lambda: None,
    mode: int = 0o600,
) -> None:
    """Put what ``write`` writes in the place of a file. A run that is killed leaves the old one,
    and a part of a new one, which a later run sweeps. ``let_go`` is called right before: Windows
    puts nothing in the place of a file that is open. The new file has ``mode``, but for what the
    user's mask takes away.

    Raises:
        OSError: it cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{file.name}-"
    _sweep(file.parent, prefix)
    name = file.parent / f"{prefix}{os.getpid():x}-{time.time_ns():x}"
    handle = os.open(name, _FLAGS, mode)
    try:
        with os.fdopen(handle, "wb") as new:
            write(new)
        let_go()
        os.replace(name, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _sweep(folder: Path, prefix: str) -> None:
    """Remove what killed runs left, and no run is at any more."""
    with os.scandir(folder) as entries:
        found = [entry for entry in entries if entry.name.startswith(prefix)]
    for entry in found:
        with suppress(OSError):
            if time.time() - entry.stat().st_mtime > _ABANDONED:
                os.unlink(entry)
