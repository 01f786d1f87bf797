"""A baseline as its file holds it: one entry a line, in order, so that git merges it."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.report.json_text import with_list
from notelint.run import Baseline


def rendered_baseline(baseline: Baseline) -> Iterator[str]:
    """The text of a baseline, piece by piece."""
    entries = (
        {"code": code, "path": path, "fingerprint": fingerprint, "count": baseline[entry]}
        for entry in sorted(baseline)
        for path, code, fingerprint in [entry]
    )
    return with_list({"version": 1}, "findings", entries)
