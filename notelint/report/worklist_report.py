"""What the reports of ``notelint worklist`` are made from."""

from __future__ import annotations

from notelint.report.history import Entry
from notelint.values import NamedTuple
from notelint.worklist import Worklist


class WorklistReport(NamedTuple):
    """What is to be written in a vault; ``most`` items are told, all where it is None.
    ``last`` is the run before, where its history is known."""

    vault: str
    worklist: Worklist
    most: int | None = None
    last: Entry | None = None

    @property
    def told(self) -> Worklist:
        return self.worklist if self.most is None else self.worklist.first(self.most)
