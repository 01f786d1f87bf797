"""The one door through which text goes to stdout and stderr, or a report to a file.

Notes, names, packs and configurations are strangers' text: a terminal obeys what stands in them.
What is said to people goes out line by line, and nothing in a line is obeyed. A report has its own
rules; where it goes to a terminal, it passes here as well.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from notelint.report import escaped
from notelint.values import Place, WriteError, lazy_pattern

_ELSEWHERE = "name another file for the report"
_COLOUR = lazy_pattern("(\x1b\\[[0-9;]*m)")
# What JSON may hold raw and a terminal obeys, and half characters, which UTF-8 cannot say.
_OBEYED = lazy_pattern(
    r"[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)


def prepare() -> None:
    """Make the streams say whatever a file name may hold, and be there."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115 - closed by the caller
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def clear() -> None:
    """Begin on an empty screen, where there is one."""
    if is_terminal():
        sys.stdout.write("\x1b[H\x1b[2J\x1b[3J")


def flush() -> None:
    sys.stdout.flush()


def abandon() -> None:
    """Write no more to stdout: nobody reads it, or it has no room."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def is_terminal(to_stderr: bool = False) -> bool:
    return (sys.stderr if to_stderr else sys.stdout).isatty()


def say(lines: Iterable[str]) -> None:
    """Print lines for people."""
    sys.stdout.writelines(f"{escaped(line)}\n" for line in lines)


def warn(messages: Iterable[str]) -> None:
    """Say on stderr what went wrong, a line for each."""
    if sys.stderr is not None:
        sys.stderr.writelines(f"notelint: {escaped(message)}\n" for message in messages)


class Told:
    """What goes out through a stream, as long as it is not too much; None from then on."""

    def __init__(self, stream: TextIO, most: int) -> None:
        self.stream = stream
        self._pieces: list[str] | None = []
        self._room = most

    @property
    def text(self) -> str | None:
        return None if self._pieces is None else "".join(self._pieces)

    def write(self, text: str) -> int:
        self._room -= len(text)
        if self._pieces is not None:
            self._pieces.append(text)
            self._pieces = self._pieces if self._room > 0 else None
        return self.stream.write(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


@contextmanager
def told_meanwhile(most: int) -> Iterator[tuple[Told, Told] | None]:
    """What is said on stdout and on stderr, of no more than so many characters each."""
    if sys.stdout is None or sys.stderr is None:
        yield None
        return
    streams = sys.stdout, sys.stderr
    told = Told(sys.stdout, most), Told(sys.stderr, most)
    sys.stdout, sys.stderr = told
    try:
        yield told
    finally:
        sys.stdout, sys.stderr = streams


def show_progress(line: str) -> None:
    """Put a line in the place of the one before, at the foot of the terminal; an empty one takes it
    away."""
    stream = sys.stderr.stream if isinstance(sys.stderr, Told) else sys.stderr  # it is not told
    stream.write(f"\r\x1b[K{escaped(line)}")
    stream.flush()


def write_json(data: Any, indent: int | None = None) -> None:
    """Print data for programs."""
    import json

    text = json.dumps(data, ensure_ascii=False, indent=indent)
    sys.stdout.write(_OBEYED.sub(_as_json, text) + "\n")


def _as_json(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def streams_of_bytes() -> tuple[int, int] | None:
    """Standard input and output for those who speak a protocol there, as the system numbers them;
    what is printed by mistake goes to stderr from then on. None where no program is there."""
    if sys.stdin is None or sys.__stdout__ is None or sys.stdin.isatty():
        return None
    sys.stdout = sys.stderr
    return sys.stdin.fileno(), sys.__stdout__.fileno()


def write_bytes(content: bytes) -> None:
    """Print a note as it is."""
    sys.stdout.buffer.write(content)


def append(report: Iterable[str], file: str) -> None:
    """Add a report to what is in a file.

    Raises:
        WriteError: the file cannot be written.
    """
    try:
        with Path(file).open("a", encoding="utf-8", newline="") as out:
            out.writelines(report)
    except OSError as error:
        raise WriteError(f"cannot add the report to {file}: {error.strerror}") from error


def write(
    report: Iterable[str], file: str | None, to_stderr: bool = False, is_coloured: bool = False
) -> None:
    """Write a report to a file, or print it, piece by piece; one that ``is_coloured`` may have
    colours of its own.

    Raises:
        WriteError: the file cannot be written, or is a note.
    """
    if not file:
        shown = _shown(report, is_coloured) if is_terminal(to_stderr) else report
        (sys.stderr if to_stderr else sys.stdout).writelines(shown)
        return
    from notelint.disk import report_file
    from notelint.vault import is_note

    if is_note(file) and os.path.exists(file):
        raise WriteError("a note is there, which is not overwritten", _ELSEWHERE, Place(file))
    try:
        with report_file(Path(file)) as out:
            out.writelines(report)
    except OSError as error:
        raise WriteError(f"cannot write the report to {file}: {error.strerror}") from error


def _shown(report: Iterable[str], is_coloured: bool) -> Iterator[str]:
    """A report as a terminal may have it; its format keeps the colours of strangers out of it."""
    for piece in report:
        parts = _COLOUR.split(piece) if is_coloured else [piece]
        for number, part in enumerate(parts):
            yield part if number % 2 else "\n".join(map(escaped, part.split("\n")))
