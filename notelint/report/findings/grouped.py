"""The format ``grouped``: a heading a note, its findings under it; then what many links miss."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from notelint.report.findings.concise import mark
from notelint.report.names import shown, shown_name
from notelint.report.results import Options, Report
from notelint.report.statistics import missing_targets, most_wanted
from notelint.report.summary import closing
from notelint.values import Diagnostic, Text


def render(report: Report, options: Options) -> Iterator[str]:
    """The notes that have findings, a blank line behind each, and the targets that are missing in
    more places than one."""
    for path, placed in groupby(report.placed(), key=lambda pair: pair[0].path):
        yield f"{shown_name(path)}\n"
        yield from _lines(list(placed))
        yield "\n"
    shared = [(name, count) for name, count in missing_targets(report) if count > 1]
    yield from [*most_wanted(shared), "\n"] if shared else ()
    yield from closing(report, options)


def _lines(placed: list[tuple[Diagnostic, Text]]) -> Iterator[str]:
    places = [_place(item, text) for item, text in placed]
    width = max(map(len, places))
    for place, (item, _) in zip(places, placed, strict=True):
        message = shown(item.message)
        yield f"  {place:<{width}}  {item.code} {item.name}: {message}{mark(item)}\n"


def _place(item: Diagnostic, text: Text) -> str:
    at = text.position(item.span.start)
    return f"{at.line}:{at.column}"
