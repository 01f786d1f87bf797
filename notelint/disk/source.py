"""Notes on disk: bytes to text, without losing a character."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from notelint.values.error import NotelintError
from notelint.values.text import Text


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
