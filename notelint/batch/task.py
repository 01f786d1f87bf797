"""What is to be done in one go by one process, and what came of it: plain data, small enough to be
sent to any machine, since it has addresses and no notes."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from notelint.values import NamedTuple, __version__


class Step(StrEnum):
    """What is done, in this order: a vault listed, a shard of it summarized, all summaries folded,
    a shard checked."""

    LIST = "list"
    FACTS = "facts"
    FOLD = "fold"
    CHECK = "check"

    @property
    def done(self) -> str:
        """What is said of notes with which it is done."""
        return _DONE[self]


_DONE = {
    Step.LIST: "listed",
    Step.FACTS: "summarized",
    Step.FOLD: "folded",
    Step.CHECK: "checked",
}


class Job(NamedTuple):
    """One vault: where it stands and ``named``, the folder in it whose notes are checked; what the
    command line says of its configuration; where its facts, its index and its findings are to be.
    The digests are those of the settings and of the index, once they are known."""

    vault: str
    named: str
    config: str | None
    is_isolated: bool
    overrides: tuple[str, ...]
    shard_size: int
    facts: str = ""
    index_file: str = ""
    findings: str = ""
    listing: str = ""
    settings_digest: str = ""
    index_digest: str = ""
    number: int = 0  # among those of its run
    version: str = __version__

    def __repr__(self) -> str:
        return "Job()"  # its addresses may have passwords, and schedulers log what they run


class Shard(NamedTuple):
    """Some files of a vault that follow one another, the ``number``-th of its shards: those from
    ``first`` to before ``last`` of what stands at ``offset`` in the listing."""

    number: int
    offset: int
    size: int
    key: str
    files: int
    first: int
    last: int
    notes: int = 0  # of the whole shard; those to check

    @property
    def is_whole(self) -> bool:
        return self.last - self.first == self.files

    def halves(self) -> tuple[Shard, Shard]:
        """The shard as two, each with about half of its files."""
        middle = (self.first + self.last) // 2
        return self._replace(last=middle), self._replace(first=middle)


class Task(NamedTuple):
    """One step. Where ``is_passed_over``, the one note of the shard is not looked at any more."""

    step: Step
    job: Job
    shard: Shard | None = None
    is_second_try: bool = False
    is_passed_over: bool = False

    @property
    def rank(self) -> int:
        """What is done first has a lower one: all vaults are listed, then one after the other is
        gone through."""
        return 0 if self.step is Step.LIST else 1 + self.job.number

    @classmethod
    def from_data(cls, data: list[Any]) -> Task:
        """A task that has gone through JSON."""
        step, job, shard, *flags = data
        whole = Job(*job)
        whole = whole._replace(overrides=tuple(whole.overrides))
        return cls(Step(step), whole, None if shard is None else Shard(*shard), *flags)


class Trouble(StrEnum):
    """How far it goes that a task could not be done: no more can be said of this task, or of this
    vault, or nothing can be done at all."""

    TASK = "task"
    VAULT = "vault"
    RUN = "run"


class Outcome(NamedTuple):
    """What came of a task: ``told`` where it was done, else why not."""

    told: dict[str, Any]
    reason: str = ""
    trouble: Trouble | None = None
