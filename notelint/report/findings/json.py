"""The format ``json``, version 1: the whole report as one object, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from notelint.report.results import Options, Report
from notelint.values import Diagnostic, Fix, Span, Text, __version__

VERSION = 1


def render(report: Report, options: Options) -> Iterator[str]:
    """One object, indented."""
    yield json.dumps(as_object(report), ensure_ascii=False, indent=1) + "\n"


def as_object(report: Report) -> dict[str, Any]:
    """The report as plain data. Offsets are code points of the note as it stands on disk."""
    return {
        "version": VERSION,
        "tool": {"name": "notelint", "version": __version__},
        "vault": report.vault,
        "summary": {
            "files": len(report.results),
            "checked": report.checked,
            "fixed": report.fixed,
            "findings": len(report.findings),
            "fixable": report.fixable,
        },
        "diagnostics": [
            _diagnostic(item, result.after) for result in report.results for item in result.findings
        ],
    }


def _diagnostic(item: Diagnostic, text: Text) -> dict[str, Any]:
    return {
        "code": item.code,
        "name": item.name,
        "severity": str(item.severity),
        "message": item.message,
        "path": item.path,
        **_span(item.span, text),
        "fix": _fix(item.fix, text) if item.fix else None,
        "related": [
            {"path": place.path, **_span(place.span, text), "message": place.message}
            for place in item.finding.related
        ],
    }


def _fix(fix: Fix, text: Text) -> dict[str, Any]:
    edits = [{**_span(edit.span, text), "text": edit.text} for edit in fix.edits]
    return {"applicability": str(fix.applicability), "title": fix.title, "edits": edits}


def _span(span: Span, text: Text) -> dict[str, Any]:
    return {"start": text.position(span.start)._asdict(), "end": text.position(span.end)._asdict()}
