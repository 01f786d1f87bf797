"""Reports as their readers see them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from notelint.lint import Result
from notelint.values import Diagnostic, Finding, Fix, Related, Severity, Span, Text


def finding(
    note: str, found: str, fix: Fix | None = None, related: tuple[Related, ...] = ()
) -> Result:
    """A note with one finding, at the first place where ``found`` stands."""
    start = note.index(found)
    span = Span(start, start + len(found))
    diagnostic = Diagnostic(
        "NL403", "ligature", Severity.WARNING, "a.md", Finding(span, "what is", fix, related)
    )
    return Result("a.md", Text(note), Text(note), (diagnostic,))


def lines_of(pieces: Iterable[str]) -> list[str]:
    """The lines that the pieces of a report make, each of which ends in a line feed."""
    *lines, rest = "".join(pieces).split("\n")
    assert rest == ""
    return lines


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))
