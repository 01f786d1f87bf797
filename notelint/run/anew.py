"""Processes started anew, where none can be forked: they are sent their work, and what it needs."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO

from notelint.run.workers import Child, do

if TYPE_CHECKING:
    from subprocess import Popen

_FROM_HERE = "import sys; sys.path[:] = {!r}; from notelint.run.anew import serve; serve()"


def started(work: Callable[[Any], Any], parts: Sequence[Sequence[Any]]) -> list[Child]:
    """A process for each part of the work; none where the work cannot be sent."""
    import pickle

    try:
        told = pickle.dumps(work, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError):  # it is part of a function
        return []
    processes = [_process() for _ in parts]
    for process, part in zip(processes, parts, strict=True):
        _send(process, told, pickle.dumps(part, pickle.HIGHEST_PROTOCOL))
    return [_child(process) for process in processes]


def _process() -> Popen[bytes]:
    from subprocess import PIPE, Popen

    return Popen([sys.executable, "-c", _FROM_HERE.format(sys.path)], stdin=PIPE, stdout=PIPE)


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


def serve() -> None:
    """Do the work that standard input holds."""
    import pickle

    pipe: BinaryIO = sys.stdout.buffer
    sys.stdout = sys.stderr  # what is printed by mistake is no outcome
    work, chunks = pickle.load(sys.stdin.buffer), pickle.load(sys.stdin.buffer)
    gc.freeze()
    do(work, chunks, pipe)
