"""What a command tells written down, so that it can be told again while nothing has changed.

Only a check is recorded that changes nothing, of vaults in which no link and no repository leads
elsewhere, and all of whose files are older than the run: what changes while it runs is younger.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from notelint.cli.output import told_meanwhile
from notelint.cli.replay import RECORDED, header_of, key_of, recording_of, state_of
from notelint.config import CONFIGURATIONS
from notelint.disk import files_read
from notelint.values import dataclass, field
from notelint.vault import is_note

_SETTLED = 2_000_000_000  # ns before the run; files may be dated as roughly as that
_MOST = 16_000_000  # characters that are told
_MOST_RECORDINGS = 20
_MARKS = (".obsidian", ".git")
_APP = ".obsidian/app.json"


class _NotRecordedError(Exception):
    """What is told hangs on more than is written down."""


@dataclass
class Recording:
    """``roots`` are the vaults that the command tells of, ``code`` is what it came to: both are
    there once it is clear that it can be told again."""

    roots: list[Path] = field(default_factory=list)
    code: int | None = None


@contextmanager
def recording(arguments: Sequence[str]) -> Iterator[Recording]:
    """Write down what is told meanwhile."""
    started, run = time.time_ns(), Recording()
    with files_read() as read, told_meanwhile(_MOST) as told:
        yield run
    file = recording_of(arguments)
    if file is None or told is None or run.code is None:
        return
    out, error = (stream.text for stream in told)
    if out is None or error is None:
        return
    from notelint.disk import put_in_place

    with suppress(OSError, _NotRecordedError):
        own = os.path.dirname(os.path.abspath(file))  # what is kept there may be another each time
        state = _state(run.roots, {path for path in read if os.path.dirname(path) != own}, started)
        texts = (text.encode("utf-8", "backslashreplace") for text in (out, error))
        fields = [key_of(arguments), *state, *texts, bytes([run.code])]
        put_in_place(Path(file), lambda new: _write(new, fields))
        _make_room(Path(file).parent)


def _state(roots: Sequence[Path], read: set[str], started: int) -> list[bytes]:
    """What the report is made of: where to look, and what is there."""
    folders, notes = [os.fspath(root) for root in roots], list[str]()
    for folder in folders:  # which grows meanwhile
        _enter(folder, folders, notes)
    above = {str(parent) for root in roots for parent in root.parents}
    marks = [f"{folder}/{mark}" for folder in sorted(above) for mark in _MARKS]
    configurations = {
        f"{folder}/{name}" for folder in {*above, *folders} for name in CONFIGURATIONS
    }
    apps = {f"{folder}/{_APP}" for folder in folders}
    where = [folders, sorted({*notes, *configurations, *apps, *read}), marks]
    places = [b"".join(os.fsencode(path) + b"\0" for path in paths) for paths in where]
    names, stamps, there, youngest = state_of(*places)
    if youngest > started - _SETTLED or any(there[1::2]):
        raise _NotRecordedError
    return [*places, names, stamps, there]


def _enter(folder: str, folders: list[str], notes: list[str]) -> None:
    """Add what is in a folder."""
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        if entry.name == ".git" or (entry.is_symlink() and not entry.name.startswith(".")):
            raise _NotRecordedError
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            folders.append(entry.path)
        elif is_note(entry.name):
            notes.append(entry.path)


def _write(new: BinaryIO, fields: Sequence[bytes]) -> None:
    new.writelines([header_of(os.fstat(new.fileno()).st_ino, fields), *fields])


def _make_room(folder: Path) -> None:
    """Remove the oldest recordings where there are many."""
    with os.scandir(folder) as entries:
        there = [entry for entry in entries if entry.name.endswith(RECORDED)]
    by_age = sorted(there, key=lambda entry: entry.stat().st_mtime)
    for entry in by_age[:-_MOST_RECORDINGS]:
        with suppress(OSError):
            os.unlink(entry)
