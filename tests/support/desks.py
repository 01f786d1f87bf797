"""Vaults with notes that are open, in memory but for the vault."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from notelint.config import Settings
from notelint.run import open_vault
from notelint.server.client import Client
from notelint.server.documents import Document
from notelint.server.uris import uri_of
from notelint.server.vault_session import VaultSession
from notelint.values import replace


def write_notes(root: Path, texts: Mapping[str, str]) -> None:
    """Notes on disk, byte for byte."""
    (root / ".obsidian").mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())


def session_at(
    root: Path,
    texts: Mapping[str, str] | None = None,
    opened: Mapping[str, str] | None = None,
    client: Client | None = None,
    settings: Settings | None = None,
) -> VaultSession:
    """A vault of some notes on disk, of which some are open with other texts."""
    write_notes(root, texts or {})
    disk = open_vault(root, settings=settings)
    session = VaultSession(disk, client or Client(encoding="utf-32"))
    session.change({path: document(root, path, text) for path, text in (opened or {}).items()})
    return session


def document(root: Path, path: str, text: str, version: int = 1) -> Document:
    """A text as it is open in the editor."""
    return Document(uri_of(root / path), version, text)


def with_client(session: VaultSession, **more: object) -> VaultSession:
    """The same for an editor that can do more."""
    session.desk = replace(session.desk, client=replace(session.desk.client, **more))
    return session
