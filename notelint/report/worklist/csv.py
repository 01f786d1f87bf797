"""What to write next as ``csv`` (RFC 4180), for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from notelint.report.names import readable
from notelint.report.spreadsheet import cell
from notelint.report.worklist_report import WorklistReport

COLUMNS = ("kind", "name", "links", "sources", "since")


def render(report: WorklistReport) -> Iterator[str]:
    """The table with its head, ``name`` being a path where the note is there; lines end in
    ``\\r\\n``, as the format has it."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for item in report.told.items:
        name, since = cell(readable(item.name)), item.since or ""
        writer.writerow((str(item.want), name, item.links, item.sources, since))
    yield table.getvalue()
