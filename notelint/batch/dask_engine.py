"""Tasks done by the workers of a Dask cluster: no more than addresses goes to them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack, suppress
from typing import Any

from notelint.batch.address import reason_of, shown
from notelint.batch.local_engine import Done
from notelint.batch.steps import perform
from notelint.batch.task import Outcome, Task, Trouble
from notelint.values import NotelintError, Place, UsageError

_PATIENCE = 10  # seconds for a scheduler to answer
# A task that kills its worker is ours to try again; of two on one worker only one is to blame.
_SETTINGS = {
    "distributed.scheduler.allowed-failures": 0,
    "distributed.scheduler.worker-saturation": 1.0,
    "distributed.comm.timeouts.connect": "120s",  # a busy machine is slow to start a worker
}


def cluster_engine(scheduler: str | None, processes: int | None) -> DaskEngine:
    """The engine that has its work done by the workers of a scheduler; without one, by workers that
    it starts on this machine, as many as there are processes asked for.

    Raises:
        UsageError: Dask is not installed.
    """
    try:
        import distributed  # noqa: F401 - what needs it says so later, and worse
    except ImportError as error:
        problem = "--engine dask needs Dask"
        raise UsageError(problem, "`pip install 'notelint[cluster]'` installs it") from error
    return DaskEngine(scheduler, processes)


class DaskEngine:
    """A cluster for as long as a run takes."""

    def __init__(self, scheduler: str | None, processes: int | None) -> None:
        self._scheduler, self._processes = scheduler, processes

    def run(self, tasks: Iterable[Task], done: Done) -> None:
        from distributed.utils import silence_logging_cmgr

        with ExitStack() as held:
            held.enter_context(silence_logging_cmgr("CRITICAL"))  # what counts, we say ourselves
            client = self._client(held)
            try:
                _run(client, tasks, done)
            except NotelintError:
                raise
            except Exception as error:
                if client.status == "running":
                    raise
                raise self._lost() from error

    def _client(self, held: ExitStack) -> Any:
        from distributed import Client

        address = self._scheduler or self._cluster(held)
        try:
            return held.enter_context(Client(address, timeout=_PATIENCE))
        except (OSError, ValueError) as error:
            problem = f"no scheduler answers: {reason_of(error)}"
            raise UsageError(problem, "check the address", self._place()) from error

    def _cluster(self, held: ExitStack) -> Any:
        import dask
        from distributed import LocalCluster

        held.enter_context(dask.config.set(_SETTINGS))
        cluster = held.enter_context(
            LocalCluster(
                n_workers=self._processes,
                threads_per_worker=1,
                dashboard_address=None,
                silence_logs="CRITICAL",
            )
        )
        most = len(cluster.workers)
        cluster.adapt(minimum=most, maximum=most)  # which puts another one where one is given up
        return cluster

    def _lost(self) -> NotelintError:
        remedy = "run it again: what is done is not done twice"
        return NotelintError("the scheduler is gone", remedy, self._place())

    def _place(self) -> Place:
        return Place(f"--scheduler {shown(self._scheduler or '')}".rstrip())


def _run(client: Any, tasks: Iterable[Task], done: Done) -> None:
    from distributed import as_completed

    waiting: dict[str, Task] = {}
    number = 0
    coming = as_completed()

    def submit(task: Task) -> None:
        nonlocal number
        number += 1
        key = f"notelint-{task.step}-{number}"
        future = client.submit(perform, task, key=key, pure=False, priority=-task.rank)
        waiting[future.key] = task
        coming.add(future)

    for task in tasks:
        submit(task)
    for future in coming:
        outcome = _outcome(client, future)
        for task in done(waiting.pop(future.key), outcome):
            submit(task)


def _outcome(client: Any, future: Any) -> Outcome:
    """What came of a task; a worker that died says nothing."""
    from distributed import KilledWorker

    try:
        outcome: Outcome = future.result()
    except KilledWorker:
        return Outcome({}, "its worker died", Trouble.TASK)
    except Exception as error:
        with suppress(Exception):
            client.sync(client.scheduler.identity)  # is it still there?
            return Outcome({}, reason_of(error), Trouble.TASK)
        raise
    return outcome
