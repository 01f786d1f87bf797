"""Where notelint keeps its own files about a vault: in the user's folders, never in the vault."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from notelint.values import WriteError, sha256


class NoPlaceError(WriteError):
    """The user has no folder that notelint can keep anything in."""


def cache_folder() -> Path:
    """Where what can be made anew is kept for the user. Every run asks, so where Linux has it (XDG
    base directories) is told without the library, which takes longer to load than to ask."""
    set_folder, home = os.environ.get("XDG_CACHE_HOME", ""), os.environ.get("HOME", "")
    if sys.platform == "linux" and os.path.isabs(home):
        folder = set_folder if os.path.isabs(set_folder) else f"{home}/.cache"
        return Path(folder, "notelint")
    from platformdirs import user_cache_path

    return user_cache_path("notelint", appauthor=False)


def vault_key(root: Path) -> str:
    """A vault's name in those folders: by its place, as links and ``..`` lead there."""
    return sha256(os.fsencode(root.resolve())).hexdigest()[:24]


def settings_file(root: Path, folder: Path | None) -> Path:
    """Where the settings of the vault at ``root`` are kept, in ``folder`` or the user's cache."""
    return (folder or cache_folder()) / f"{vault_key(root)}.settings.json"


def state_folder(root: Path) -> Path:
    """Where the records of a vault's fixing runs are.

    Raises:
        NoPlaceError: the user has no home.
    """
    from platformdirs import user_state_path  # only loaded where a run writes or undoes

    folder = user_state_path("notelint", appauthor=False)
    if not folder.is_absolute():  # `~` that leads nowhere would become a folder of the vault
        raise NoPlaceError("cannot keep records: the user has no home folder")
    return folder / vault_key(root)
