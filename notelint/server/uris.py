"""The addresses that an editor gives files."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from notelint.values import lazy_pattern

_DRIVE = lazy_pattern(r"/[A-Za-z]:")


def uri_of(path: Path) -> str:
    """The address of a file."""
    return path.as_uri()


def path_of(uri: str) -> Path | None:
    """The file that an address means; None where it means none, as that of a new text does."""
    try:
        parts = urlsplit(uri)
        name = os.fsdecode(unquote_to_bytes(parts.path))
    except ValueError:  # half a character, too
        return None
    if parts.scheme != "file" or not name.startswith("/") or "\0" in name:
        return None
    if parts.netloc not in ("", "localhost"):
        name = f"//{parts.netloc}{name}"
    return Path(os.path.abspath(name[1:] if _DRIVE.match(name) else name))
