"""From the paths that somebody names to the vault, its files, and the notes to check."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from notelint.disk.named_paths import LeavesOut, NamedPaths, is_note
from notelint.disk.obsidian_app import read_app_settings
from notelint.disk.walk import FolderTimes, Listing, list_folder
from notelint.values import Place, UsageError, dataclass, field

_MOST_NAMED = 3  # names of files in one problem
_LONGEST_SHOWN = 120  # characters of a path


@dataclass(frozen=True)
class Discovery:
    """A vault on disk. Paths are relative to ``root``, with ``/``.

    ``files`` are all that links may lead to, ``notes`` those to check, ``closed`` notes that are
    never read since they are links out of the vault. ``problems`` are what could not be listed,
    ``unchecked`` the paths that were named and yet hold nothing to check, ``unlisted`` the files
    that Obsidian does not suggest. ``vaults`` are folders under the named paths that are vaults
    themselves, and no part of this one. ``folders`` are those of the vault with their times, by
    which the same files may be known again; none where these hang on more.
    """

    root: Path
    files: tuple[str, ...]
    notes: tuple[str, ...]
    problems: tuple[str, ...] = ()
    unlisted: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    unchecked: tuple[str, ...] = ()
    vaults: tuple[str, ...] = ()
    folders: Mapping[str, FolderTimes] = field(default_factory=dict)


def find_root(start: Path, has_config: Callable[[Path], bool]) -> Path:
    """The vault around a folder: the nearest one upward that holds ``.obsidian``, else a notelint
    configuration, else ``.git``; else the folder itself."""
    upward = (start, *start.parents)
    marks: tuple[Callable[[Path], bool], ...] = (
        lambda folder: os.path.isdir(folder / ".obsidian"),
        has_config,
        lambda folder: os.path.exists(folder / ".git"),
    )
    for mark in marks:
        found = next((folder for folder in upward if mark(folder)), None)
        if found is not None:
            return found
    return start


def existing(paths: Sequence[str]) -> list[Path]:
    """The named paths, made absolute without following links; one that is out of reach stays, and
    is told of as what could not be checked.

    Raises:
        UsageError: a path does not exist.
    """
    return [_existing(path) for path in paths]


def _existing(given: str) -> Path:
    path = Path(os.path.abspath(given))
    try:
        if not given:
            raise FileNotFoundError
        os.stat(path)
    except PermissionError:
        pass
    except (OSError, ValueError) as error:  # a name that is too long, or no name at all
        shown = given if len(given) <= _LONGEST_SHOWN else given[: _LONGEST_SHOWN - 1] + "…"
        raise UsageError("no such file or folder", "check the path", Place(shown)) from error
    return path


def _checks_all(note: str, named: str) -> bool:
    return False


def discover(
    root: Path,
    paths: Sequence[Path],
    respect_gitignore: bool,
    leaves_out: LeavesOut = _checks_all,
) -> Discovery:
    """List the vault, and the notes under ``paths`` but for those that are left out: ``leaves_out``
    is asked with a note and the path that was named.

    Raises:
        UsageError: a path lies outside the vault.
    """
    return discover_in(list_folder(root), paths, respect_gitignore, leaves_out)


def discover_in(
    listing: Listing,
    paths: Sequence[Path],
    respect_gitignore: bool,
    leaves_out: LeavesOut = _checks_all,
) -> Discovery:
    """The same for a vault that is listed already: as it was kept, or where it is on no disk.

    Raises:
        UsageError: a path lies outside the vault.
    """
    named = NamedPaths(listing, respect_gitignore, leaves_out)
    for path in paths:
        named.add(path)
    app = read_app_settings(listing.root)
    files = tuple(sorted(listing.files))
    return Discovery(
        listing.root,
        files,
        tuple(sorted(named.notes)),
        tuple(filter(None, [*_left_out(listing, named), *named.problems, app.problem])),
        frozenset(filter(app.is_excluded, files)) if app.excluded else frozenset(),
        named.closed,
        tuple(named.unchecked.values()),
        tuple(sorted(named.vaults)),
        listing.folders if listing.is_lasting else {},
    )


def _left_out(listing: Listing, named: NamedPaths) -> Iterator[str]:
    """What is not looked into; each kind is told once, however much of it there is."""
    for folder, why in listing.unread.items():
        if folder not in named.unchecked:
            yield f"cannot read the folder {folder or listing.root}: {why}; it was left out"
    outside = sorted([*named.closed, *filter(named.leads_out, listing.folder_links)])
    if outside:
        yield f"{_some(outside)}: symbolic links out of the vault are not followed"
    others = sorted(filter(is_note, listing.others))
    if others:
        yield f"{_some(others)}: pipes, sockets and devices are no notes; passed over"


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more
