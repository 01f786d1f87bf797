"""How a vault goes on: its findings and its Syntheses run by run, as a drawing and as numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notelint.report.history import Entry
from notelint.report.page.markup import Column, number, paragraph, section, table, text
from notelint.report.page_report import PageReport

_WIDTH, _HEIGHT = 600, 160  # units of the drawing
_TOLD = 20  # runs in the table
_COLUMNS = (
    Column("Day"),
    *(Column(title, is_number=True) for title in ("Notes", "Findings", "Syntheses to write")),
)


def trend(report: PageReport) -> Iterator[str]:
    """The runs before this one, and this one; nothing where there is no history."""
    if report.history:
        yield from section("trend", "Trend", _parts([*report.history, report.entry]))


def since_last(report: PageReport) -> str:
    """What is another number than in the run before; empty where there was none."""
    if not report.history:
        return ""
    return report.entry.since(report.history[-1], ("findings", "syntheses", "missing"))


def _parts(entries: Sequence[Entry]) -> Iterator[str]:
    yield from _drawing("Findings", [entry.findings for entry in entries], entries)
    yield from _drawing("Syntheses to write", [entry.syntheses for entry in entries], entries)
    told = entries[-_TOLD:]
    if len(told) < len(entries):
        yield paragraph(f"The last {len(told)} of {len(entries):,} runs:")
    rows = (
        (text(entry.day), number(entry.notes), number(entry.findings), number(entry.syntheses))
        for entry in reversed(told)
    )
    yield from table("Runs, the last first", _COLUMNS, rows)


def _drawing(title: str, counts: Sequence[int], entries: Sequence[Entry]) -> Iterator[str]:
    """A line of some counts, from zero up."""
    highest, steps = max(*counts, 1), max(len(counts) - 1, 1)
    points = " ".join(
        f"{index * _WIDTH / steps:.1f},{_HEIGHT - count * _HEIGHT / highest:.1f}"
        for index, count in enumerate(counts)
    )
    told = f"{title}: {counts[0]:,} on {entries[0].day}, {counts[-1]:,} on {entries[-1].day}"
    yield f'<figure><svg viewBox="-4 -4 {_WIDTH + 8} {_HEIGHT + 8}" role="img"'
    yield f' aria-label="{text(told)}"><polyline points="{points}"/></svg>\n'
    yield f"<figcaption>{text(told)}</figcaption></figure>\n"
