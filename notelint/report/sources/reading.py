"""What the reports of ``notelint sources`` are made from."""

from __future__ import annotations

from dataclasses import dataclass

from notelint.run.runner import Unread
from notelint.sources.bibliography import Bibliography


@dataclass(frozen=True)
class Reading:
    """What the notes under some paths of a vault cite: ``notes`` of them were read."""

    vault: str
    notes: int
    bibliography: Bibliography
    unread: tuple[Unread, ...] = ()
