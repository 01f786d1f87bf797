"""Work divided among processes, its results in the order of the work.

On Linux processes are forked, so they share what is known already and nothing has to be sent to
them. Elsewhere a fork may crash in libraries of the system: there they are started anew.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import Generic, TypeVar

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

CHUNK = 32  # items that a process works on before it tells what came of them
_LEAST = 150  # items that are worth a process
_LEAST_ANEW = 1000  # items that are worth one that is started anew


def can_fork() -> bool:
    return sys.platform == "linux"


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes_for(items: int, asked: int | None = None) -> int:
    """How many processes to divide some items among: as many as were asked for, else as there are
    cores and as pay."""
    if asked is not None:
        return asked
    return max(1, min(cores(), items // (_LEAST if can_fork() else _LEAST_ANEW)))


def _nothing() -> None:
    pass


def in_order(
    work: Callable[[Item], Outcome],
    items: Sequence[Item],
    processes: int,
    at_once: int = CHUNK,
    prepare: Callable[[], None] = _nothing,
) -> Iterator[Outcome]:
    """What comes of each item, in order, as ``map`` gives it; ``at_once`` are done before what came
    of them is told. ``prepare`` does what each process would do otherwise, where there are several.

    This process works on the first few itself before it forks: what they look up is then known to
    all. It goes on working as the others do, and does what a process leaves undone that dies. Work
    that cannot be pickled is all done by this one where no process can be forked.
    """
    chunks = [items[start : start + at_once] for start in range(0, len(items), at_once)]
    yield from map(work, chunks[0] if chunks else ())
    if processes < 2 or len(chunks) < 3:
        for chunk in chunks[1:]:
            yield from map(work, chunk)
        return
    prepare()
    with closing(_Workers(work, chunks[1:], processes - 1)) as workers:
        for index, chunk in enumerate(chunks[1:]):
            outcomes = workers.outcomes(index)
            yield from map(work, chunk) if outcomes is None else outcomes


class _Workers(Generic[Item, Outcome]):
    """Processes that work on every so manieth chunk each, this one among them."""

    def __init__(
        self, work: Callable[[Item], Outcome], chunks: Sequence[Sequence[Item]], processes: int
    ) -> None:
        gc.freeze()  # what is there now is shared as long as no collection touches it
        self._all = processes + 1
        parts = [chunks[first :: self._all] for first in range(min(processes, len(chunks)))]
        from notelint.run.children import forked, started_anew  # only loaded where there are some

        children = map(partial(forked, work), parts) if can_fork() else started_anew(work, parts)
        self._children = list(children)

    def outcomes(self, index: int) -> list[Outcome] | None:
        """What came of a chunk; None where it is for this process to do, or its own has died."""
        if index % self._all >= len(self._children):
            return None
        return self._children[index % self._all].outcomes()

    def close(self) -> None:
        for child in self._children:
            child.end()
        gc.unfreeze()
