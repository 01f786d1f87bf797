"""The format ``rdjsonl``: one diagnostic a line, for reviewdog."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.report.json_text import as_json
from notelint.report.rdf import SOURCE, diagnostics
from notelint.report.results import Options, Report


def render(report: Report, options: Options) -> Iterator[str]:
    """A Diagnostic of reviewdog for each finding."""
    return (as_json({**item, "source": SOURCE}) + "\n" for item in diagnostics(report, options))
