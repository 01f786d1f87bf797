"""The format ``concise``: a line for each finding, which editors and ``grep`` understand."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.report.names import readable, sayable
from notelint.report.results import Options, Report
from notelint.report.summary import closing_lines
from notelint.report.terminal import printable
from notelint.values import Applicability

MARKS = {Applicability.SAFE: " [*]", Applicability.UNSAFE: " [unsafe *]", Applicability.MANUAL: ""}


def render(report: Report, options: Options) -> Iterator[str]:
    """``path:line:column: CODE name message``; ``[*]`` where ``--fix`` would fix it."""
    for item, text in report.placed():
        at = text.position(item.span.start)
        mark = MARKS[item.fix.applicability] if item.fix else ""
        place = f"{printable(readable(item.path))}:{at.line}:{at.column}"
        yield f"{place}: {item.code} {item.name}: {printable(sayable(item.message))}{mark}\n"
    yield from (f"{line}\n" for line in closing_lines(report))
