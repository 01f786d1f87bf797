"""The format ``github``: a workflow command for each finding, which GitHub shows at its line."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.report.github_step import SHOWN, hidden
from notelint.report.names import sayable
from notelint.report.results import Options, Report
from notelint.values import Diagnostic, Severity, Text

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_DATA = str.maketrans(_IN_DATA)
_PROPERTY = str.maketrans({**_IN_DATA, ":": "%3A", ",": "%2C"})


def render(report: Report, options: Options) -> Iterator[str]:
    """A line for each finding, the gravest first, since GitHub shows the first ten of a level."""
    for severity, level in _LEVELS.items():
        for item, text in report.placed():
            if item.severity is severity:
                yield _command(level, item, text, options)
    more = sum(hidden(report).values())
    if more and options.has_step_summary:
        yield (
            f"GitHub shows {SHOWN} findings of a level at their lines; {more} more are in a table"
            " of the step's summary.\n"
        )


def _command(level: str, item: Diagnostic, text: Text, options: Options) -> str:
    start, end = (text.position(offset) for offset in item.span)
    properties: dict[str, str | int] = {
        "file": options.repository_path(item.path),
        "line": start.line,
        "endLine": end.line,
    }
    if start.line == end.line:  # GitHub refuses columns of several lines
        properties |= {"col": start.column, "endColumn": end.column}
    properties["title"] = sayable(f"{item.name} ({item.code})")
    told = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{level} {told}::{sayable(item.message).translate(_DATA)}\n"
