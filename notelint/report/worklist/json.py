"""What to write next as ``json``, version 1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from notelint.report.history import Entry
from notelint.report.names import readable
from notelint.report.worklist_report import WorklistReport
from notelint.values import __version__
from notelint.worklist import Item, Want

VERSION = 1


def render(report: WorklistReport) -> Iterator[str]:
    """One object, an item a line."""
    head = {
        "version": VERSION,
        "tool": {"name": "notelint", "version": __version__},
        "vault": readable(report.vault),
        "summary": {"notes": report.worklist.notes, "terms": report.worklist.terms},
        "last": _run(report.last) if report.last else None,
    }
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "items": ['
    for number, item in enumerate(report.told.items):
        yield ("," if number else "") + "\n " + json.dumps(as_object(item), ensure_ascii=False)
    yield "]}\n"


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
