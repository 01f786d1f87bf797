"""The git repository around a folder."""

from __future__ import annotations

from pathlib import Path


def repository_of(folder: Path) -> Path | None:
    """The root of the nearest repository upward; None outside of any."""
    return next((path for path in (folder, *folder.parents) if (path / ".git").exists()), None)
