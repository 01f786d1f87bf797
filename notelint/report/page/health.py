"""The health of a vault at a glance: its notes, its Syntheses, its findings by what they are."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator

from notelint.report.page.markup import Column, Html, number, section, table, text
from notelint.report.page_report import PageReport
from notelint.values import Applicability

_FINDINGS = Column("Findings", is_number=True)


def health(report: PageReport) -> Iterator[str]:
    """The numbers that matter, and a table for each way to look at the findings."""
    yield from section("health", "Health", _parts(report))


def _parts(report: PageReport) -> Iterator[str]:
    yield "<dl>\n"
    for title, count in _numbers(report):
        yield f"<div><dt>{text(title)}</dt><dd>{count}</dd></div>\n"
    yield "</dl>\n"
    yield from _rules(report)
    folders: Counter[str] = Counter()
    dictionaries: Counter[str] = Counter()
    for result in report.findings.results:
        folders[posixpath.dirname(result.path) or "/"] += sum(1 for _ in result.tally())
    for placed in report.placed():
        dictionaries[placed.dictionary] += 1
    yield from _counts("Findings by folder", "Folder", +folders)
    del dictionaries[""]
    yield from _counts("Findings in what is quoted, by dictionary", "Dictionary", dictionaries)
    kinds = Counter({kind or "of no kind": count for kind, count in report.kinds.items()})
    yield from _counts("Notes by kind", "Kind", kinds, Column("Notes", is_number=True))


def _numbers(report: PageReport) -> Iterator[tuple[str, Html]]:
    findings, work = report.findings, report.worklist
    written = work.terms - len(work.syntheses)
    yield "Notes", number(len(findings.results))
    yield "Findings", number(findings.found)
    yield "Notes with findings", number(sum(result.has_findings for result in findings.results))
    yield "--fix would mend", number(findings.fixable_by(Applicability.SAFE))
    yield "Syntheses written", Html(f"{number(written)} of {number(work.terms)}")
    yield "Notes that links lack", number(len(work.missing))


def _rules(report: PageReport) -> Iterator[str]:
    """What is found by rule, and what of it can be mended in which way."""
    columns = (
        *(Column("Code"), Column("Rule"), Column("Severity"), _FINDINGS),
        *(Column(title, is_number=True) for title in ("Safe", "Unsafe", "Manual")),
    )
    counts: dict[tuple[str, str, str], Counter[Applicability | None]] = {}
    for kind, count in report.findings.tally.items():
        key = (kind.code, kind.name, str(kind.severity))
        counts.setdefault(key, Counter())[kind.applicability] += count
    order = sorted(counts, key=lambda key: (-counts[key].total(), key))
    yield from table("Findings by rule, and their fixes", columns, (
        (
            *(text(word) for word in key),
            number(counts[key].total()),
            *(number(counts[key][how]) for how in sorted(Applicability, reverse=True)),
        )
        for key in order
    ))  # fmt: skip


def _counts(
    caption: str, title: str, counts: Counter[str], count: Column = _FINDINGS
) -> Iterator[str]:
    if counts:
        order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        rows = ((text(name), number(many)) for name, many in order)
        yield from table(caption, (Column(title), count), rows)
