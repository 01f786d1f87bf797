"""Processes started anew, where none can be forked: they are sent their work, and what it needs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from notelint.run.workers import Child, do

if TYPE_CHECKING:
    from subprocess import Popen

# Ctrl-c, which all processes of a terminal hear, ends it without a word from the first moment on.
_SERVING = """\
import _signal, sys
_signal.signal(_signal.SIGINT, _signal.SIG_DFL)
sys.path[:] = {!r}
from notelint.run.anew import serve
serve()
"""


def started(work: Callable[[Any], Any], parts: Sequence[Sequence[Any]]) -> list[Child]:
    """A process for each part of the work; none where the work cannot be sent."""
    import pickle

    try:
        told = pickle.dumps(work, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError):  # it is part of a function
        return []
    processes = list(_processes(len(parts)))
    for process, part in zip(processes, parts, strict=False):
        _send(process, told, pickle.dumps(part, pickle.HIGHEST_PROTOCOL))
    return [_child(process) for process in processes]


def _processes(count: int) -> Iterator[Popen[bytes]]:
    """As many processes as the system starts."""
    from subprocess import PIPE, Popen

    command = [sys.executable, "-c", _SERVING.format(sys.path)]
    with suppress(OSError):
        for _ in range(count):
            yield Popen(command, stdin=PIPE, stdout=PIPE)


def _send(process: Popen[bytes], *told: bytes) -> None:
    with suppress(OSError):  # it has died, and its work is done here
        assert process.stdin is not None
        with process.stdin as pipe:
            pipe.writelines(told)


def _child(process: Popen[bytes]) -> Child:
    def end() -> None:
        process.kill()
        process.wait()

    assert process.stdout is not None
    return Child(process.stdout, end)  # type: ignore[arg-type]


def serve() -> NoReturn:
    """Do the work that standard input holds. What it cannot read is done by who sent it."""
    import pickle

    pipe: BinaryIO = sys.stdout.buffer
    sys.stdout = sys.stderr  # what is printed by mistake is no outcome
    try:
        work, chunks = pickle.load(sys.stdin.buffer), pickle.load(sys.stdin.buffer)
        gc.freeze()
        do(work, chunks, pipe)
    finally:
        os._exit(0)
