"""Runs over shards, and what they leave."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from notelint.batch import Asked, Came, Done, Outcome, Task, Trouble, perform, run_vaults

Dies = Callable[[Task], bool]
THEN = 1_700_000_000  # what is younger than two seconds may change again in its time stamp


def _never(task: Task) -> bool:
    return False


class Here:
    """An engine in the process of the test. ``dies`` says which tasks no process outlives; ``done``
    are the others."""

    def __init__(self, dies: Dies = _never) -> None:
        self._dies = dies
        self.done: list[Task] = []

    def run(self, tasks: Iterable[Task], done: Done) -> None:
        waiting = deque(tasks)
        while waiting:
            task = waiting.popleft()
            if self._dies(task):
                waiting.extend(done(task, Outcome({}, "its process died", Trouble.TASK)))
                continue
            self.done.append(task)
            waiting.extend(done(task, perform(task)))


def run(
    source: Path | str, out: Path | str, shard_size: int = 5, dies: Dies = _never, **asked: object
) -> list[Came]:
    """Take a vault, or a folder of vaults, through all steps."""
    wanted = Asked(shard_size=shard_size, **asked)  # type: ignore[arg-type]
    return run_vaults([str(source)], str(out), wanted, Here(dies))


def findings(folder: Path) -> bytes:
    """All findings of a vault, read as the page tells to read them."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("*.jsonl")))


def all_of(folder: Path) -> dict[str, bytes]:
    """All that stands in a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def grow_old(folder: Path) -> None:
    """Let all that is in a folder have been there for a while."""
    for path in folder.rglob("*"):
        size = path.stat().st_size
        os.utime(path, (THEN + size, THEN + size))
