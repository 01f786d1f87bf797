"""When files came into the history of a repository."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from notelint.disk.git import ask, repository_of

_SECONDS = 60.0
_DAY = "\x01"  # before the day of a commit; no status of git's begins so
_LOG = (
    *("log", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-color", "-z"),
    *("--format=%x01%as", "--name-status", "--diff-filter=AR", "-M100%", "--relative"),
    *("--root", "--encoding=UTF-8", "-O/dev/null"),  # whatever the user has set
)


def days_added(root: Path) -> dict[str, str]:
    """The days on which the files below a folder came, by path relative to it, as ``2025-01-31``;
    a file that was only moved keeps its day. None is told outside of a repository, nor in a clone
    that has only a part of the history.

    Raises:
        NoAnswerError: git does not say.
    """
    if repository_of(root) is None:
        return {}
    shallow = ask(root, "rev-parse", "--is-shallow-repository")
    if shallow.out.strip() != b"false":
        return {}
    answer = ask(root, *_LOG, "--", ".", seconds=_SECONDS)
    return {} if answer.code else _days(os.fsdecode(answer.out))


def _days(log: str) -> dict[str, str]:
    """What a log tells, which goes from the newest commit back."""
    names: dict[str, str] = {}  # of today, by those that files had before they were moved
    found: dict[str, str] = {}
    for day, status, (before, *after) in _changes(log):
        if status == "R":
            names[before] = names.pop(after[0], after[0])
            continue
        found.setdefault(names.pop(before, before), day)
    return found


def _changes(log: str) -> Iterator[tuple[str, str, list[str]]]:
    """Each change with its day and its letter, and the names of the file, an old one first."""
    parts, day = iter(log.split("\0")), ""
    for part in parts:
        part = part.lstrip("\n")
        if part.startswith(_DAY):
            day = part[1:]
        elif part:
            count = 2 if part.startswith("R") else 1
            yield day, part[0], [next(parts, "") for _ in range(count)]
