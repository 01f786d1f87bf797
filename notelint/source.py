"""Notes on disk: bytes to text, and text back to bytes without losing either."""

from __future__ import annotations

import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from notelint.error import NotelintError
from notelint.text import Text


@dataclass(frozen=True)
class Source:
    """A note as it was read. ``text`` is None where the bytes are not UTF-8."""

    path: Path
    content: bytes
    text: Text | None
    bad_byte: int | None = None  # offset in bytes of the first one that is not UTF-8


def decode(path: Path, content: bytes) -> Source:
    """Decode without changing a character: line endings and a BOM stay as they are."""
    try:
        return Source(path, content, Text(content.decode("utf-8")))
    except UnicodeDecodeError as error:
        return Source(path, content, None, error.start)


_REMEDIES: dict[type[OSError], str] = {
    FileNotFoundError: "check the path",
    IsADirectoryError: "name a note, not a folder",
}


def read(path: Path) -> Source:
    """Read a note from disk.

    Raises:
        NotelintError: the file cannot be read.
    """
    try:
        return decode(path, path.read_bytes())
    except OSError as error:
        remedy = _REMEDIES.get(type(error), "check its permissions")
        raise NotelintError(f"cannot read {path}: {error.strerror}; {remedy}") from error


def write(source: Source, text: Text) -> None:
    """Put a text in a note's place, whole or not at all, with the file's mode kept.

    A symbolic link stays one: the file that it leads to is replaced.

    Raises:
        NotelintError: the file changed since it was read, or cannot be written.
    """
    path = Path(os.path.realpath(source.path))
    try:
        if path.read_bytes() != source.content:
            raise NotelintError(f"{source.path} changed while it was checked; run notelint again")
        _replace(path, text.content.encode("utf-8"))
    except OSError as error:
        raise NotelintError(
            f"cannot write {source.path}: {error.strerror}; nothing was changed"
        ) from error


def _replace(path: Path, content: bytes) -> None:
    mode = path.stat().st_mode
    if not mode & stat.S_IWUSR:
        raise PermissionError(13, "the file is read-only")
    # A dot-file is outside the vault, so that Obsidian never shows it while it is there.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".notelint-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, stat.S_IMODE(mode))
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
