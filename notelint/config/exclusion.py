"""What is not checked: patterns as in ``.gitignore``, from the vault's root."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from notelint.values import pattern_in

Patterns = tuple[str, ...]


def is_excluded(path: str, patterns: Patterns, named: str = "") -> bool:
    """Whether the patterns leave out a file, or a folder that it is in. Of the folders only those
    below ``named`` count, which somebody asked for."""
    if not patterns:
        return False
    folders = (folder for folder in _folders(path) if len(folder) > len(named))
    return any(_verdict(folder, True, patterns) for folder in folders) or _verdict(
        path, False, patterns
    )


def _folders(path: str) -> Iterator[str]:
    """The folders around a file, from the top."""
    at = path.find("/")
    while at > 0:
        yield path[:at]
        at = path.find("/", at + 1)


@lru_cache(maxsize=4096)
def _verdict(path: str, is_folder: bool, patterns: Patterns) -> bool:
    """What the last pattern says that names this very file or folder."""
    for line in reversed(patterns):
        pattern = pattern_in(line)
        if pattern is not None and pattern.names(path, is_folder):
            return not pattern.takes_back
    return False
