"""Work divided among processes, its results in the order of the work.

On Linux processes are forked, so they share what is known already and nothing has to be sent to
them. Elsewhere a fork may crash in libraries of the system: there they are started anew.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from typing import BinaryIO, Generic, NamedTuple, NoReturn, TypeVar

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

CHUNK = 32  # items that a process works on before it tells what came of them
_LEAST = 150  # items that are worth a process
_LEAST_ANEW = 1000  # items that are worth one that is started anew
_SIZE = 8  # bytes that say how many follow
_WIDTH = 1_048_576  # bytes that wait in a pipe


class Child(NamedTuple):
    """A process, by the pipe through which it tells what came of its work, and what ends it."""

    pipe: BinaryIO
    end: Callable[[], None]


def can_fork() -> bool:
    return sys.platform == "linux"


def processes_for(items: int, asked: int | None = None) -> int:
    """How many processes to divide some items among: as many as were asked for, else as there are
    cores and as pay."""
    if asked is not None:
        return asked
    cores = len(os.sched_getaffinity(0)) if can_fork() else os.cpu_count() or 1
    return max(1, min(cores, items // (_LEAST if can_fork() else _LEAST_ANEW)))


def in_order(
    work: Callable[[Item], Outcome], items: Sequence[Item], processes: int, at_once: int = CHUNK
) -> Iterator[Outcome]:
    """What comes of each item, in order, as ``map`` gives it; ``at_once`` are done before what came
    of them is told.

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
        self._children: Sequence[Child] = ()
        if can_fork():
            self._children = [_forked(work, part) for part in parts]
        else:
            from notelint.run.anew import started

            self._children = started(work, parts)

    def outcomes(self, index: int) -> list[Outcome] | None:
        """What came of a chunk; None where it is for this process to do, or its own has died."""
        if index % self._all >= len(self._children):
            return None
        pipe = self._children[index % self._all].pipe
        size = int.from_bytes(pipe.read(_SIZE), "big")
        told = pipe.read(size)
        if not told or len(told) < size:
            return None
        import pickle

        outcomes: list[Outcome] = pickle.loads(told)  # it comes from ourselves
        return outcomes

    def close(self) -> None:
        for child in self._children:
            child.pipe.close()
            child.end()
        gc.unfreeze()


def _forked(work: Callable[[Item], Outcome], chunks: Sequence[Sequence[Item]]) -> Child:
    reading, writing = os.pipe()
    _widen(writing)
    child = os.fork()
    if child == 0:
        do(work, chunks, os.fdopen(writing, "wb"))
    os.close(writing)

    def end() -> None:
        import signal

        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

    return Child(os.fdopen(reading, "rb"), end)


def _widen(pipe: int) -> None:
    """Let a process go on while this one works, instead of waiting until it is listened to."""
    with suppress(OSError, ImportError):
        from fcntl import F_SETPIPE_SZ, fcntl  # of Linux, as all of this is

        fcntl(pipe, F_SETPIPE_SZ, _WIDTH)


def do(
    work: Callable[[Item], Outcome], chunks: Sequence[Sequence[Item]], pipe: BinaryIO
) -> NoReturn:
    """All that a process does. What goes wrong in it goes wrong again where it is done anew."""
    import pickle
    import signal

    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with pipe:
            for chunk in chunks:
                told = pickle.dumps([work(item) for item in chunk], pickle.HIGHEST_PROTOCOL)
                pipe.write(len(told).to_bytes(_SIZE, "big"))
                pipe.write(told)
                pipe.flush()
    finally:
        os._exit(0)
