"""Places in a note as SARIF has them: lines and columns in code points, with what stands there."""

from __future__ import annotations

from typing import Any

from notelint.values import Span, Text

_MOST = 1_000  # characters of a finding that are quoted, so that a report grows with its findings
_AROUND = 200  # characters before and behind it


def region(span: Span, text: Text, with_snippet: bool = True) -> dict[str, Any]:
    """All four numbers, and the text."""
    start, end = text.position(span.start), text.position(span.end)
    places = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    if not with_snippet:
        return places
    quoted = Span(span.start, min(span.end, span.start + _MOST + 2 * _AROUND))
    return {**places, "snippet": {"text": text[quoted]}}


def context(span: Span, text: Text) -> Span | None:
    """The lines of a finding and one before and behind, as far as they are near; None where that is
    no more than the finding, since a context has to be more (SARIF 2.1.0, 3.29.5)."""
    if span.end - span.start > _MOST:
        return None
    first, last = text.position(span.start).line, text.position(span.end).line
    before = text.lines[max(first - 2, 0)].start
    behind = text.lines[min(last, len(text.lines) - 1)].end
    around = Span(max(before, span.start - _AROUND), min(behind, span.end + _AROUND))
    return None if around == span else around
