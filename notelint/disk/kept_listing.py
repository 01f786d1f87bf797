"""What is in a vault's folder, as an earlier run listed it, where that is still so.

The times of a folder are others once a name has come into it or gone, and nobody can set the time
of its last change back; so the folders are asked for their times, and only those are listed again
that have others.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from notelint.disk.cache import Cache, joined, parted
from notelint.disk.walk import FolderTimes, Listing, enter, list_folder, times_of

_SETTLED = 2_000_000_000  # ns; a folder may be changed again within its times until then
_UNKNOWN: FolderTimes = (-1, -1)
_MOST_AGAIN = 16  # folders; to list all is as quick then
_TIMES = "q"


def listed(root: Path, cache: Cache) -> Listing:
    """What is in a vault's folder; ``cache`` may have what was in it before."""
    return _as_kept(root, cache) or list_folder(root)


def sections_of_folders(
    folders: Mapping[str, FolderTimes],
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The folders of a listing as they are kept."""
    settled = time.time_ns() - _SETTLED
    times = (found if max(found) < settled else _UNKNOWN for found in folders.values())
    yield "folders", joined(folders)
    yield "times", [array(_TIMES, (number for pair in times for number in pair)).tobytes()]


def _as_kept(root: Path, cache: Cache) -> Listing | None:
    """What was kept, if it is still so."""
    folders, files = parted(cache.section("folders")), parted(cache.section("files"))
    section = cache.section("times") or b""
    if not folders or len(section) != 2 * len(folders) * array(_TIMES).itemsize:
        return None
    numbers = iter(array(_TIMES, section))
    known = dict(zip(folders, zip(numbers, numbers, strict=True), strict=True))
    try:
        now = {folder: times_of(f"{root}/{folder}") for folder in folders}
    except OSError:
        return None
    again = [folder for folder, times in known.items() if times != now[folder]]
    listing = Listing(root, files, folders=now)
    is_so = "" in known and len(again) <= _MOST_AGAIN and _are_same(listing, again)
    return listing if is_so else None


def _are_same(listing: Listing, again: Sequence[str]) -> bool:
    """Whether in some folders is what a listing has of them."""
    files, folders = _within(listing.files, again), _within(filter(None, listing.folders), again)
    for folder in again:
        found = Listing(listing.root)
        inner = enter(found, folder)
        if not found.is_lasting or {*found.files} != files[folder] or {*inner} != folders[folder]:
            return False
    return True


def _within(paths: Iterable[str], folders: Sequence[str]) -> dict[str, set[str]]:
    """Which of some paths are right in which folder."""
    there: dict[str, set[str]] = {folder: set() for folder in folders}
    for path in paths if folders else ():
        folder = path.rpartition("/")[0]
        if folder in there:
            there[folder].add(path)
    return there
