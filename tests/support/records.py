"""Fixing runs that left a record, and what is on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from support.on_disk import VaultOnDisk
from support.writing import OLD

from notelint.disk import state_folder
from notelint.undo import record_files

SPACED = "## Synthesis\n- x\n## Source [^1]\n- A wall.\n## References\n\n[^1]: a book\n"
NOON = 1_800_000_000.0
DAY = 24 * 3600


def last_record(vault: VaultOnDisk) -> Path:
    """The file of the last run that wrote."""
    return record_files(state_folder(vault.root))[0].path


def rewrite(vault: VaultOnDisk, change: Callable[[list[bytes]], list[bytes]]) -> None:
    """Change the lines of the last record."""
    path = last_record(vault)
    path.write_bytes(b"\n".join(change(path.read_bytes().split(b"\n"))))


def mended(vault: VaultOnDisk, *names: str) -> None:
    """A run that mends these notes."""
    for name in names:
        vault.put(name, OLD)
    assert vault.run("--fix").code == 0


def numbers(folder: Path) -> list[int]:
    """The runs that are on record, the newest first."""
    return [file.number for file in record_files(folder)]
