"""The vaults that some paths are in, and those that are below them, each with what is checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.cli.vault_options import root_of
from notelint.config import Settings
from notelint.disk import Discovery, Listing, discover_in, list_folder
from notelint.values import NamedTuple, UsageError

if TYPE_CHECKING:
    from notelint.disk import GitTree


class NamedVault(NamedTuple):
    """A vault, its settings, and which of its notes are checked: where ``base`` is a commit, only
    what changed since."""

    discovery: Discovery
    settings: Settings
    base: GitTree | None = None

    def since(self, revision: str) -> NamedVault:
        """The same, of which only what changed since a revision of git is checked.

        Raises:
            UsageError: git does not tell what that is.
        """
        from notelint.disk import tree_at_merge_base

        root, files = self.discovery.root, self.discovery.files
        return self._replace(base=tree_at_merge_base(root, revision, files))


def named_vaults(
    given: str | None,
    paths: Sequence[Path],
    settings_of: Callable[[Path], Settings],
    list_vault: Callable[[Path], Listing] = list_folder,
) -> list[NamedVault]:
    """The vaults of some paths, in the order of their roots; ``given`` is what ``--vault`` says,
    ``list_vault`` tells what is in one.

    A folder above vaults is one only where it has notes of its own, or nothing else was found.
    """
    by_root = _by_root(given, paths)
    found = [
        vault
        for root, own in by_root.items()
        for vault in _below(root, own, settings_of, list_vault)
    ]
    unique = {vault.discovery.root: vault for vault in found}
    holding = [vault for vault in unique.values() if _says_something(vault.discovery)]
    return sorted(holding or found[:1], key=lambda vault: vault.discovery.root)


def shared_folder(vaults: Sequence[NamedVault]) -> Path:
    """The folder that the vaults share: of one vault, its root.

    Raises:
        UsageError: they share none.
    """
    try:
        return Path(os.path.commonpath([vault.discovery.root for vault in vaults]))
    except ValueError as error:
        problem = "one report cannot tell of vaults on different drives"
        raise UsageError(problem, "check them one after the other") from error


def _by_root(given: str | None, paths: Sequence[Path]) -> dict[Path, list[Path]]:
    """The named paths by the vault that each is in."""
    vaults: dict[Path, list[Path]] = {}
    roots: dict[Path, Path] = {}
    for path in paths:
        folder = path if os.path.isdir(path) else path.parent
        if folder not in roots:
            roots[folder] = root_of(given, folder)
        vaults.setdefault(roots[folder], []).append(path)
    return vaults


def _below(
    root: Path,
    paths: Sequence[Path],
    settings_of: Callable[[Path], Settings],
    list_vault: Callable[[Path], Listing],
) -> Iterator[NamedVault]:
    """A vault, and those under the paths: a folder with an ``.obsidian`` is one by itself."""
    waiting = [(root, paths)]
    while waiting:
        root, paths = waiting.pop()
        settings = settings_of(root)
        respects, leaves_out = settings.respect_gitignore, settings.leaves_out
        discovery = discover_in(list_vault(root), paths, respects, leaves_out)
        yield NamedVault(discovery, settings)
        waiting += [(root / inner, [root / inner]) for inner in discovery.vaults]


def _says_something(discovery: Discovery) -> bool:
    return bool(discovery.notes or discovery.problems or discovery.unchecked)
