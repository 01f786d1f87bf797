"""The format ``rdjson``: one object for reviewdog."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.report.json_text import with_list
from notelint.report.rdf import SOURCE, diagnostics
from notelint.report.results import Options, Report


def render(report: Report, options: Options) -> Iterator[str]:
    """A DiagnosticResult of reviewdog."""
    return with_list({"source": SOURCE}, "diagnostics", diagnostics(report, options))
