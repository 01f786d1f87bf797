"""All findings: as data for the script of the page, and the first of them as they stand there
without it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from notelint.report.json_text import as_json
from notelint.report.names import readable
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
from notelint.report.page_report import PageReport, Placed
from notelint.report.summary import plural
from notelint.values import Applicability

FIRST = 100  # findings of a page, and those that stand there without a script
COLUMNS = (
    *(Column("Note"), Column("Line", is_number=True), Column("Column", is_number=True)),
    *(Column("Rule"), Column("Finding"), Column("Fix"), Column("Dictionary")),
)
_FIXES = ("", *map(str, sorted(Applicability)))
_FILTER = """\
<form class="filter" role="search" hidden>
<label for="filter">Filter</label>
<input id="filter" type="search" autocomplete="off" spellcheck="false"
 placeholder="note, rule, words, dictionary">
<button type="button" id="back">Previous</button>
<button type="button" id="on">Next</button>
</form>
<p id="count" role="status">"""


def findings_table(report: PageReport) -> Iterator[str]:
    """The findings, with what filters them where a script runs."""
    yield from section("findings", "Findings", _parts(report))


def _parts(report: PageReport) -> Iterator[str]:
    found = report.findings.found
    if not found:
        yield paragraph("None.")
        return
    first = f": the first {FIRST}" if found > FIRST else ""
    yield f"{_FILTER}{text(plural(found, 'finding') + first)}</p>\n"
    rows = (_row(report.name, placed) for placed in islice(report.placed(), FIRST))
    yield from table("Findings, by note and place", COLUMNS, rows, "all-findings")
    yield '<script type="application/json" id="data">'
    yield from (piece.replace("<", "\\u003c") for piece in _data(report))
    yield "</script>\n"


def _row(vault: str, placed: Placed) -> tuple[Html, ...]:
    item, at = placed.diagnostic, placed.text.position(placed.diagnostic.span.start)
    return (
        note_link(vault, item.path),
        number(at.line),
        number(at.column),
        text(item.name),
        text(item.message),
        text(_fix(placed)),
        text(placed.dictionary),
    )


def _fix(placed: Placed) -> str:
    fix = placed.diagnostic.fix
    return str(fix.applicability) if fix else ""


class _Words(dict[str, int]):
    """Words that many findings share, each by its number."""

    def __missing__(self, word: str) -> int:
        self[word] = len(self)
        return self[word]


def _data(report: PageReport) -> Iterator[str]:
    """One object: the rows, each of numbers alone, and the words that they stand for."""
    paths, rules, messages, dictionaries = (_Words() for _ in range(4))
    yield f'{{"vault":{as_json(readable(report.name))},"size":{FIRST},"rows":['
    for count, placed in enumerate(report.placed()):
        item, at = placed.diagnostic, placed.text.position(placed.diagnostic.span.start)
        row = (
            *(paths[readable(item.path)], at.line, at.column, rules[item.name]),
            *(messages[item.message], _FIXES.index(_fix(placed)), dictionaries[placed.dictionary]),
        )
        yield f"{',' if count else ''}[{','.join(map(str, row))}]"
    yield "]"
    named = {"paths": paths, "rules": rules, "messages": messages, "dictionaries": dictionaries}
    for name, words in named.items():
        yield f',"{name}":{as_json(list(words))}'
    yield f',"fixes":{as_json(list(_FIXES))}}}'
