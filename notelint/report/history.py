"""The history of a vault: a line of counts a run, and no words of its notes.

Lines are whole by themselves, so that git merges two files by taking the lines of both; their order
is that of their times, whatever order they stand in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from notelint.values import NamedTuple

VERSION = 1
_NONE: Mapping[str, int] = MappingProxyType({})
_WORDS = {
    "findings": ("finding", "findings"),
    "syntheses": ("Synthesis to write", "Syntheses to write"),
    "missing": ("note to write", "notes to write"),
}
_MOST = 10**12  # of anything that is counted; no sum of so many is too long to be told
_CONFLICTS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class Entry(NamedTuple):
    """One run: when it was ``made``, as ISO 8601 has it, and what it counted. ``syntheses`` and
    ``missing`` are what the worklist has; ``rules`` are findings by rule, ``kinds`` notes by kind,
    ``dictionaries`` the notes that cite each."""

    made: str
    notes: int = 0
    terms: int = 0
    syntheses: int = 0
    missing: int = 0
    rules: Mapping[str, int] = _NONE
    kinds: Mapping[str, int] = _NONE
    dictionaries: Mapping[str, int] = _NONE

    @property
    def findings(self) -> int:
        """All findings."""
        return sum(self.rules.values())

    @property
    def day(self) -> str:
        return self.made[:10]

    def since(self, last: Entry, names: Iterable[str]) -> str:
        """What is another number than in the run before."""
        by = {name: getattr(self, name) - getattr(last, name) for name in names}
        changes = (_change(by[name], *_WORDS[name]) for name in by)
        return f"Since {last.day}: {', '.join(changes)}."

    def as_line(self) -> str:
        """A line of JSON, with its end."""
        data: dict[str, Any] = {"version": VERSION}
        for name, value in self._asdict().items():
            data[name] = dict(value) if isinstance(value, Mapping) else value
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"

    @classmethod
    def of_line(cls, line: str) -> Entry:
        """What ``as_line`` gave; what else a later version says there is passed over.

        Raises:
            ValueError: it is anything else; says what.
        """
        if line.startswith(_CONFLICTS):
            raise ValueError("a conflict of git: keep the lines of both sides, drop the marks")
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ValueError("no line of JSON: drop it, or take the file from git again") from error
        if not isinstance(data, dict) or data.get("version") != VERSION:
            raise ValueError(f"no line of a history, version {VERSION}: drop it")
        counts: dict[str, Any] = {name: _count(data.get(name, 0)) for name in cls._fields[1:5]}
        counts |= {name: _counts(data.get(name, {})) for name in cls._fields[5:]}
        return cls(_time(data.get("made")), **counts)


def _change(by: int, one: str, many: str) -> str:
    return f"{by:+,} {one if abs(by) == 1 else many}"


def as_history(text: str) -> tuple[Entry, ...]:
    """The entries of a file, the oldest first, none twice.

    Raises:
        ValueError: a line is none; its arguments are the line's number and why.
    """
    found: dict[str, Entry] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            entry = Entry.of_line(line)
        except ValueError as error:
            raise ValueError(number, str(error)) from error
        found[entry.as_line()] = entry
    return tuple(sorted(found.values(), key=lambda entry: datetime.fromisoformat(entry.made)))


def _time(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("no time: drop the line")
    try:
        made = datetime.fromisoformat(value)
    except ValueError as error:
        raise ValueError("no time: drop the line") from error
    if made.tzinfo is None:
        raise ValueError("a time without its zone: drop the line")
    return value


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _MOST:
        raise ValueError("no count: drop the line")
    return value


def _counts(value: Any) -> dict[str, int]:
    if not isinstance(value, dict):
        raise ValueError("no counts: drop the line")
    return {str(name): _count(count) for name, count in value.items()}
