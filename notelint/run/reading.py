"""All notes of a vault read from disk, each once, and what the vault must know of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from notelint.disk import LARGEST_NOTE, Cache, NoteFile, read
from notelint.notes import NoteSummary, scan_summary
from notelint.values import ReadError

BYTES_OF_A_CHARACTER = 4  # at most, in UTF-8


class Readings(NamedTuple):
    """The files of the notes that were asked for, and the summaries of all that could be read."""

    files: dict[str, NoteFile]
    summaries: dict[str, NoteSummary]


def read_notes(
    root: Path,
    notes: Iterable[str],
    wanted: Collection[str],
    cache: Cache,
    most: int = LARGEST_NOTE,
) -> Readings:
    """Read the notes of the vault at ``root``; the files of the ``wanted`` ones are kept, and of
    the others those that the cache knows are not opened. One that has more than ``most`` bytes is
    not read."""
    readings = Readings({}, {})
    for path in notes:
        entry = cache.get(path)
        summary = _kept(entry.data)
        if path in wanted or summary is None:
            file = _read(root / path, most)
            if path in wanted:
                readings.files[path] = file
            if summary is None and (summary := summary_of_file(file)) is not None:
                cache.put(entry, summary.as_data())
        if summary is not None:
            readings.summaries[path] = summary
    return readings


def summary_of_file(file: NoteFile) -> NoteSummary | None:
    """What the vault must know of a note; None where it cannot be read."""
    is_whole = file.error is None and file.size is None
    text = file.text if is_whole else None
    return None if text is None else scan_summary(text.content)


def _kept(data: object) -> NoteSummary | None:
    """A summary from the cache; what does not look like one is none."""
    try:
        return None if data is None else NoteSummary.from_data(data)
    except (TypeError, ValueError):
        return None


def _read(path: Path, most: int) -> NoteFile:
    try:
        return read(path, most)
    except ReadError as error:
        return NoteFile(error=str(error))
