"""Which files git ignores, by the ``.gitignore`` files of the repository around the vault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from notelint.disk.git import repository_of


class GitIgnore:
    """Answers for paths relative to ``root``; outside a git repository nothing is ignored."""

    def __init__(self, root: Path) -> None:
        self._top = repository_of(root)
        self._prefix = PurePosixPath(root.relative_to(self._top).as_posix()) if self._top else None
        self._known: dict[PurePosixPath, list[Any]] = {}
        self._folders: dict[PurePosixPath, bool] = {PurePosixPath("."): False}

    def __contains__(self, path: str) -> bool:
        if self._prefix is None:
            return False
        whole = self._prefix / path
        return self._is_ignored_folder(whole.parent) or self._matches(whole, "")

    def _is_ignored_folder(self, folder: PurePosixPath) -> bool:
        """A file cannot be taken back in once a folder above it is ignored (gitignore(5))."""
        if folder not in self._folders:
            parent = self._is_ignored_folder(folder.parent)
            self._folders[folder] = parent or self._matches(folder, "/")
        return self._folders[folder]

    def _matches(self, path: PurePosixPath, slash: str) -> bool:
        """Whether the last pattern that speaks of this very file or folder ignores it."""
        verdict = False
        for folder in reversed(path.parents):
            entry = path.relative_to(folder).as_posix() + slash
            for pattern in self._patterns(folder):
                if pattern.include is not None and _is_meant(pattern.regex, entry):
                    verdict = pattern.include
        return verdict

    def _patterns(self, folder: PurePosixPath) -> list[Any]:
        if folder not in self._known:
            assert self._top is not None
            files = [self._top / folder / ".gitignore"]
            if folder == PurePosixPath("."):
                files.insert(0, self._top / ".git" / "info" / "exclude")
            lines = [line for file in files if file.is_file() for line in _lines(file)]
            self._known[folder] = list(_compiled(lines)) if lines else []
        return self._known[folder]


def _is_meant(regex: re.Pattern[str], entry: str) -> bool:
    """Whether a pattern matches an entry itself, and not a folder above it.

    pathspec's patterns take in all that is below what they match, which it marks with a group;
    folders have been judged before.
    """
    for match in regex.finditer(entry):
        if match.groupdict().get("ps_d") is None or match.end("ps_d") == len(entry):
            return True
    return False


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8-sig", errors="replace").splitlines()


def _compiled(lines: list[str]) -> Iterator[Any]:
    """The patterns of a file; a line that is no pattern is passed over, as git does."""
    from pathspec import GitIgnoreSpec  # only loaded where there is a .gitignore

    for line in lines:
        with suppress(ValueError):
            yield from GitIgnoreSpec.from_lines([line]).patterns
