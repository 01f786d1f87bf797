"""What the reports of ``notelint sources`` are made from."""

from __future__ import annotations

from notelint.report.renewal import Renewal
from notelint.sources import Bibliography
from notelint.values import NamedTuple, dataclass


class Unread(NamedTuple):
    """A note that could not be read or parsed, and why."""

    path: str
    reason: str


@dataclass(frozen=True)
class SourcesReport:
    """What the notes under some paths of a vault cite: ``notes`` of them were read."""

    vault: str
    notes: int
    bibliography: Bibliography
    unread: tuple[Unread, ...] = ()
    renewals: tuple[Renewal, ...] = ()
