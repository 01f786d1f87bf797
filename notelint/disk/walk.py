"""All that is in a vault's folder, listed without entering what is outside of the vault."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from notelint.values import dataclass, field

VAULT_MARK, REPOSITORY_MARK = ".obsidian", ".git"


@dataclass
class Listing:
    """Paths relative to ``root``, with ``/``. ``links`` are those of ``files`` that are symbolic
    links, ``folder_links`` symbolic links to folders, which are not entered; ``others`` are pipes,
    sockets and devices. ``vaults`` are folders that are vaults themselves, and ``repositories``
    those that are git repositories; ``unread`` says of folders why they could not be listed."""

    root: Path
    files: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    folder_links: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    vaults: list[str] = field(default_factory=list)
    repositories: list[str] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)

    def around(self, path: str) -> str | None:
        """The unread folder that a path is or stands in."""
        folders = (path[:end] for end in range(len(path), -1, -1) if path[end : end + 1] in "/")
        return next((folder for folder in folders if folder in self.unread), None)


def list_folder(root: Path) -> Listing:
    """Everything under a folder but for dot-folders, dot-files and other vaults."""
    listing = Listing(root)
    waiting = [""]
    while waiting:  # and no call inside a call: folders may be a thousand deep
        waiting += _enter(listing, waiting.pop())
    return listing


def _enter(listing: Listing, folder: str) -> list[str]:
    """Add what is in a folder; the folders in it, which are still to be entered."""
    try:
        entries = list(os.scandir(listing.root / folder))
    except OSError as error:
        listing.unread[folder] = error.strerror or str(error)
        return []
    marks = {entry.name for entry in entries if _is_mark(entry)}
    if folder and VAULT_MARK in marks:
        listing.vaults.append(folder)
        return []
    if folder and REPOSITORY_MARK in marks:
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
        elif _leads_to(entry, os.DirEntry.is_file):
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
