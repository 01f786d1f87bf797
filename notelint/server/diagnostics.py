"""Findings as an editor shows them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from typing import Any

from lsprotocol import types as lsp
from lsprotocol.converters import get_converter

from notelint.lint import Result
from notelint.server.desk import Desk
from notelint.server.positions import Positions
from notelint.values import Diagnostic, Fix, Related, Severity, Span, Text

_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}
_UNNECESSARY = frozenset(("unused-allow", "unused-definition"))  # rules of what serves nothing
_START = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
_CONVERTER = get_converter()


def diagnostics(desk: Desk, result: Result) -> list[lsp.Diagnostic]:
    """What is found in a note, in order."""
    if not result.findings:
        return []
    note = desk.note(result.path)
    text = note.text if note and result.path in desk.notes else _without_mark(result.after)
    shift = len(result.after.content) - len(text.content)
    telling = _Telling(desk, Positions(text, desk.client.encoding), shift)
    return [telling.diagnostic(item) for item in result.findings]


def _without_mark(text: Text) -> Text:
    """A text on disk as the editor would have it."""
    return Text(text.content.removeprefix("\ufeff"))


class _Telling:
    """``shift`` is how many characters the editor's text lacks at the start."""

    def __init__(self, desk: Desk, positions: Positions, shift: int) -> None:
        self._desk, self._positions, self._shift = desk, positions, shift

    def diagnostic(self, item: Diagnostic) -> lsp.Diagnostic:
        client = self._desk.client
        tags = [lsp.DiagnosticTag.Unnecessary] if item.name in _UNNECESSARY else None
        related = [self._related(item.path, other) for other in item.finding.related]
        return lsp.Diagnostic(
            self._range(item.span),
            item.message,
            severity=_SEVERITIES[item.severity],
            code=item.code,
            source="notelint",
            tags=tags if client.shows_tags else None,
            related_information=related if related and client.shows_related else None,
            data=self._data(item) if client.keeps_data else None,
        )

    def _range(self, span: Span) -> lsp.Range:
        start, end = (max(offset - self._shift, 0) for offset in span)
        return self._positions.range(Span(start, end))

    def _data(self, item: Diagnostic) -> dict[str, Any]:
        return {"name": item.name, "fix": self._fix(item.fix) if item.fix else None}

    def _fix(self, fix: Fix) -> dict[str, Any]:
        edits = [
            {"range": _CONVERTER.unstructure(self._range(edit.span)), "newText": edit.text}
            for edit in fix.edits
        ]
        return {"title": fix.title, "applicability": str(fix.applicability), "edits": edits}

    def _related(self, path: str, other: Related) -> lsp.DiagnosticRelatedInformation:
        if other.path == path:
            place = self._range(other.span)
        else:
            place = range_in(self._desk, other.path, other.span)
        location = lsp.Location(self._desk.uri(other.path), place)
        return lsp.DiagnosticRelatedInformation(location, other.message)


def range_in(desk: Desk, path: str, span: Span) -> lsp.Range:
    """A stretch of another file; its start where that cannot be read."""
    note = None if span == Span(0, 0) else desk.note(path)
    return desk.positions(note).range(span) if note else _START


def report(
    items: list[lsp.Diagnostic], previous: str | None
) -> lsp.RelatedFullDocumentDiagnosticReport | lsp.RelatedUnchangedDocumentDiagnosticReport:
    """What is found, or that it is what it was."""
    identity = identity_of(items)
    if identity == previous:
        return lsp.RelatedUnchangedDocumentDiagnosticReport(identity)
    return lsp.RelatedFullDocumentDiagnosticReport(items, result_id=identity)


def identity_of(items: Iterable[lsp.Diagnostic]) -> str:
    """What tells some diagnostics from others."""
    told = json.dumps(_CONVERTER.unstructure(list(items)), sort_keys=True)
    return f"{zlib.crc32(told.encode('utf-8', 'surrogatepass')):x}-{len(told):x}"
