"""The format ``jsonl``: one diagnostic a line, with the keys of ``json``, for streams."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.report.findings.json import diagnostics
from notelint.report.json_text import as_json
from notelint.report.results import Options, Report


def render(report: Report, options: Options) -> Iterator[str]:
    """A line for each finding; none where nothing was found."""
    return (as_json(item) + "\n" for item in diagnostics(report))
