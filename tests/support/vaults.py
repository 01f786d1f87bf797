"""Vaults in memory, as rules see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from notelint.conventions import Conventions
from notelint.notes import scan_summary
from notelint.vault import FileNames, Vault, fold


def vault_of(
    texts: Mapping[str, str] | None = None,
    files: Iterable[str] = (),
    *,
    unlisted: frozenset[str] = frozenset(),
    conventions: Conventions | None = None,
) -> Vault:
    """The vault of some notes, by path, and of other files."""
    texts = texts or {}
    return Vault(
        FileNames.of([*texts, *files], unlisted),
        fold({path: scan_summary(text) for path, text in texts.items()}),
        conventions or Conventions(),
    )
