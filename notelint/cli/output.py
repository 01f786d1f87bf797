"""Where a command's report and its warnings go."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from notelint.values.error import NotelintError


def write(report: str, file: str | None, to_stderr: bool = False) -> None:
    """Write a report to a file, or print it.

    Raises:
        NotelintError: the file cannot be written.
    """
    if not file:
        (sys.stderr if to_stderr else sys.stdout).write(report)
        return
    try:
        Path(file).write_bytes(report.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise NotelintError(f"cannot write the report to {file}: {error.strerror}") from error


def warn(messages: Iterable[str]) -> None:
    """Say on stderr what went wrong and stopped nothing."""
    for message in messages:
        print(f"notelint: {message}", file=sys.stderr)
