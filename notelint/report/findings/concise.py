"""The format ``concise``: a line for each finding, which editors and ``grep`` understand."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.report.names import shown, shown_name
from notelint.report.results import Options, Report
from notelint.report.summary import closing
from notelint.values import Applicability, Diagnostic

_MARKS = {Applicability.SAFE: " [*]", Applicability.UNSAFE: " [unsafe *]", Applicability.MANUAL: ""}


def render(report: Report, options: Options) -> Iterator[str]:
    """``path:line:column: CODE name message``; ``[*]`` where ``--fix`` would fix it."""
    for item, text in report.placed():
        at = text.position(item.span.start)
        place = f"{shown_name(item.path)}:{at.line}:{at.column}"
        yield f"{place}: {item.code} {item.name}: {shown(item.message)}{mark(item)}\n"
    yield from closing(report, options)


def mark(item: Diagnostic) -> str:
    """Which option would fix a finding."""
    return _MARKS[item.fix.applicability] if item.fix else ""
