"""What to write next as ``json``, version 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from notelint.report.history import Entry
from notelint.report.json_text import with_list
from notelint.report.names import readable
from notelint.report.worklist_report import WorklistReport
from notelint.values import __version__
from notelint.worklist import Item, Want

VERSION = 1


def render(report: WorklistReport) -> Iterator[str]:
    """One object, its items last, one a line."""
    head = {
        "version": VERSION,
        "tool": {"name": "notelint", "version": __version__},
        "vault": readable(report.vault),
        "summary": {"notes": report.worklist.notes, "terms": report.worklist.terms},
        "last": _run(report.last) if report.last else None,
    }
    return with_list(head, "items", map(as_object, report.told.items))


def _run(entry: Entry) -> dict[str, Any]:
    return {"made": entry.made, "syntheses": entry.syntheses, "missing": entry.missing}


def as_object(item: Item) -> dict[str, Any]:
    """An item as plain data; its path is relative to the vault, with ``/``."""
    return {
        "kind": str(item.want),
        "name" if item.want is Want.MISSING else "path": readable(item.name),
        "links": item.links,
        "sources": item.sources,
        "since": item.since,
    }
