"""Tasks done by processes of this machine."""

from __future__ import annotations

import heapq
import json
import signal
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from typing import Protocol

from notelint.batch.task import Outcome, Task, Trouble
from notelint.batch.worker import READY
from notelint.values import NotelintError

Done = Callable[[Task, Outcome], Iterable[Task]]  # what is to be done then

# It finds what this process finds, and no module that lies in the current folder. Who started it
# decides what ctrl-c ends, from its first moment on.
_WORK = "import _signal; _signal.signal(_signal.SIGINT, _signal.SIG_IGN); "
_WORK += "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
_WORK += "from notelint.batch.worker import work; work(sys.argv[2])"
_KILLED = 128  # and the signal: what a shell makes of it
_PATIENCE = 5.0  # seconds for a process to end by itself


class Engine(Protocol):
    """What has tasks done."""

    def run(self, tasks: Iterable[Task], done: Done) -> None:
        """Have tasks done, and those that follow from what came of them, until none is left.

        Raises:
            NotelintError: no task can be done any more.
        """


class LocalEngine:
    """Some processes, started as they are needed. One that dies is followed by another."""

    def __init__(self, processes: int) -> None:
        self._processes = processes

    def run(self, tasks: Iterable[Task], done: Done) -> None:
        with _ending_in_order():
            self._run(tasks, done)

    def _run(self, tasks: Iterable[Task], done: Done) -> None:
        waiting, free, busy = _Waiting(), deque[_Worker](), 0
        results: SimpleQueue[tuple[_Worker, Task, Outcome | None]] = SimpleQueue()
        # What a process that is killed has copied from a store goes with the run.
        copies = tempfile.TemporaryDirectory(prefix="notelint-", ignore_cleanup_errors=True)
        workers = [_Worker(results, copies.name) for _ in range(self._processes)]
        free.extend(workers)
        waiting.add(tasks)
        try:
            while waiting or busy:
                while waiting and free:
                    free.popleft().take(waiting.next())
                    busy += 1
                worker, task, outcome = results.get()
                busy -= 1
                free.append(worker)
                if outcome is None:
                    raise NotelintError(f"no process can work here: {worker.death}")
                waiting.add(done(task, outcome))
        finally:
            for worker in workers:
                worker.close()
            copies.cleanup()


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Have a run that is asked to end (SIGTERM) take its processes with it and what they copied."""
    if threading.current_thread() is not threading.main_thread():  # where no signal is heard
        yield
        return
    known = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, known or signal.SIG_DFL)


def _end(number: int, _frame: object) -> None:
    signal.signal(number, signal.SIG_IGN)  # who asks twice waits for what is taken away
    sys.exit(_KILLED + number)


class _Waiting:
    """Tasks by their rank, those of one rank as they came."""

    def __init__(self) -> None:
        self._heap: list[tuple[int, int, Task]] = []
        self._number = 0

    def __len__(self) -> int:
        return len(self._heap)

    def add(self, tasks: Iterable[Task]) -> None:
        for task in tasks:
            self._number += 1
            heapq.heappush(self._heap, (task.rank, self._number, task))

    def next(self) -> Task:
        return heapq.heappop(self._heap)[-1]


class _Worker:
    """One process, and the thread that waits for what it tells."""

    def __init__(
        self, results: SimpleQueue[tuple[_Worker, Task, Outcome | None]], copies: str
    ) -> None:
        self._results, self._copies = results, copies
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False
        self._starting = threading.Lock()  # none is started once it is closed
        self.death = ""
        self._thread = threading.Thread(target=self._wait, daemon=True)
        self._thread.start()

    def take(self, task: Task) -> None:
        """Begin with a task."""
        self._tasks.put(task)

    def close(self) -> None:
        """End it, whatever it is at."""
        self._tasks.put(None)
        with self._starting:
            self._is_closed = True
            if self._process:
                self._process.kill()
        self._thread.join()

    def _wait(self) -> None:
        while (task := self._tasks.get()) is not None and not self._is_closed:
            self._results.put((self, task, self._outcome(task)))
        self._end()

    def _outcome(self, task: Task) -> Outcome | None:
        """What came of a task; None where no process can be started."""
        if self._process is None and not self._start():
            return None
        process = self._process
        assert process is not None
        line = b""
        with suppress(OSError, ValueError):
            assert process.stdin
            assert process.stdout
            process.stdin.write(json.dumps(task).encode("ascii") + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        if not line.endswith(b"\n"):
            self._end()
            return Outcome({}, f"its process {self.death}", Trouble.TASK)
        told, reason, trouble = json.loads(line)
        if told.get("is_large"):
            process.kill()  # it would keep the memory that it needed
            self._end()
        return Outcome(told, reason, None if trouble is None else Trouble(trouble))

    def _start(self) -> bool:
        """Start the process; False where that fails."""
        pipe, found = subprocess.PIPE, json.dumps(list(filter(None, sys.path)))
        command = [sys.executable, "-P", "-c", _WORK, found, self._copies]
        with self._starting:
            if self._is_closed:
                return False
            try:
                process = subprocess.Popen(command, stdin=pipe, stdout=pipe)
            except OSError as error:
                self.death = error.strerror or str(error)
                return False
            self._process = process
        if process.stdout and process.stdout.readline() == READY:
            return True
        self._end()
        return False

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                assert pipe
                pipe.close()
        try:
            code = process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        self.death = _death_of(code)


def _death_of(code: int) -> str:
    """How a process ended."""
    if code >= 0:
        return f"ended with code {code}"
    with suppress(ValueError):
        return f"was killed by {signal.Signals(-code).name}"
    return f"was killed by signal {-code}"
