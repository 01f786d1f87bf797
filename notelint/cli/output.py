"""Where a command's report and its warnings go."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from notelint.values import WriteError


def write(report: Iterable[str], file: str | None, to_stderr: bool = False) -> None:
    """Write a report to a file, or print it, piece by piece.

    Raises:
        WriteError: the file cannot be written.
    """
    if not file:
        (sys.stderr if to_stderr else sys.stdout).writelines(report)
        return
    try:
        with Path(file).open("w", encoding="utf-8", errors="backslashreplace", newline="") as out:
            out.writelines(report)
    except OSError as error:
        raise WriteError(f"cannot write the report to {file}: {error.strerror}") from error


def warn(messages: Iterable[str]) -> None:
    """Say on stderr what went wrong and stopped nothing."""
    for message in messages:
        print(f"notelint: {message}", file=sys.stderr)
