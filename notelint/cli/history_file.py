"""The file of a vault's history, which its users keep beside it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from notelint.cli.output import append
from notelint.disk import read_regular
from notelint.report import Entry, as_history
from notelint.values import Place, UsageError

_MOST = 50_000_000  # bytes


def read_history(file: str) -> tuple[Entry, ...]:
    """The entries of a history, the oldest first; none where the file is not there yet.

    Raises:
        UsageError: it cannot be read, or a line of it is none.
    """
    if not os.path.lexists(file):
        return ()
    try:
        return as_history(read_regular(Path(file), _MOST).decode("utf-8"))
    except OSError as error:
        problem = f"it cannot be read: {error.strerror or error}"
        raise UsageError(problem, "name the file of a history", Place(file)) from error
    except UnicodeDecodeError as error:
        raise UsageError("it is not UTF-8", "name the file of a history", Place(file)) from error
    except ValueError as error:
        number, why = error.args
        raise UsageError(why, "mend that line", Place(file, number)) from error


def append_entry(entry: Entry, file: str) -> None:
    """Add a run to a history.

    Raises:
        WriteError: the file cannot be written.
    """
    append(["\n" if _is_cut(file) else "", entry.as_line()], file)


def _is_cut(file: str) -> bool:
    """Whether the last line has no end: editors and merges may take it."""
    with suppress(OSError), open(file, "rb") as content:
        content.seek(-1, os.SEEK_END)
        return content.read() != b"\n"
    return False
