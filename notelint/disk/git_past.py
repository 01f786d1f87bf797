"""Which files a vault had as of a commit."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from notelint.disk.git import NoAnswerError, ignored_in
from notelint.disk.git_tree import GitTree
from notelint.disk.walk import VAULT_MARK


def files_then(tree: GitTree, root: Path, files: Collection[str]) -> frozenset[str]:
    """The files of the vault at ``root`` as of a commit; ``files`` are those of today. What git
    keeps no account of, as it ignores it or leaves it to another repository, counts as having been
    there."""
    marked = {folder for path in tree.files for folder in _vaults_around(path)}
    known = {path for path in tree.files if _is_listed(path, marked)}
    gone = known.difference(files)
    vaults = {folder for folder in _folders(gone) if os.path.isdir(root / folder / VAULT_MARK)}
    known -= {path for path in gone if not vaults.isdisjoint(_around(path))}
    return frozenset(known.union(_unaccounted(tree, root, set(files).difference(known))))


def _vaults_around(path: str) -> Iterator[str]:
    """The folders below the root that this file of Obsidian's makes vaults."""
    return (folder for folder in _around(path) if path.startswith(f"{folder}/{VAULT_MARK}/"))


def _is_listed(path: str, vaults: Collection[str]) -> bool:
    """Whether it would be found on a disk: nothing with a dot, nothing in another vault."""
    if path.startswith(".") or "/." in path:
        return False
    return not vaults or not any(folder in vaults for folder in _around(path))


def _unaccounted(tree: GitTree, root: Path, files: Collection[str]) -> Iterator[str]:
    """Those of some files that the commit does not have, and that nobody can say are new."""
    if not files:
        return
    try:
        ignored = ignored_in(root)
    except NoAnswerError:
        ignored = None
    for path in files:
        is_ignored = ignored is not None and path in ignored
        if is_ignored or tree.is_foreign(path):
            yield path


def _folders(paths: Collection[str]) -> set[str]:
    return {folder for path in paths for folder in _around(path)}


def _around(path: str) -> Iterator[str]:
    """The folders that a path is in, below the root."""
    return (path[:at] for at, char in enumerate(path) if char == "/")
