"""Which vault a folder is in, for an editor that has some folders open."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from notelint.config import CONFIGURATIONS, has_config
from notelint.disk import find_root

MARKS = (".obsidian", ".git", *CONFIGURATIONS)


class Roots:
    """The roots of vaults, remembered until they are forgotten."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = tuple(folders)
        self._known: dict[Path, Path | None] = {}

    def of(self, folder: Path) -> Path | None:
        """The vault around a folder; where nothing marks one, the folder that the editor has open;
        None where there is neither."""
        if folder not in self._known:
            self._known[folder] = self._found(folder)
        return self._known[folder]

    def _found(self, folder: Path) -> Path | None:
        found = find_root(folder, has_config)
        if found != folder or any(os.path.exists(folder / mark) for mark in MARKS):
            return found
        around = (top for top in self.folders if folder.is_relative_to(top))
        return min(around, key=lambda top: len(top.parts), default=None)

    def forget(self) -> None:
        """Look anew: a mark has come or gone."""
        self._known.clear()
