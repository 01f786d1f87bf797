"""The format ``sarif``: SARIF 2.1.0, as GitHub's code scanning and editors read it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any
from urllib.parse import quote

from notelint.lint import Fingerprints
from notelint.report.json_text import array, as_json
from notelint.report.line_hashes import LineHashes
from notelint.report.results import Options, Report
from notelint.report.sarif_regions import context, region
from notelint.report.sarif_rules import descriptor, level
from notelint.values import (
    Applicability,
    Diagnostic,
    Fix,
    Related,
    Severity,
    Span,
    Text,
    lazy_pattern,
)
from notelint.values import __version__ as version

MOST = 25_000  # results that GitHub takes of a run
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
# SARIF asks for an address that tells more. What tells it is the program, at no address.
_ABOUT = "data:text/plain," + quote("`notelint explain RULE` says what a rule finds, and why.")
_LINK = lazy_pattern(r"\[(?=[^\[\]]*\]\()")  # what would be taken for a link of SARIF's own


def render(report: Report, options: Options) -> Iterator[str]:
    """A log of one run, one result a line."""
    run = {
        "tool": {"driver": _driver(report)},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "automationDetails": {"id": "notelint/"},
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The root of the repository, or of the vault."}}
        },
    }
    yield f'{{\n "$schema": {as_json(_SCHEMA)},\n "version": "2.1.0",\n "runs": [{{\n'
    yield from (f"  {as_json(key)}: {as_json(value)},\n" for key, value in run.items())
    yield '  "results": '
    yield from array(_results(report, options), "  ")
    yield "\n }]\n}\n"


def remarks(report: Report) -> Iterator[str]:
    """What is left out, if there is more than GitHub takes."""
    count = report.found
    if count > MOST:
        yield (
            f"the SARIF report has the gravest {MOST:,} of {count:,} findings, since GitHub takes"
            " no more; check part of the vault, or select fewer rules"
        )


def _driver(report: Report) -> dict[str, Any]:
    return {
        "name": "notelint",
        "informationUri": _ABOUT,
        "version": version,
        "semanticVersion": version,
        "rules": [descriptor(rule) for rule in report.rules.values()],
    }


def _results(report: Report, options: Options) -> Iterator[dict[str, Any]]:
    indexes = {name: index for index, name in enumerate(report.rules)}
    left = _room(report)
    for _, placed in groupby(report.placed(), key=lambda pair: pair[0].path):
        note: _NoteResults | None = None
        for item, text in placed:
            note = note or _NoteResults(text, options, indexes)
            if left[item.severity]:
                left[item.severity] -= 1
                yield note.result(item)


def _room(report: Report) -> dict[Severity, int]:
    """How many findings of each severity have room, the gravest first."""
    counts = report.severities
    room, left = {}, MOST
    for severity in sorted(Severity, reverse=True):
        room[severity] = min(counts[severity], left)
        left -= room[severity]
    return room


class _NoteResults:
    """The results of one note."""

    def __init__(self, text: Text, options: Options, indexes: Mapping[str, int]) -> None:
        self._text, self._options, self._indexes = text, options, indexes
        self._fingerprints, self._line_hashes = Fingerprints(text), LineHashes(text)

    def result(self, item: Diagnostic) -> dict[str, Any]:
        related = item.finding.related
        result = {
            "ruleId": item.code,
            "ruleIndex": self._indexes.get(item.name, -1),
            "level": level(item.severity),
            "message": {"text": _message(item)},
            "locations": [{"physicalLocation": self._location(item.path, item.span)}],
            "partialFingerprints": {
                "primaryLocationLineHash": self._line_hashes[
                    self._text.position(item.span.start).line
                ],
                "notelint/v1": self._fingerprints.of(item),
            },
        }
        if related:
            places = enumerate(related, 1)
            result["relatedLocations"] = [self._related(n, place, item) for n, place in places]
        if item.fix and item.fix.applicability is not Applicability.MANUAL:
            result["fixes"] = [self._fix(item.fix, item.path)]
        return result

    def _location(self, path: str, span: Span) -> dict[str, Any]:
        """A place in this note, and what stands around it."""
        around = context(span, self._text)
        location = {"artifactLocation": self._artifact(path), "region": region(span, self._text)}
        if around:
            location["contextRegion"] = region(around, self._text)
        return location

    def _related(self, number: int, place: Related, item: Diagnostic) -> dict[str, Any]:
        location: dict[str, Any] = {"artifactLocation": self._artifact(place.path)}
        if place.path == item.path:
            location["region"] = region(place.span, self._text)
        message = {"text": f"{_plain(place.message)}."}
        return {"id": number, "physicalLocation": location, "message": message}

    def _artifact(self, path: str) -> dict[str, str]:
        """Where a note is, byte by byte: a name that is not UTF-8 is still told exactly."""
        uri = quote(os.fsencode(self._options.repository_prefix + path))
        return {"uri": uri, "uriBaseId": _ROOT}

    def _fix(self, fix: Fix, path: str) -> dict[str, Any]:
        replacements = [
            {
                "deletedRegion": region(edit.span, self._text, with_snippet=False),
                "insertedContent": {"text": edit.text},
            }
            for edit in fix.edits
        ]
        change = {"artifactLocation": self._artifact(path), "replacements": replacements}
        return {"description": {"text": f"{fix.title}."}, "artifactChanges": [change]}


def _message(item: Diagnostic) -> str:
    """The message as a sentence, with links to the related places by their numbers."""
    places = enumerate(item.finding.related, 1)
    links = ", ".join(f"[{place.message}]({number})" for number, place in places)
    return f"{_plain(item.message)}; {links}." if links else f"{_plain(item.message)}."


def _plain(message: str) -> str:
    return _LINK.sub(r"\\[", message)
