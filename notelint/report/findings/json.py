"""The format ``json``, version 1: the whole report as one object, for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from notelint.report.json_text import with_list
from notelint.report.names import readable
from notelint.report.results import Options, Report
from notelint.values import Diagnostic, Fix, Span, Text, __version__

VERSION = 1


def render(report: Report, options: Options) -> Iterator[str]:
    """One object, its diagnostics last, one a line."""
    return with_list(_head(report), "diagnostics", diagnostics(report))


def diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    """What remains as plain data. Offsets are code points of the note as it stands on disk."""
    return (_diagnostic(item, text) for item, text in report.placed())


def _head(report: Report) -> dict[str, Any]:
    return {
        "version": VERSION,
        "tool": {"name": "notelint", "version": __version__},
        "vault": readable(report.vault),
        "summary": {
            "files": len(report.results),
            "checked": report.checked,
            "fixed": report.fixed,
            "findings": report.found,
            "fixable": report.fixable,
        },
    }


def _diagnostic(item: Diagnostic, text: Text) -> dict[str, Any]:
    return {
        "code": item.code,
        "name": item.name,
        "severity": str(item.severity),
        "message": item.message,
        "path": readable(item.path),
        **_span(item.span, text),
        "fix": _fix(item.fix, text) if item.fix else None,
        "related": [
            {"path": readable(place.path), **_span(place.span, text), "message": place.message}
            for place in item.finding.related
        ],
    }


def _fix(fix: Fix, text: Text) -> dict[str, Any]:
    edits = [{**_span(edit.span, text), "text": edit.text} for edit in fix.edits]
    return {"applicability": str(fix.applicability), "title": fix.title, "edits": edits}


def _span(span: Span, text: Text) -> dict[str, Any]:
    return {"start": text.position(span.start)._asdict(), "end": text.position(span.end)._asdict()}
