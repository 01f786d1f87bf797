"""What to write next, on the page."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.report.page.markup import (
    Column,
    Html,
    note_link,
    number,
    paragraph,
    section,
    table,
    text,
)
from notelint.report.page_report import PageReport
from notelint.worklist import Item, Want

_LINKS = Column("Notes that link to it", is_number=True)
_SYNTHESES = (
    *(Column("Note"), Column("Synthesis"), _LINKS),
    *(Column("Sources that wait", is_number=True), Column("Since")),
)
_NOTES = (Column("Name"), _LINKS, Column("Sources that refer to it", is_number=True))


def todo(report: PageReport) -> Iterator[str]:
    """The worklist."""
    yield from section("worklist", "What to write next", _parts(report))


def _parts(report: PageReport) -> Iterator[str]:
    found = report.worklist
    if not found.items:
        yield paragraph("Nothing: every Synthesis is written, and no note is missing.")
    if found.syntheses:
        rows = (_synthesis(report.name, item) for item in found.syntheses)
        yield from table("Syntheses to write", _SYNTHESES, rows)
    if found.missing:
        rows = (
            (text(item.name), number(item.links), number(item.sources)) for item in found.missing
        )
        yield from table("Notes to write", _NOTES, rows)


def _synthesis(vault: str, item: Item) -> tuple[Html, ...]:
    state = "copied" if item.want is Want.COPIED else "empty"
    return (
        note_link(vault, item.name),
        text(state),
        number(item.links),
        number(item.sources),
        text(item.since or ""),
    )
