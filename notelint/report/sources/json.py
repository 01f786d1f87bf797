"""What is cited as ``json``, version 1: all that is known, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from notelint.conventions import Dictionary
from notelint.report.renewal import Renewal
from notelint.report.sources_report import SourcesReport
from notelint.sources import CitedWork, Edition, PrintedLabels, Uses, WrittenPlace
from notelint.values import Fix, __version__

VERSION = 1


def render(report: SourcesReport) -> Iterator[str]:
    """One object, indented."""
    yield json.dumps(as_object(report), ensure_ascii=False, indent=1) + "\n"


def as_object(report: SourcesReport) -> dict[str, Any]:
    """The report as plain data. Paths are relative to the vault, with ``/``."""
    found = report.bibliography
    return {
        "version": VERSION,
        "tool": {"name": "notelint", "version": __version__},
        "vault": report.vault,
        "summary": {"read": report.notes, **_uses(found.total)},
        "works": [_work(work) for work in found.works],
        "others": [{"form": str(other.form), **_uses(other.uses)} for other in found.others],
        "missing": [entry._asdict() for entry in found.missing],
        "uncited": found.uncited,
        "older": [_renewal(renewal) for renewal in report.renewals],
        "unread": [entry._asdict() for entry in report.unread],
    }


def _work(work: CitedWork) -> dict[str, Any]:
    return {
        "title": work.title,
        "publisher": work.publisher,
        **_uses(work.uses),
        "editions": [_edition(edition) for edition in work.editions],
    }


def _edition(edition: Edition) -> dict[str, Any]:
    return {
        "edition": edition.name,
        **_uses(edition.uses),
        "spellings": [{"name": name, **_uses(uses)} for name, uses in edition.spellings],
        "home_pages": edition.home_pages,
        "missing": edition.missing,
        "dictionary": _dictionary(edition.dictionary) if edition.dictionary else None,
        "labels": _labels(edition.labels),
    }


def _renewal(renewal: Renewal) -> dict[str, Any]:
    older = renewal.older
    return {
        "path": older.note,
        **_place(older.place),
        "title": older.work.title,
        "publisher": older.work.publisher,
        "edition": older.work.edition,
        "newer": {"edition": older.newer, "home_page": older.home_page},
        "reads": renewal.reads,
        "fix": _fix(renewal.fix, older.place) if renewal.fix else None,
    }


def _place(place: WrittenPlace) -> dict[str, Any]:
    return {"start": place.start._asdict(), "end": place.end._asdict()}


def _fix(fix: Fix, place: WrittenPlace) -> dict[str, Any]:
    edits = [{**_place(place), "text": edit.text} for edit in fix.edits]
    return {"applicability": str(fix.applicability), "title": fix.title, "edits": edits}


def _dictionary(dictionary: Dictionary) -> dict[str, Any]:
    return {"match": dictionary.match, "parts_of_speech": dictionary.parts_of_speech}


def _labels(printed: PrintedLabels) -> dict[str, Any]:
    return {
        "from": str(printed.origin),
        "sections": printed.sections,
        "printed": [count._asdict() for count in printed.labels],
        "others": [count._asdict() for count in printed.others],
        "reason": printed.reason or None,
    }


def _uses(uses: Uses) -> dict[str, int]:
    return uses._asdict()
