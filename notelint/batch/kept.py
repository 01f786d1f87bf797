"""What stands beside each file that a step makes: a few numbers, by which the step knows that it is
done, and the run what came of it."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from notelint.batch.keys import key_of
from notelint.batch.store import Store, put

SUFFIX = ".json"
_CHECK = "check"  # of all else
_SEPARATORS = (",", ":")


def keep(store: Store, name: str, told: dict[str, Any]) -> None:
    """Say that a file is whole, once it is in its place.

    Raises:
        WriteError: it cannot be written.
    """
    put(store, name + SUFFIX, as_bytes({**told, _CHECK: key_of(as_bytes(told))}))


def kept(store: Store, name: str) -> dict[str, Any]:
    """What was said of a file; nothing where it is not there or not as it was written, or where
    the file was left unfinished: a note could not be read, or something failed, which may be
    otherwise now."""
    with suppress(FileNotFoundError, ValueError, TypeError, RecursionError):
        told: dict[str, Any] = dict(json.loads(store.read(name + SUFFIX)))
        check = told.pop(_CHECK, None)
        if check == key_of(as_bytes(told)) and not told.get("failures"):
            return told
    return {}


def as_bytes(data: Any) -> bytes:
    """Data as JSON, the same bytes for the same data."""
    text = json.dumps(data, sort_keys=True, separators=_SEPARATORS)
    return text.encode("ascii") + b"\n"
