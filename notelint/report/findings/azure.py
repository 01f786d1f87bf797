"""The format ``azure``: a logging command of Azure Pipelines for each finding."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.report.names import sayable
from notelint.report.results import Options, Report
from notelint.values import Diagnostic, Severity, Text

# The percent sign has an escape of its own, so that `%0D` in a note stays what it is.
_ESCAPES = str.maketrans({"%": "%AZP25", ";": "%3B", "]": "%5D", "\r": "%0D", "\n": "%0A"})


def render(report: Report, options: Options) -> Iterator[str]:
    """A line for each finding. Azure knows errors and warnings, and nothing below."""
    return (_command(item, text, options) for item, text in report.placed())


def _command(item: Diagnostic, text: Text, options: Options) -> str:
    at = text.position(item.span.start)
    properties = {
        "type": "error" if item.severity is Severity.ERROR else "warning",
        "sourcepath": _escaped(options.repository_path(item.path)),
        "linenumber": at.line,
        "columnnumber": at.column,
        "code": _escaped(item.code),
    }
    told = "".join(f"{key}={value};" for key, value in properties.items())
    return f"##vso[task.logissue {told}]{_escaped(sayable(f'{item.name}: {item.message}'))}\n"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)
