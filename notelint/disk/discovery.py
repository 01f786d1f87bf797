"""From the paths that somebody names to the vault, its files, and the notes to check."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from notelint.disk.gitignore import GitIgnore
from notelint.disk.obsidian_app import read_app_settings
from notelint.values import Place, UsageError


@dataclass(frozen=True)
class Discovery:
    """A vault on disk. Paths are relative to ``root``, with ``/``.

    ``files`` are all that links may lead to, ``notes`` those to check. ``problems`` are folders
    that could not be read, ``unlisted`` the files that Obsidian does not suggest.
    """

    root: Path
    files: tuple[str, ...]
    notes: tuple[str, ...]
    problems: tuple[str, ...] = ()
    unlisted: frozenset[str] = frozenset()


def find_root(start: Path, has_config: Callable[[Path], bool]) -> Path:
    """The vault around a folder: the nearest one upward that holds ``.obsidian``, else a notelint
    configuration, else ``.git``; else the folder itself."""
    upward = (start, *start.parents)
    marks: tuple[Callable[[Path], bool], ...] = (
        lambda folder: (folder / ".obsidian").is_dir(),
        has_config,
        lambda folder: (folder / ".git").exists(),
    )
    for mark in marks:
        found = next((folder for folder in upward if mark(folder)), None)
        if found is not None:
            return found
    return start


def existing(paths: Sequence[str]) -> list[Path]:
    """The named paths, made absolute without following links.

    Raises:
        UsageError: a path does not exist.
    """
    found = [Path(os.path.abspath(path)) for path in paths]
    for given, path in zip(paths, found, strict=True):
        if not given or not path.exists():
            raise UsageError("no such file or folder", "check the path", Place(given))
    return found


def discover(root: Path, paths: Sequence[Path], respect_gitignore: bool) -> Discovery:
    """List the vault, and the notes under ``paths``.

    Raises:
        UsageError: a path lies outside the vault.
    """
    problems: list[str] = []
    files = tuple(sorted(_walk(root, "", problems)))
    known = frozenset(files)
    ignored = GitIgnore(root) if respect_gitignore else ()
    notes: dict[str, None] = {}
    for path in paths:
        inside = _relative(root, path)
        prefix = "" if inside == "." else inside + "/"
        under = (name for name in files if name.startswith(prefix) and name.lower().endswith(".md"))
        named = [name for name in under if name not in ignored] if path.is_dir() else [inside]
        for name in named:
            real = _real_name(root, name, known)
            if real is not None:
                notes[real] = None
            elif not path.is_dir():
                problems.append(f"{name} is no note of the vault; it was not checked")
    app = read_app_settings(root)
    problems += [app.problem] if app.problem else []
    unlisted = frozenset(filter(app.is_excluded, files)) if app.excluded else frozenset()
    return Discovery(root, files, tuple(sorted(notes)), tuple(problems), unlisted)


def _relative(root: Path, path: Path) -> str:
    for candidate, top in ((path, root), (path.resolve(), root.resolve())):
        if candidate.is_relative_to(top):
            return candidate.relative_to(top).as_posix()
    raise UsageError(f"{path} is outside the vault {root}", "name the vault with --vault")


def _walk(root: Path, prefix: str, problems: list[str]) -> Iterator[str]:
    """All files but those in dot-folders. Folders that are symbolic links are not entered."""
    try:
        entries = list(os.scandir(root / prefix))
    except OSError as error:
        problems.append(
            f"cannot read the folder {prefix or root}: {error.strerror}; it was left out"
        )
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, f"{prefix}{entry.name}/", problems)
        elif _is_file(entry):
            yield prefix + entry.name


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a file, or a link that leads to one."""
    try:
        return entry.is_file()
    except OSError:  # a circle of links
        return False


def _real_name(root: Path, name: str, files: Collection[str]) -> str | None:
    """The note that ``name`` is, or is a symbolic link to; None if that is no note of the vault."""
    path = root / name
    if name in files and not path.is_symlink():
        return name if name.lower().endswith(".md") else None
    real, top = path.resolve(), root.resolve()
    if not real.is_relative_to(top):
        return None
    inside = real.relative_to(top).as_posix()
    return inside if inside in files and inside.lower().endswith(".md") else None
