"""The format ``gitlab``: GitLab's code quality report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from notelint.lint import Fingerprints
from notelint.report.json_text import array
from notelint.report.results import Options, Report
from notelint.values import Diagnostic, Severity, Text

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, options: Options) -> Iterator[str]:
    """An array, one finding a line."""
    yield from array(_findings(report, options))
    yield "\n"


def _findings(report: Report, options: Options) -> Iterator[dict[str, Any]]:
    """GitLab drops a fingerprint that it has seen, so each says the how manieth of its kind it is.
    The path is part of it: to count within a note is to count in all."""
    for _, placed in groupby(report.placed(), key=lambda pair: pair[0].path):
        found = list(placed)
        fingerprints = Fingerprints(found[0][1])
        seen: Counter[str] = Counter()
        for item, text in found:
            fingerprint = fingerprints.of(item)
            seen[fingerprint] += 1
            yield _finding(item, text, f"{fingerprint}-{seen[fingerprint]}", options)


def _finding(item: Diagnostic, text: Text, fingerprint: str, options: Options) -> dict[str, Any]:
    begin, end = (text.position(offset) for offset in item.span)
    return {
        "description": f"{item.code} {item.name}: {item.message}",
        "check_name": item.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[item.severity],
        "location": {
            "path": options.repository_path(item.path),
            "positions": {
                "begin": {"line": begin.line, "column": begin.column},
                "end": {"line": end.line, "column": end.column},
            },
        },
    }
