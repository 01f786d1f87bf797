"""What fixing runs changed, kept so that it can be undone: one file for each run.

Each note is a line of JSON, appended and synced before the note is replaced, so that after a kill
at any moment every note that was replaced is on record; a last line that is cut off is of a note
that was not. Plain files, no database: what is written is never written again, old runs go by
deleting their files, and a test can let every step fail.
"""

from __future__ import annotations

import base64
import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from notelint.disk import read_regular
from notelint.values import NotelintError, ReadError, WriteError, dataclass, lazy_pattern

MOST_RUNS = 20
MOST_BYTES = 200_000_000
MOST_SECONDS = 90 * 24 * 3600

LARGEST = 1_000_000_000  # bytes of a record
LARGEST_NOTE = 100_000_000  # bytes of a note in one
_PIECE = 1_000_000

VERSION = 1
_NAME = lazy_pattern(r"(\d{6,})(\.undone)?\.jsonl")
_MALFORMED = (ValueError, KeyError, TypeError, OverflowError, RecursionError)


@dataclass(frozen=True)
class Entry:
    """A change as it is recorded: of what came after only the digest is kept, and what came before
    stays packed until it is needed."""

    path: str
    packed: bytes
    after: str
    rules: tuple[str, ...] = ()

    @property
    def before(self) -> bytes:
        return b"".join(_unpacked(self.packed))


@dataclass(frozen=True)
class Record:
    """One run. ``damaged`` counts the entries that cannot be read. ``cut_off`` is the last one,
    where it ends early: of a note that a killed run did not come to write, or of a broken file."""

    started: datetime
    entries: tuple[Entry, ...]
    damaged: int = 0
    cut_off: Entry | None = None

    @property
    def changed_something(self) -> bool:
        """False where the run was killed before its first note."""
        return bool(self.entries or self.damaged)


@dataclass(frozen=True)
class RecordFile:
    """Where one run is recorded. Runs of a vault count from 1."""

    path: Path
    number: int
    was_undone: bool

    def read(self) -> Record:
        """The run as it was recorded.

        Raises:
            ReadError: the file cannot be read, or is no record of a run.
        """
        try:
            first, *lines = read_regular(self.path, LARGEST).split(b"\n")
            if not lines:  # killed before it had changed anything
                return Record(datetime.fromtimestamp(self.path.stat().st_mtime, UTC), ())
            started = _started(first)
        except (OSError, *_MALFORMED) as error:
            why = error.strerror if isinstance(error, OSError) else error
            raise ReadError(
                f"run {self.number}: its record {self.path} cannot be read ({why})",
                "name another run, see `notelint undo --list`",
            ) from error
        *whole, rest = lines  # what stands behind the last line feed is no whole line
        entries = [_entry(line) for line in whole]
        cut_off = _cut_entry(rest)
        damaged = entries.count(None) + (bool(rest) and cut_off is None)
        return Record(started, tuple(filter(None, entries)), damaged, cut_off)

    def mark_undone(self) -> None:
        """From now on ``undo`` passes the run over, unless it is named.

        Raises:
            WriteError: that cannot be written.
        """
        try:
            os.replace(self.path, self.path.with_name(file_name(self.number, was_undone=True)))
        except OSError as error:
            raise WriteError(
                f"cannot mark run {self.number} as undone in {self.path.parent}: {error.strerror};"
                " its notes are restored all the same"
            ) from error


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def record_files(folder: Path) -> list[RecordFile]:
    """The records of a vault, the newest first.

    Raises:
        ReadError: the folder is there and cannot be read.
    """
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ReadError(f"cannot read the records in {folder}: {error.strerror}") from error
    found = ((_NAME.fullmatch(name), folder / name) for name in names)
    files = [RecordFile(path, int(match[1]), bool(match[2])) for match, path in found if match]
    return sorted(files, key=lambda file: file.number, reverse=True)


def prune(folder: Path, now: float) -> None:
    """Delete records that are too old, of every vault, and make room for one more of this vault.
    Its last run that can be undone stays, whatever its size."""
    for vault in folder.parent.iterdir():
        with suppress(NotelintError):  # somebody else's, as after `sudo`
            _drop_old(vault, now)
    room, kept, has_last = MOST_BYTES, 0, False
    for file in record_files(folder):
        with suppress(OSError):
            size = file.path.stat().st_size
            is_last = size > 0 and not (has_last or file.was_undone)
            has_last = has_last or is_last
            if is_last or (0 < size <= room and kept < MOST_RUNS - 1):
                room, kept = room - size, kept + 1
            else:
                file.path.unlink()


def _drop_old(folder: Path, now: float) -> None:
    for file in record_files(folder):
        with suppress(OSError):
            if now - file.path.stat().st_mtime > MOST_SECONDS:
                file.path.unlink()


def file_name(number: int, was_undone: bool = False) -> str:
    return f"{number:06}{'.undone' if was_undone else ''}.jsonl"


def _started(line: bytes) -> datetime:
    head = json.loads(line)
    if head["version"] != VERSION:
        raise ValueError(f"it is of version {head['version']}")
    started = datetime.fromisoformat(head["started"])
    started.astimezone()  # a year that no calendar of the system reaches
    return started


def _unpacked(packed: bytes) -> Iterator[bytes]:
    """What was packed, piece by piece.

    Raises:
        ValueError: it is cut off, or more than any note has.
    """
    process = zlib.decompressobj()
    room, rest = LARGEST_NOTE, packed
    while not process.eof:
        piece = process.decompress(rest, _PIECE)
        room, rest = room - len(piece), process.unconsumed_tail
        if room < 0 or not (piece or rest or process.eof):
            raise ValueError("cut off, or too large")
        yield piece


def _entry(line: bytes) -> Entry | None:
    """None where a line is damaged; the digest tells."""
    try:
        data = json.loads(line)
        packed = base64.b64decode(data["content"])
        entry = Entry(str(data["path"]), packed, str(data["after"]), tuple(map(str, data["rules"])))
        found = sha256()
        for piece in _unpacked(packed):
            found.update(piece)
        return entry if found.hexdigest() == data["before"] else None
    except (zlib.error, *_MALFORMED):
        return None


_CUT = lazy_pattern(rb'\{"path": ("(?:[^"\\]|\\.)*"), .*?"after": "([0-9a-f]{64})"')


def _cut_entry(rest: bytes) -> Entry | None:
    """What can be told of a line that is cut off: its note, and what that holds if it was written;
    None where there is no such line, or where it tells neither."""
    match = _CUT.match(rest)
    try:
        return None if match is None else Entry(str(json.loads(match[1])), b"", match[2].decode())
    except _MALFORMED:
        return None
