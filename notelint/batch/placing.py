"""What the vaults of a run are called, and so where what is made of them stands."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator

from notelint.batch.address import is_stored, joined, name_of, path_of, shown
from notelint.disk import VAULT_MARK
from notelint.values import Place, UsageError, file_key

FACTS, INDEX, FINDINGS = "facts", "index", "findings"
_OURS = {FACTS, INDEX, FINDINGS, f"{INDEX}.json"}


class Places:
    """The names that vaults have taken; ``out`` is the address of the folder for all of them."""

    def __init__(self, out: str) -> None:
        self._out = out
        self._taken: dict[str, str] = {}
        self._inside: dict[str, str] = {}  # by the name of one among whose files it would stand

    def take(self, name: str, vault: str) -> None:
        """Take a name for a vault.

        Raises:
            UsageError: it is another vault's already, or no name for a folder, or what is written
                there would be in the vault.
        """
        parts = name.split("/")
        if not name or any(part in ("", ".", "..") for part in parts):
            raise UsageError("its folder has no name", "name the folder above", Place(shown(vault)))
        refuse_inside(joined(self._out, *parts), vault)
        key = file_key(name)
        above = list(_whose_files_are_around(key))
        others = (self._taken.get(other) for other in (key, *above))
        for other in filter(None, (*others, self._inside.get(key))):
            problem = f"what is made of it would stand with that of {shown(other)}"
            raise UsageError(problem, "give each a run with its own -o", Place(shown(vault)))
        self._taken[key] = vault
        self._inside |= dict.fromkeys(above, vault)


def _whose_files_are_around(key: str) -> Iterator[str]:
    """The names of vaults that would have a name among their own files."""
    parts = key.split("/")
    for end in range(1, len(parts)):
        if parts[end] in _OURS:
            yield "/".join(parts[:end])


def refuse_inside(address: str, vault: str) -> None:
    """Refuse to write into a vault: all that is there belongs to it, but for dot-folders.

    Raises:
        UsageError: the address is in the vault.
    """
    if is_stored(address) != is_stored(vault):
        return
    if is_stored(address):
        inside = _inside(posixpath.normpath(shown(address)), posixpath.normpath(shown(vault)))
    else:
        inside = _inside(os.path.realpath(path_of(address)), os.path.realpath(path_of(vault)))
    if inside is not None and not any(part.startswith(".") for part in inside.split("/")):
        problem = f"is in the vault {shown(vault)}, and would be a part of it"
        raise UsageError(problem, "write it elsewhere", Place(shown(address)))


def refuse_vault_around(address: str) -> None:
    """The same where it is not known yet which vaults there are: refuse to write below a folder
    that Obsidian has opened.

    Raises:
        UsageError: the address is in a vault.
    """
    if is_stored(address):
        return
    real = path_of(os.path.realpath(path_of(address)))
    for folder in (real, *real.parents):
        if os.path.isdir(folder / VAULT_MARK):
            refuse_inside(address, str(folder))


def _inside(path: str, folder: str) -> str | None:
    path, folder = path.replace(os.sep, "/"), folder.replace(os.sep, "/")
    if path == folder:
        return ""
    return path.removeprefix(folder + "/") if path.startswith(folder + "/") else None


def name_below(source: str, vault: str) -> str:
    """What a vault is called by its place below a source; the source itself by its own name."""
    if vault == source:
        return name_of(source)
    if is_stored(source):
        return vault.removeprefix(source.rstrip("/") + "/")
    return path_of(vault).relative_to(path_of(source)).as_posix()
