"""Where a command works: the vault that a path is in."""

from __future__ import annotations

import os
from pathlib import Path

from notelint.config import has_config
from notelint.discover import find_root
from notelint.error import NotelintError


def root_of(given: str | None, start: Path) -> Path:
    """The root of the vault that ``start`` is in: the folder ``--vault`` gave, or the one found.

    Raises:
        NotelintError: the folder that was given does not exist.
    """
    if given:
        root = Path(os.path.abspath(given))
        if not root.is_dir():
            raise NotelintError(f"--vault {given}: no such folder; check the path")
        return root
    return find_root(start if start.is_dir() else start.parent, has_config)
