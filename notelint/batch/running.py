"""A run: some vaults taken through their steps by an engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from notelint.batch.address import is_stored, joined, parent_of, path_of
from notelint.batch.keys import key_of
from notelint.batch.local_engine import Engine
from notelint.batch.lock import locked
from notelint.batch.manifest import Part
from notelint.batch.placing import (
    FACTS,
    FINDINGS,
    INDEX,
    Places,
    name_below,
    refuse_inside,
    refuse_vault_around,
)
from notelint.batch.store import LISTING, store_at
from notelint.batch.task import Job, Outcome, Step, Task
from notelint.batch.vault_run import Came, VaultRun
from notelint.config import has_config
from notelint.disk import find_root
from notelint.run import Tell, untold
from notelint.values import Place, UsageError, dataclass


@dataclass(frozen=True)
class Asked:
    """What the command line asks for, whatever the vaults: how they are configured, how many notes
    a shard has at most, and which part of the shards is done."""

    config: str | None = None
    is_isolated: bool = False
    overrides: tuple[str, ...] = ()
    shard_size: int = 2000
    part: Part = Part()


def run_vaults(
    sources: Sequence[str], out: str, asked: Asked, engine: Engine, tell: Tell = untold
) -> list[Came]:
    """Take the vaults at and below some addresses through all steps, each into a folder of its own
    name; tells what came of each, and of folders above them that have problems, in the order of
    their names.

    Raises:
        NotelintError: two vaults would be written to one place, or nothing can be written.
    """
    refuse_vault_around(out)
    with locked(out):
        return _Run(asked, engine, tell, out, Step).vaults(sources)


def run_vault(job: Job, steps: set[Step], asked: Asked, engine: Engine, tell: Tell) -> Came:
    """Take one vault through some of the steps; ``job`` says where its files are to be.

    Raises:
        NotelintError: the files would be in the vault, or cannot be written.
    """
    out = job.facts if Step.FACTS in steps else job.findings
    for address in filter(None, [job.facts, job.findings]):
        refuse_inside(address, job.vault)
    run = _Run(asked, engine, tell, out, steps)
    if not asked.part.is_whole:  # as others are at work on the other parts
        return run.vault(job)
    with locked(out):
        return run.vault(job)


def fold_facts_of(facts: str, index: str, engine: Engine) -> Came:
    """Fold the facts at an address into an index.

    Raises:
        UsageError: the index would be in a vault.
    """
    refuse_vault_around(index)
    job = Job("", "", None, False, (), 1, facts=facts, index_file=index)
    return _Run(Asked(), engine, untold, "", {Step.FOLD}).vault(job)


def job_of(address: str, asked: Asked) -> Job:
    """The job of a vault; on a disk, of the vault that a folder is in.

    Raises:
        UsageError: there is no such folder.
    """
    vault = named = address
    if not is_stored(address):
        folder = path_of(address)
        if not folder.is_dir():
            raise UsageError("no such folder", "check the path", Place(address))
        vault, named = str(find_root(folder, has_config)), str(folder)
    else:
        vault = named = address.rstrip("/")
    return Job(vault, named, asked.config, asked.is_isolated, asked.overrides, asked.shard_size)


class _Run:
    def __init__(
        self, asked: Asked, engine: Engine, tell: Tell, out: str, steps: Iterable[Step]
    ) -> None:
        self._asked, self._engine, self._tell, self._out = asked, engine, tell, out
        self._steps = frozenset(steps)
        self._places: Places | None = None
        self._runs: dict[tuple[str, str], VaultRun] = {}
        self._sources: dict[tuple[str, str], str] = {}
        self._done: Counter[Step] = Counter()

    def vaults(self, sources: Sequence[str]) -> list[Came]:
        self._places = Places(self._out)
        store_at(self._out).sweep()
        tasks = [task for source in sources for task in self._first(source, source)]
        self._go(tasks)
        came = (run.came for run in self._runs.values())
        told = [one for one in came if not one.is_above or one.problems]
        return sorted(told, key=lambda one: one.name)

    def vault(self, job: Job) -> Came:
        run = self._added(job, "", "")
        self._go(run.first())
        if run.came.is_above:
            problem = "it has no notes, but vaults below it"
            raise UsageError(problem, "name one of them", Place(job.vault))
        return run.came

    def _first(self, source: str, vault: str) -> list[Task]:
        """The first task of a vault that was found in a source; none where it is known."""
        job = job_of(vault, self._asked)
        if (job.vault, job.named) in self._runs:
            return []
        whole = job_of(source, self._asked).named
        name = name_below(whole, job.named)
        if is_stored(self._out):
            name = name.encode("utf-8", "backslashreplace").decode("utf-8")
        own = joined(self._out, *name.split("/"))
        job = job._replace(
            facts=joined(own, FACTS), index_file=joined(own, INDEX), findings=joined(own, FINDINGS)
        )
        return self._added(job, name, source).first()

    def _added(self, job: Job, name: str, source: str) -> VaultRun:
        part = self._asked.part
        listing = key_of(job.vault, job.named, part.name)
        job = job._replace(listing=joined(self._out, LISTING + listing)) if self._out else job
        job = job._replace(number=len(self._runs))
        run = VaultRun(name, job, self._steps, part)
        self._runs[job.vault, job.named] = run
        self._sources[job.vault, job.named] = source
        return run

    def _go(self, tasks: list[Task]) -> None:
        try:
            self._engine.run(tasks, self._after)
        finally:
            for run in self._runs.values() if self._out else ():
                folder, name = parent_of(run.job.listing)
                store_at(folder).remove(name)

    def _after(self, task: Task, outcome: Outcome) -> list[Task]:
        key = task.job.vault, task.job.named
        run, found = self._runs[key], list[Task]()
        if task.step is Step.LIST and outcome.trouble is None:
            found = self._listed(run, outcome, self._sources[key])
        then = run.after(task, outcome)
        if task.shard:
            self._done[task.step] += outcome.told.get("notes", 0)
            whole = sum(each.came.notes for each in self._runs.values())
            self._tell(task.step.done, min(self._done[task.step], whole), whole)
        return found + then

    def _listed(self, run: VaultRun, outcome: Outcome, source: str) -> list[Task]:
        """Place a vault that was listed, and begin with those that are below it."""
        inner = outcome.told["vaults"]
        run.came.is_above = bool(inner) and not outcome.told["notes"]
        if self._places is None:
            problems = (f"{name} is a vault of its own; it is left out" for name in inner)
            outcome.told["problems"].extend(problems)
            return []
        if not run.came.is_above:
            self._places.take(run.came.name, run.job.vault)
        return [task for vault in inner for task in self._first(source, vault)]
