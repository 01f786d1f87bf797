"""What stands beside each file that a step makes: a few numbers, by which the step knows that it is
done, and the run what came of it."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from notelint.batch.store import Store, put

SUFFIX = ".json"
_SEPARATORS = (",", ":")


def keep(store: Store, name: str, told: dict[str, Any]) -> None:
    """Say that a file is whole, once it is in its place.

    Raises:
        WriteError: it cannot be written.
    """
    put(store, name + SUFFIX, as_bytes(told))


def kept(store: Store, name: str) -> dict[str, Any]:
    """What was said of a file; nothing where it is not there, or was left unfinished: a note could
    not be read, or something failed, which may be otherwise now."""
    with suppress(FileNotFoundError, ValueError, RecursionError):
        told = json.loads(store.read(name + SUFFIX))
        if isinstance(told, dict) and not told.get("failures"):
            return told
    return {}


def as_bytes(data: Any) -> bytes:
    """Data as JSON, the same bytes for the same data."""
    text = json.dumps(data, sort_keys=True, separators=_SEPARATORS)
    return text.encode("ascii") + b"\n"
