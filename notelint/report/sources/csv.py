"""What is cited as ``csv`` (RFC 4180), for spreadsheets: a row for each edition of a work."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from notelint.report.sources_report import SourcesReport
from notelint.report.spreadsheet import cell
from notelint.sources import CitedWork, Edition, LabelCount

COLUMNS = (
    *("title", "publisher", "edition", "notes", "sections", "definitions", "unused"),
    *("is_known", "parts_of_speech", "spellings", "home_pages", "missing"),
    *("labels_from", "label_counts", "unlearnt"),
    *("newer", "cited_at"),
)
_BETWEEN = "|"


def render(report: SourcesReport) -> Iterator[str]:
    """The table with its head; lines end in ``\\r\\n``, as the format has it."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows(_rows(report.bibliography.works))
    yield table.getvalue()


def _rows(works: Iterable[CitedWork]) -> Iterator[list[str | int]]:
    for work in works:
        for edition in work.editions:
            yield [
                *map(cell, (work.title, work.publisher or "", edition.name or "")),
                *edition.uses,
                *map(cell, _names(edition)),
            ]


def _names(edition: Edition) -> Iterator[str]:
    printed = edition.labels
    yield "true" if edition.dictionary else "false"
    yield " ".join(count.label for count in printed.labels)
    yield _joined(spelling.name for spelling in edition.spellings)
    yield _joined(edition.home_pages)
    yield _joined(edition.missing)
    yield str(printed.origin)
    yield _joined(map(_counts, (*printed.labels, *printed.others)))
    yield printed.reason
    yield _joined(dict.fromkeys(older.home_page for older in edition.older))
    yield _joined(f"{older.note}:{older.place.start.line}" for older in edition.older)


def _counts(count: LabelCount) -> str:
    """A label, and in how many sections it is printed, a formula, a variable."""
    return f"{count.label} {count.printed} {count.formulas} {count.variables}"


def _joined(names: Iterable[str]) -> str:
    """Names in one cell; a bar that stands in a name has a backslash before it."""
    return _BETWEEN.join(name.replace(_BETWEEN, rf"\{_BETWEEN}") for name in names)
