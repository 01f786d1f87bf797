"""One vault of a run: which task follows from which, and what came of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from notelint.batch.address import parent_of, shown
from notelint.batch.check_step import findings_name
from notelint.batch.cleaning import clear, put_in_order
from notelint.batch.indexes import digest_of_index
from notelint.batch.manifest import Part, withdraw_manifest, write_manifest
from notelint.batch.store import Store, store_at
from notelint.batch.task import Job, Outcome, Shard, Step, Task, Trouble
from notelint.batch.trying import next_tries
from notelint.values import NotelintError, Place, ReadError, dataclass, field


@dataclass
class Came:
    """What came of a vault. ``shards`` are those of each step, and ``taken`` those of them that
    stood there already. ``failures`` are notes that were passed over, or with which
    something went wrong, and why; ``error`` says why the whole vault was left. What ``is_above``
    is no vault, but a folder with some."""

    name: str
    is_above: bool = False
    notes: int = 0
    shards: Counter[Step] = field(default_factory=Counter)
    taken: Counter[Step] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    is_unchecked: bool = False
    error: str = ""


class VaultRun:
    """The steps of one vault, of the ``part`` of it that is this run's."""

    def __init__(self, name: str, job: Job, steps: Collection[Step], part: Part) -> None:
        self.job, self.steps, self.part = job, steps, part
        self.came = Came(name)
        self._shards: list[Shard] = []
        self._listing = ""  # by which all parts of a vault know that they are cut alike
        self._open = 0  # tasks of the current step
        self._rows: list[tuple[int, int, str]] = []
        self._passed_over: list[tuple[str, str]] = []
        self._failures: list[tuple[str, str]] = []
        self._reasons: dict[tuple[Step, int, int], str] = {}

    def first(self) -> list[Task]:
        """What is to be done first."""
        if self.part.is_whole and Step.LIST in self.steps:  # so that no other run is at work there
            for address in self._folders():
                store_at(address).sweep()
        return self._begun([Task(Step.LIST if Step.LIST in self.steps else Step.FOLD, self.job)])

    def after(self, task: Task, outcome: Outcome) -> list[Task]:
        """What is to be done once a task was done, or failed.

        Raises:
            NotelintError: a file of the run cannot be written, or nothing can be done at all.
        """
        self._open -= 1
        if self.came.error:
            return []
        if outcome.trouble is not None:
            return self._tried_again(task, outcome)
        self._note(task, outcome.told)
        if self._open or self.came.is_above:
            return []
        try:
            return self._next(task.step)
        except NotelintError as error:
            return self._left(str(error))

    def _folders(self) -> list[str]:
        """The folders that this run writes into."""
        index = parent_of(self.job.index_file)[0] if Step.FOLD in self.steps else ""
        return list(filter(None, [self.job.facts, index, self.job.findings]))

    def _begun(self, tasks: list[Task]) -> list[Task]:
        self._open += len(tasks)
        return tasks

    def _tried_again(self, task: Task, outcome: Outcome) -> list[Task]:
        if outcome.trouble is Trouble.RUN:
            raise NotelintError(outcome.reason)
        tries = next_tries(task) if outcome.trouble is Trouble.TASK else []
        if not tries:
            return self._left(outcome.reason)
        for new in tries:
            if new.is_passed_over and new.shard:
                self._reasons[new.step, new.shard.number, new.shard.first] = outcome.reason
        return self._begun(tries)

    def _left(self, reason: str) -> list[Task]:
        """Do no more with this vault; its other tasks may still come back."""
        self.came.error = reason
        return []

    def _note(self, task: Task, told: dict[str, Any]) -> None:
        if task.step is Step.LIST:
            self._listed(told)
        elif task.step is Step.FOLD:
            self.job = self.job._replace(index_digest=told["digest"])
        elif task.shard:
            self._done(task, task.shard, told)

    def _listed(self, told: dict[str, Any]) -> None:
        shards = (Shard(*shard) for shard in told["shards"])
        self._shards = [shard for shard in shards if self.part.has(shard.number)]
        self.job = self.job._replace(settings_digest=told["settings"])
        self._listing = told["listing"]
        self.came.notes = sum(shard.notes for shard in self._shards)
        self.came.problems += told["problems"]
        self.came.is_unchecked = told["is_unchecked"]

    def _done(self, task: Task, shard: Shard, told: dict[str, Any]) -> None:
        self.came.shards[task.step] += 1
        self.came.taken[task.step] += bool(told.get("taken"))
        self.came.severities.update(told.get("severities", {}))
        failures = [(path, why) for path, why in told.get("failures", ())]
        self._failures += failures
        self.came.failures += (failure for failure in failures if failure[1])
        if task.is_passed_over:
            why = self._reasons[task.step, shard.number, shard.first]
            said = f"{told['path']}: passed over: {why}"
            self.came.failures.append((told["path"], said))
            self._passed_over.append((told["path"], why))
        if told["name"]:
            self._rows.append((shard.number, shard.first, told["name"]))

    def _next(self, step: Step) -> list[Task]:
        """The step that follows, once one is done; one without a task is done at once."""
        self._end(step)
        steps = list(Step)
        for following in steps[steps.index(step) + 1 :]:
            tasks = self._tasks(following) if following in self.steps else []
            if tasks:
                return self._begun(tasks)
            if following in self.steps:
                self._end(following)
        return []

    def _tasks(self, step: Step) -> list[Task]:
        if step is Step.FOLD:
            return [Task(step, self.job)]
        self._rows, self._passed_over, self._failures = [], [], []
        if step is Step.CHECK:
            self._prepare_checks()
        return [Task(step, self.job, shard) for shard in self._shards]

    def _prepare_checks(self) -> None:
        if not self.job.index_digest:
            self.job = self.job._replace(index_digest=digest_of_index(self.job.index_file))
        store = store_at(self.job.findings)
        withdraw_manifest(store, self.part)
        put_in_order(store, [findings_name(self.job, shard) for shard in self._shards])

    def _end(self, step: Step) -> None:
        """Say what belongs together once a step is done, and take away what is of another day."""
        if step not in (Step.FACTS, Step.CHECK):
            return
        told: dict[str, Any] = {
            "listing": self._listing,
            "shards": sorted(self._rows),
            "passed over": sorted(self._passed_over),
            "failures": sorted(self._failures),
        }
        names = {name for _, _, name in self._rows}
        store = store_at(self.job.facts if step is Step.FACTS else self.job.findings)
        if step is Step.CHECK:
            self._refuse_another_index(store)
            told["notes"] = self.came.notes
            told["findings"] = dict(self.came.severities)
        write_manifest(store, self.part, told)
        clear(store, names, self.part)

    def _refuse_another_index(self, store: Store) -> None:
        """Take away what was found by an index that is not the one by whose digest it is called: an
        index that this run has not made may be made anew meanwhile."""
        if Step.FOLD in self.steps or digest_of_index(self.job.index_file) == self.job.index_digest:
            return
        clear(store, (), self.part)
        place = Place(shown(self.job.index_file))
        raise ReadError("the index changed while the vault was checked", "run it again", place)
