"""The format ``concise``: a line for each finding, which editors and ``grep`` understand."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.report.findings.summary import Results, closing_lines
from notelint.report.terminal import printable
from notelint.values.diagnostic import Applicability

MARKS = {Applicability.SAFE: " [*]", Applicability.UNSAFE: " [unsafe *]", Applicability.MANUAL: ""}


def lines(results: Results) -> Iterator[str]:
    """``path:line:column: CODE name message``; ``[*]`` where ``--fix`` would mend it."""
    for outcome in results.outcomes:
        for item in outcome.remaining:
            at = outcome.after.position(item.span.start)
            mark = MARKS[item.fix.applicability] if item.fix else ""
            place = f"{printable(item.path)}:{at.line}:{at.column}"
            yield f"{place}: {item.code} {item.name}: {printable(item.message)}{mark}"
    yield from closing_lines(results)
