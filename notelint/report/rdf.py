"""Diagnostics as reviewdog reads them: lines and bytes of UTF-8 from 1, ends exclusive."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from notelint.report.byte_offsets import ByteOffsets
from notelint.report.results import Options, Report
from notelint.values import Applicability, Diagnostic, Fix, Related, Span, Text

SOURCE = {"name": "notelint"}
_UNDECODED = "NL001"  # the text of such a note has a character for each of its bytes


def diagnostics(report: Report, options: Options) -> Iterator[dict[str, Any]]:
    """What remains, as plain data."""
    for _, placed in groupby(report.placed(), key=lambda pair: pair[0].path):
        places: _Places | None = None
        for item, text in placed:
            places = places or _Places(text, options, is_utf8=item.code != _UNDECODED)
            yield places.diagnostic(item)


class _Places:
    """The findings of one note."""

    def __init__(self, text: Text, options: Options, is_utf8: bool) -> None:
        self._text, self._options = text, options
        self._bytes = ByteOffsets(text) if is_utf8 else range(len(text.content) + 1)

    def diagnostic(self, item: Diagnostic) -> dict[str, Any]:
        return {
            "message": item.message,
            "location": self._location(item.path, item.span),
            "severity": str(item.severity).upper(),
            "code": {"value": item.code},
            "suggestions": self._suggestions(item.fix) if item.fix else [],
            "related_locations": [self._related(place, item) for place in item.finding.related],
        }

    def _location(self, path: str, span: Span) -> dict[str, Any]:
        return {"path": self._options.repository_path(path), "range": self._range(span)}

    def _related(self, place: Related, item: Diagnostic) -> dict[str, Any]:
        """A place in this note, or another note."""
        path = self._options.repository_path(place.path)
        where = {"path": path, "range": self._range(place.span)}
        is_here = place.path == item.path
        return {"message": place.message, "location": where if is_here else {"path": path}}

    def _suggestions(self, fix: Fix) -> list[dict[str, Any]]:
        """A fix of one edit: a suggestion is accepted alone, and half a fix does harm."""
        if fix.applicability is Applicability.MANUAL or len(fix.edits) != 1:
            return []
        [edit] = fix.edits
        return [{"range": self._range(edit.span), "text": edit.text}]

    def _range(self, span: Span) -> dict[str, Any]:
        return {"start": self._position(span.start), "end": self._position(span.end)}

    def _position(self, offset: int) -> dict[str, int]:
        at = self._text.position(offset)
        start = at.offset - at.column + 1
        return {"line": at.line, "column": self._bytes[at.offset] - self._bytes[start] + 1}
