"""Notes on disk: bytes to text, without losing a character."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from notelint.values import ReadError, Text


class NoteFile(NamedTuple):
    """The bytes of a note as they were read, or why they could not be."""

    content: bytes = b""
    error: str | None = None

    @property
    def text(self) -> Text | None:
        """What the bytes say in UTF-8, line endings and a BOM as they are; None where they are
        none."""
        try:
            return Text(self.content.decode("utf-8"))
        except UnicodeDecodeError:
            return None

    @property
    def bad_byte(self) -> int | None:
        """The offset of the first byte that is not UTF-8."""
        try:
            self.content.decode("utf-8")
        except UnicodeDecodeError as error:
            return error.start
        return None


_REMEDIES: dict[type[OSError], str] = {
    FileNotFoundError: "check the path",
    IsADirectoryError: "name a note, not a folder",
}


def read(path: Path) -> NoteFile:
    """Read a note from disk.

    Raises:
        ReadError: the file cannot be read.
    """
    try:
        return NoteFile(path.read_bytes())
    except OSError as error:
        remedy = _REMEDIES.get(type(error), "check its permissions")
        raise ReadError(f"cannot read {path}: {error.strerror}", remedy) from error
