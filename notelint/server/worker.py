"""One thread that does all that takes time, so that typing never waits: what was asked for first,
then what may be asked for next."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from threading import Condition, Thread
from typing import Any

Job = Callable[[], Any]
Idle = Callable[[], bool]  # does a little of what can wait; whether there is more


class Worker(Thread):
    """``before`` is done before each job. A job that gives an iterator is done step by step, others
    in between; what it comes to is the iterator's own value."""

    def __init__(self, before: Callable[[], None], idle: Idle, failed: Callable[[Exception], None]):
        super().__init__(name="notelint", daemon=True)
        self._before, self._idle, self._failed = before, idle, failed
        self._jobs: deque[tuple[Future[Any], Job]] = deque()
        self._steps: deque[tuple[Future[Any], Iterator[None]]] = deque()
        self._waiting = Condition()
        self._has_news = False
        self._is_stopped = False

    def ask(self, job: Job) -> Future[Any]:
        """Have a job done; one whose future is cancelled before it begins never is."""
        future: Future[Any] = Future()
        with self._waiting:
            self._jobs.append((future, job))
            self._waiting.notify()
        return future

    def wake(self) -> None:
        """There is something new that can be done before or besides jobs."""
        with self._waiting:
            self._has_news = True
            self._waiting.notify()

    def stop(self) -> None:
        """Do no more after what is being done."""
        with self._waiting:
            self._is_stopped = True
            self._waiting.notify()

    def run(self) -> None:
        has_more = False
        while True:
            with self._waiting:
                while not (self._is_stopped or self._has_work or has_more):
                    self._waiting.wait()
                if self._is_stopped:
                    return
                self._has_news = False
                job = self._jobs.popleft() if self._jobs else None
            has_more = self._work(job)

    @property
    def _has_work(self) -> bool:
        return bool(self._jobs or self._steps or self._has_news)

    def _work(self, job: tuple[Future[Any], Job] | None) -> bool:
        """Do the job, or what can wait; whether there may be more of that."""
        self._attempt(self._before)
        if job is not None:
            self._do(*job)
            return True
        if self._attempt(self._idle):
            return True
        if self._steps:
            self._step(*self._steps.popleft())
        return False

    def _attempt(self, what: Callable[[], Any]) -> Any:
        """Do something whose failure must not end the rest."""
        try:
            return what()
        except Exception as error:
            self._failed(error)
            return None

    def _do(self, future: Future[Any], job: Job) -> None:
        if future.cancelled():
            return
        try:
            result = job()
        except Exception as error:
            _settle(future, future.set_exception, error)
            return
        if isinstance(result, Iterator):
            self._steps.append((future, result))
        else:
            _settle(future, future.set_result, result)

    def _step(self, future: Future[Any], steps: Iterator[None]) -> None:
        if future.cancelled():
            return
        try:
            next(steps)
        except StopIteration as done:
            _settle(future, future.set_result, done.value)
        except Exception as error:
            _settle(future, future.set_exception, error)
        else:
            self._steps.append((future, steps))


def _settle(future: Future[Any], how: Callable[[Any], None], what: Any) -> None:
    """Say what came of a job, unless nobody waits for it any more."""
    with suppress(InvalidStateError):
        how(what)
