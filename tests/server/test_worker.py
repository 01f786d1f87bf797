"""One thread for all that takes time: in which order, and what becomes of what fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest

from notelint.server.worker import Worker

SECONDS = 10


class Bench:
    """A worker that does what a test wants, and what it has done."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.failures: list[str] = []
        self.before: Callable[[], None] = lambda: None
        self.rest: list[str] = []
        self.worker = Worker(
            lambda: self.before(), self._idle, lambda error: self.failures.append(str(error))
        )

    def _idle(self) -> bool:
        if not self.rest:
            return False
        self.done.append(self.rest.pop(0))
        return True

    def job(self, name: str) -> Callable[[], str]:
        def job() -> str:
            self.done.append(name)
            return name

        return job

    def steps(self, name: str, count: int) -> Callable[[], Iterator[None]]:
        def steps() -> Iterator[Any]:
            for number in range(count):
                self.done.append(f"{name}{number}")
                yield
            return name

        return steps


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.worker.stop()


def test_jobs_are_done_in_order_and_what_can_wait_after_them(bench: Bench) -> None:
    bench.rest = ["rest"]
    futures = [bench.worker.ask(bench.job(name)) for name in "ab"]
    bench.worker.start()
    assert [future.result(SECONDS) for future in futures] == ["a", "b"]
    last = bench.worker.ask(bench.steps("s", 1))
    last.result(SECONDS)
    assert bench.done == ["a", "b", "rest", "s0"]


def test_steps_wait_for_jobs_and_for_what_can_wait(bench: Bench) -> None:
    begun, go_on = Event(), Event()

    def steps() -> Iterator[None]:
        begun.set()
        go_on.wait(SECONDS)
        yield
        bench.done.append("last step")

    long = bench.worker.ask(steps)
    bench.worker.start()
    begun.wait(SECONDS)
    short = bench.worker.ask(bench.job("job"))
    bench.rest = ["rest"]
    go_on.set()
    long.result(SECONDS)
    assert short.result() == "job"
    assert bench.done == ["job", "rest", "last step"]


def test_the_value_of_steps_is_what_they_come_to(bench: Bench) -> None:
    bench.worker.start()
    assert bench.worker.ask(bench.steps("s", 3)).result(SECONDS) == "s"


def test_what_is_cancelled_is_not_done(bench: Bench) -> None:
    futures = [bench.worker.ask(bench.job(name)) for name in "abc"]
    assert futures[1].cancel()
    bench.worker.start()
    futures[2].result(SECONDS)
    assert bench.done == ["a", "c"]


def test_steps_that_are_cancelled_go_no_further(bench: Bench) -> None:
    future = bench.worker.ask(bench.steps("s", 1000))
    other = bench.worker.ask(lambda: future.cancel())
    bench.worker.start()
    assert other.result(SECONDS) is True
    bench.worker.ask(bench.steps("t", 1)).result(SECONDS)
    assert not [name for name in bench.done if name.startswith("s")]


def test_a_job_that_fails_says_so_and_ends_nothing(bench: Bench) -> None:
    def fail() -> Iterator[None]:
        yield
        raise ValueError("step")

    futures = [bench.worker.ask(lambda: 1 // 0), bench.worker.ask(fail)]
    bench.worker.start()
    assert [type(future.exception(SECONDS)) for future in futures] == [
        ZeroDivisionError,
        ValueError,
    ]
    assert bench.worker.ask(bench.job("a")).result(SECONDS) == "a"


def test_what_fails_beside_jobs_is_told(bench: Bench) -> None:
    def fail() -> None:
        raise ValueError("before")

    bench.before = fail
    bench.worker.start()
    assert bench.worker.ask(bench.job("a")).result(SECONDS) == "a"
    assert bench.failures[0] == "before"


def test_being_woken_it_does_what_has_come(bench: Bench) -> None:
    seen = Event()
    bench.before = seen.set
    bench.worker.start()
    bench.worker.wake()
    assert seen.wait(SECONDS)


def test_a_worker_that_is_stopped_ends(bench: Bench) -> None:
    bench.worker.start()
    bench.worker.stop()
    bench.worker.join(SECONDS)
    assert not bench.worker.is_alive()
