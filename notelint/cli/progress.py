"""How far a run is, told at the foot of the terminal once it takes longer than a second."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from notelint.cli.output import is_terminal, show_progress
from notelint.values import dataclass, field

if TYPE_CHECKING:
    import argparse

_PATIENCE = 1.0  # seconds before anything is told
_PAUSE = 0.1  # seconds from one time to the next


@dataclass
class Progress:
    """``is_shown`` where somebody looks at it."""

    is_shown: bool = False
    _next: float = field(default_factory=lambda: time.monotonic() + _PATIENCE)
    _has_told: bool = False

    def tell(self, what: str, done: int, whole: int) -> None:
        """Say that so many notes of all are done with."""
        if not self.is_shown or time.monotonic() < self._next:
            return
        show_progress(f"{done:,} of {whole:,} notes {what}")
        self._next, self._has_told = time.monotonic() + _PAUSE, True

    def clear(self) -> None:
        """Take away what was told."""
        if self._has_told:
            show_progress("")
        self._has_told = False


@contextmanager
def progress_of(options: argparse.Namespace) -> Iterator[Progress]:
    """The progress of a run, shown on a terminal: not with ``-q``, and not in a pipeline."""
    progress = Progress(
        is_terminal(to_stderr=True) and not options.quiet and "CI" not in os.environ
    )
    try:
        yield progress
    finally:
        progress.clear()
