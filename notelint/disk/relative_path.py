"""A path as people are told of it."""

from __future__ import annotations

import os
from pathlib import Path


def shown_path(path: str | Path) -> str:
    """A path from the folder that one is in; the whole of it where none leads there, as from one
    drive of Windows to another."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return str(path)
