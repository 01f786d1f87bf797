"""All that is in a vault's folder, listed without entering what is outside of the vault."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from notelint.values import dataclass, field

VAULT_MARK, REPOSITORY_MARK = ".obsidian", ".git"
FolderTimes = tuple[int, int]  # of the last change of its names, and of anything about it, in ns


@dataclass
class Listing:
    """Paths relative to ``root``, with ``/``. ``links`` are those of ``files`` that are symbolic
    links, ``folder_links`` symbolic links to folders, which are not entered; ``others`` are pipes,
    sockets and devices. ``vaults`` are folders that are vaults themselves, and ``repositories``
    those that are git repositories; ``unread`` says of folders why they could not be listed.
    ``folders`` are those that were listed, with their times just before. ``is_lasting`` where that
    tells all: no link leads to what may come and go elsewhere."""

    root: Path
    files: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    folder_links: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    vaults: list[str] = field(default_factory=list)
    repositories: list[str] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)
    folders: dict[str, FolderTimes] = field(default_factory=dict)
    is_lasting: bool = True

    def around(self, path: str) -> str | None:
        """The unread folder that a path is or stands in."""
        folders = (path[:end] for end in range(len(path), -1, -1) if path[end : end + 1] in "/")
        return next((folder for folder in folders if folder in self.unread), None)


def list_folder(root: Path) -> Listing:
    """Everything under a folder but for dot-folders, dot-files and other vaults."""
    listing = Listing(root)
    waiting = [""]
    while waiting:  # and no call inside a call: folders may be a thousand deep
        waiting += enter(listing, waiting.pop())
    return listing


def times_of(folder: str) -> FolderTimes:
    """By which times a folder is known.

    Raises:
        OSError: it is out of reach.
    """
    status = os.stat(folder)
    return status.st_mtime_ns, status.st_ctime_ns


def enter(listing: Listing, folder: str) -> list[str]:
    """Add what is in a folder; the folders in it, which are still to be entered."""
    place = f"{listing.root}/{folder}"
    try:
        listing.folders[folder] = times_of(place)
        entries = list(os.scandir(place))
    except OSError as error:
        listing.unread[folder] = error.strerror or str(error)
        listing.is_lasting = False
        return []
    marks = [entry for entry in entries if entry.name in (VAULT_MARK, REPOSITORY_MARK)]
    if folder and marks:
        listing.is_lasting = False
    found = {entry.name for entry in marks if _is_mark(entry)}
    if folder and VAULT_MARK in found:
        listing.vaults.append(folder)
        return []
    if folder and REPOSITORY_MARK in found:
        listing.repositories.append(folder)
    prefix = folder + "/" if folder else ""
    return list(_sorted_in(listing, prefix, entries))


def _sorted_in(listing: Listing, prefix: str, entries: list[os.DirEntry[str]]) -> Iterator[str]:
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = prefix + entry.name
        if entry.is_file(follow_symlinks=False):
            listing.files.append(path)
        elif entry.is_dir(follow_symlinks=False):
            yield path
        else:
            listing.is_lasting = False
            _add_other(listing, path, entry)


def _add_other(listing: Listing, path: str, entry: os.DirEntry[str]) -> None:
    """Add what is neither a file nor a folder itself."""
    if _leads_to(entry, os.DirEntry.is_file):
        listing.files.append(path)
        listing.links.append(path)
    elif _leads_to(entry, os.DirEntry.is_dir):
        listing.folder_links.append(path)
    elif os.path.exists(entry):
        listing.others.append(path)


def _is_mark(entry: os.DirEntry[str]) -> bool:
    if entry.name == VAULT_MARK:
        return _leads_to(entry, os.DirEntry.is_dir)
    return entry.name == REPOSITORY_MARK


def _leads_to(entry: os.DirEntry[str], kind: Callable[[os.DirEntry[str]], bool]) -> bool:
    """Whether an entry is of a kind, or a link that leads to such."""
    try:
        return kind(entry)
    except OSError:  # a circle of links
        return False
