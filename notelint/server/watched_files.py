"""What changes on disk, and what of it an editor is asked to tell."""

from __future__ import annotations

from enum import Enum
from pathlib import Path, PurePath

from lsprotocol.types import (
    DidChangeWatchedFilesRegistrationOptions,
    FileChangeType,
    FileSystemWatcher,
    WatchKind,
)

from notelint.config import CONFIGURATIONS
from notelint.server.roots import MARKS
from notelint.vault import is_note

_SETTINGS = (".yaml", ".yml", ".toml")  # of notelint, and of its packs
_SAID_BY_NAME = (".gitignore", "app.json", *CONFIGURATIONS)


class News(Enum):
    """What a change means for a vault."""

    NOTHING = "nothing"
    TEXT = "text"  # a note says something else
    VAULT = "vault"  # a file came or went, or what configures the vault is another
    MARK = "mark"  # a folder may be a vault now, or be none any more


def news_of(root: Path, path: Path, kind: FileChangeType) -> News:
    """What the change of a file means for the vault at ``root``."""
    is_new_or_gone = kind is not FileChangeType.Changed
    if is_new_or_gone and path.name in MARKS:
        return News.MARK
    if not path.is_relative_to(root):
        return News.VAULT if path.suffix in _SETTINGS else News.NOTHING
    inside = path.relative_to(root)
    if path.suffix in _SETTINGS or path.name in _SAID_BY_NAME:
        return News.VAULT
    if _is_hidden(inside):
        return News.NOTHING
    if is_new_or_gone:
        return News.VAULT
    return News.TEXT if is_note(path.name) else News.NOTHING


def _is_hidden(inside: PurePath) -> bool:
    return any(part.startswith(".") for part in inside.parts)


def watchers() -> DidChangeWatchedFilesRegistrationOptions:
    """What the editor is to tell: what becomes of notes and of what configures, and which files of
    any sort come and go."""
    coming_and_going = WatchKind.Create | WatchKind.Delete
    every_change = ("**/*.md", "**/*.{yaml,yml,toml}", "**/.gitignore", "**/.obsidian/app.json")
    return DidChangeWatchedFilesRegistrationOptions(
        [
            *map(FileSystemWatcher, every_change),
            FileSystemWatcher("**/*", coming_and_going),
        ]
    )
