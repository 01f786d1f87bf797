"""Links that lead nowhere, by where they would lead."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.report.page.markup import Column, note_links, number, paragraph, section, table, text
from notelint.report.page_report import PageReport

CODES = ("NL301", "NL302", "NL303", "NL304", "NL306")
_COLUMNS = (Column("Target"), Column("Rule"), Column("Links", is_number=True), Column("In"))


def broken(report: PageReport) -> Iterator[str]:
    """The broken links."""
    yield from section("links", "Broken links", _parts(report))


def _parts(report: PageReport) -> Iterator[str]:
    places: dict[tuple[str, str], list[str]] = {}
    for placed in report.placed():
        item = placed.diagnostic
        if item.code in CODES:
            target = item.finding.target or placed.text.content[slice(*item.span)]
            places.setdefault((target, item.name), []).append(item.path)
    if not places:
        yield paragraph("None.")
        return
    order = sorted(places, key=lambda key: (-len(places[key]), key))
    rows = (
        (text(target), text(rule), number(len(places[target, rule])),
         note_links(report.name, places[target, rule]))
        for target, rule in order
    )  # fmt: skip
    yield from table("Links that lead nowhere, by target", _COLUMNS, rows)
