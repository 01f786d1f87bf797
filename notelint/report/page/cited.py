"""What the vault cites, on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notelint.report.page.markup import (
    Column,
    Html,
    note_link,
    note_links,
    number,
    paragraph,
    section,
    table,
    text,
)
from notelint.report.page_report import PageReport

_COLUMNS = (
    *(Column("Work"), Column("Edition"), Column("Notes", is_number=True)),
    *(Column("Sections", is_number=True), Column("Home pages")),
)


def cited(report: PageReport) -> Iterator[str]:
    """The sources, with their editions and home pages, and who cites none."""
    yield from section("sources", "Sources", _parts(report))


def _parts(report: PageReport) -> Iterator[str]:
    found = report.sources.bibliography
    if not found.works:
        yield paragraph("No note cites a work that is known.")
    yield from _rows("Works and their editions", _COLUMNS, _works(report))
    missing = [(text(entry.name), note_links(report.name, entry.notes)) for entry in found.missing]
    columns = (Column("Home page"), Column("Cited in"))
    yield from _rows("Home pages that are missing", columns, missing)
    uncited = [(note_link(report.name, path),) for path in found.uncited]
    yield from _rows("Home pages that nothing cites", (Column("Home page"),), uncited)
    silent = [path for path, note in report.notes.items() if note.cites_nothing]
    rows = [(note_link(report.name, path),) for path in silent]
    yield from _rows("Notes of a kind that cite nothing", (Column("Note"),), rows)


def _rows(caption: str, columns: Sequence[Column], rows: Sequence[Sequence[Html]]) -> Iterator[str]:
    if rows:
        yield from table(caption, columns, rows)


def _works(report: PageReport) -> list[tuple[Html, ...]]:
    return [
        (
            text(work.name),
            text(edition.name or ""),
            number(edition.uses.notes),
            number(edition.uses.sections),
            Html(", ".join(note_link(report.name, path) for path in edition.home_pages)),
        )
        for work in report.sources.bibliography.works
        for edition in work.editions
    ]
