"""Processes that do a part of the work, forked or started anew: these are sent what they need."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, NamedTuple, NoReturn

if TYPE_CHECKING:
    from subprocess import Popen

_SIZE = 8  # bytes that say how many follow
_WIDTH = 1_048_576  # bytes that wait in a pipe
# Ctrl-c, which all processes of a terminal hear, ends it without a word from the first moment on.
_SERVING = """\
import _signal, sys
_signal.signal(_signal.SIGINT, _signal.SIG_DFL)
sys.path[:] = {!r}
from notelint.run.children import serve
serve()
"""


class Child(NamedTuple):
    """A process, by the pipe through which it tells what came of its work, and what kills it."""

    pipe: IO[bytes]
    kill: Callable[[], None]

    def outcomes(self) -> list[Any] | None:
        """What came of the next of its chunks; None where it has died."""
        size = int.from_bytes(self.pipe.read(_SIZE), "big")
        told = self.pipe.read(size)
        if not told or len(told) < size:
            return None
        import pickle

        outcomes: list[Any] = pickle.loads(told)  # it comes from ourselves
        return outcomes

    def end(self) -> None:
        self.pipe.close()
        self.kill()


def started_anew(work: Callable[[Any], Any], parts: Sequence[Sequence[Any]]) -> list[Child]:
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
    def kill() -> None:
        process.kill()
        process.wait()

    assert process.stdout is not None
    return Child(process.stdout, kill)


def serve() -> NoReturn:
    """Do the work that standard input holds. What it cannot read is done by who sent it."""
    import pickle

    pipe = sys.stdout.buffer
    sys.stdout = sys.stderr  # what is printed by mistake is no outcome
    try:
        work, chunks = pickle.load(sys.stdin.buffer), pickle.load(sys.stdin.buffer)
        gc.freeze()
        _do(work, chunks, pipe)
    finally:
        os._exit(0)


def forked(work: Callable[[Any], Any], chunks: Sequence[Sequence[Any]]) -> Child:
    reading, writing = os.pipe()
    _widen(writing)
    child = os.fork()
    if child == 0:
        _do(work, chunks, os.fdopen(writing, "wb"))
    os.close(writing)

    def kill() -> None:
        import signal

        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

    return Child(os.fdopen(reading, "rb"), kill)


def _widen(pipe: int) -> None:
    """Let a process go on while this one works, instead of waiting until it is listened to."""
    with suppress(OSError, ImportError):
        from fcntl import F_SETPIPE_SZ, fcntl  # of Linux, as all of this is

        fcntl(pipe, F_SETPIPE_SZ, _WIDTH)


def _do(work: Callable[[Any], Any], chunks: Sequence[Sequence[Any]], pipe: IO[bytes]) -> NoReturn:
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
