"""What the paths that somebody names come to: notes of the vault, other vaults, or nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.disk.walk import Listing
from notelint.values import UsageError

if TYPE_CHECKING:
    from notelint.disk.gitignore import GitIgnore
    from notelint.disk.listed_names import ListedNames

LeavesOut = Callable[[str, str], bool]  # a note, and the path that was named


class NamedPaths:
    """``notes`` are those to check and ``vaults`` the folders with vaults of their own, both under
    the paths that were added; ``unchecked`` says of the others why nothing of them is checked.
    ``closed`` are all links of the vault that look like a note and lead out of it."""

    def __init__(self, listing: Listing, respect_gitignore: bool, leaves_out: LeavesOut) -> None:
        self._listing = listing
        self._files = frozenset(listing.files)
        self._top = Path(os.path.realpath(listing.root))
        self._respects = respect_gitignore
        self._leaves_out = leaves_out
        self._git: GitIgnore | None = None
        self._real = {link: self._inside(link) for link in listing.links if is_note(link)}
        self.closed = frozenset(link for link, real in self._real.items() if real is None)
        self.notes: set[str] = set()
        self.vaults: set[str] = set()
        self.unchecked: dict[str, str] = {}

    @property
    def problems(self) -> list[str]:
        """What git, or what stands in for it, could not read."""
        return self._git.problems if self._git else []

    def add(self, path: Path) -> None:
        """Take a file or a folder among the paths.

        Raises:
            UsageError: it lies outside the vault.
        """
        inside = self._as_listed(_relative(self._listing.root, path))
        folder = self._listing.around(inside)
        if folder is not None:
            why = f"cannot be reached: {self._listing.unread[folder]}"
            self.unchecked[folder] = f"{inside or path} {why}; mend its permissions, or those above"
        elif not os.path.isdir(path):
            self._add_file(inside, path)
        elif self.leads_out(inside):
            self.unchecked[inside] = f"{inside} leads out of the vault; it was not checked"
        else:
            real = Path(os.path.relpath(os.path.realpath(path), self._top)).as_posix()
            self._add_folder("" if real == "." else self._as_listed(real))

    def _as_listed(self, path: str) -> str:
        """A path of the vault, which mostly is written as it is listed."""
        is_listed = path in self._files or any(file.startswith(f"{path}/") for file in self._files)
        return path if not path or is_listed else self._listed.of(path)

    @cached_property
    def _listed(self) -> ListedNames:
        from notelint.disk.listed_names import ListedNames

        return ListedNames(self._listing.root, self._files)

    def leads_out(self, inside: str) -> bool:
        """Whether a path of the vault is, or goes through, a symbolic link out of it."""
        real = Path(os.path.realpath(self._listing.root / inside))
        return not real.is_relative_to(self._top)

    def _add_folder(self, inside: str) -> None:
        prefix = f"{inside}/" if inside else ""
        under = {name for name in self._files if name.startswith(prefix) and is_note(name)}
        named = prefix.removesuffix("/")
        under = {name for name in under if not self._leaves_out(name, named)}
        under = {name for name in under if not self._is_ignored(name)}
        links = under & self._real.keys()
        real = {self._real[link] for link in links}
        self.notes |= (under - links) | {name for name in real if name and is_note(name)}
        self.vaults |= {name for name in self._listing.vaults if f"{name}/".startswith(prefix)}

    def _add_file(self, inside: str, path: Path) -> None:
        is_plain = inside in self._files and inside not in self._real
        real = inside if is_plain else self._inside(inside)
        if real is not None and is_note(real):
            self.notes |= set() if self._leaves_out(real, real) else {real}
        else:
            why = "leads out of the vault" if self.leads_out(inside) else _why_no_note(path)
            self.unchecked[inside] = f"{inside} {why}; it was not checked"

    def _is_ignored(self, name: str) -> bool:
        """Git is asked when it is needed, and once."""
        if not self._respects:
            return False
        if self._git is None:
            from notelint.disk.gitignore import GitIgnore  # which a note that is named is not asked

            self._git = GitIgnore(self._listing.root, self._listing.repositories)
        return name in self._git

    def _inside(self, name: str) -> str | None:
        """The file of the vault that ``name`` leads to; None where it leads out, or nowhere."""
        real = Path(os.path.realpath(self._listing.root / name))
        if not real.is_relative_to(self._top):
            return None
        inside = self._as_listed(real.relative_to(self._top).as_posix())
        return inside if inside in self._files else None


def is_note(path: str) -> bool:
    return path.lower().endswith(".md")


def _why_no_note(path: Path) -> str:
    try:
        os.stat(path)
    except OSError as error:
        return f"cannot be reached: {error.strerror}"
    return "is no note of the vault" if os.path.isfile(path) else "is no file"


def _relative(root: Path, path: Path) -> str:
    """Where a path stands in the vault, with ``/``; the vault itself is ``""``."""
    for candidate, top in ((path, root), (path.resolve(), root.resolve())):
        if candidate.is_relative_to(top):
            inside = candidate.relative_to(top).as_posix()
            return "" if inside == "." else inside
    raise UsageError(f"{path} is outside the vault {root}", "name the vault with --vault")
