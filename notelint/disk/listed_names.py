"""The paths of a vault as its disk lists them, however they are written where they are asked for.

To most disks of macOS and Windows `Terms/A.md` and `terms/a.md` are one file, and on macOS so are
two normal forms of a letter: git hands on names in NFC there, whatever form the disk has them in.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from notelint.values import name_key


class ListedNames:
    """``files`` are what was listed under ``root``, with ``/``."""

    def __init__(self, root: Path, files: Collection[str]) -> None:
        self._root, self._files = root, files
        self._by_key: dict[str, list[str]] | None = None

    def of(self, path: str) -> str:
        """The file or folder that the disk takes a path for; the path itself where it is listed so,
        or nothing listed is the same."""
        if not path or path in self._files:
            return path
        if self._by_key is None:
            self._by_key = {}
            for name in sorted({name for file in self._files for name in _with_folders(file)}):
                self._by_key.setdefault(name_key(name), []).append(name)
        listed = self._by_key.get(name_key(path), ())
        return next((name for name in listed if self._is_same(name, path)), path)

    def _is_same(self, one: str, other: str) -> bool:
        try:
            return os.path.samefile(self._root / one, self._root / other)
        except OSError:
            return False


def _with_folders(file: str) -> Iterator[str]:
    while file:
        yield file
        file = file.rpartition("/")[0]
