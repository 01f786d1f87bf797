"""Folders full of files, and the notes that are found in them."""

from __future__ import annotations

from pathlib import Path

from notelint.disk import discover, existing


def make(root: Path, *names: str) -> None:
    """Empty files, or folders for names that end in a slash."""
    for name in names:
        path = root / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.write_text("")


def notes_in(root: Path, *paths: str, respect_gitignore: bool = True) -> list[str]:
    """The notes under some paths of a vault, all of them where none is named."""
    named = [root / path for path in paths or (".",)]
    return list(discover(root, existing([str(p) for p in named]), respect_gitignore).notes)
