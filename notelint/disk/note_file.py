"""Notes on disk: bytes to text, without losing a character."""

from __future__ import annotations

from pathlib import Path

from notelint.disk.regular_file import TooLargeError, read_regular
from notelint.values import NamedTuple, ReadError, Text

LARGEST_NOTE = 1_000_000_000  # bytes; most notes of a vault are bounded by `max-note-size`


class NoteFile(NamedTuple):
    """The bytes of a note as they were read, or why they could not be. Where there are more bytes
    than are read, ``size`` tells how many, and ``content`` has only the first of them."""

    content: bytes = b""
    error: str | None = None
    size: int | None = None

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


def read(path: str | Path, most: int = LARGEST_NOTE) -> NoteFile:
    """Read a note of no more than ``most`` bytes from disk.

    Raises:
        ReadError: the file cannot be read, or is none.
    """
    try:
        return NoteFile(read_regular(path, most))
    except TooLargeError as error:
        return NoteFile(error.beginning, size=error.size)
    except OSError as error:
        remedy = _REMEDIES.get(type(error), "check its permissions")
        raise ReadError(f"cannot read {path}: {error.strerror}", remedy) from error
