"""Commands that look at a whole vault: what they keep for the next run."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk
from support.short_notes import GOOD

KEPT = ("--cache-dir", "../kept")
COMMANDS = [["sources"], ["worklist"], ["report", "-o", "page.html"]]


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_known_is_kept_where_that_is_asked_for(
    vault: VaultOnDisk, command: list[str]
) -> None:
    vault.put("a.md", GOOD)
    vault.run(*command, *KEPT)
    assert any((vault.root.parent / "kept").iterdir())


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_kept_where_that_is_not_wanted(vault: VaultOnDisk, command: list[str]) -> None:
    vault.put("a.md", GOOD)
    vault.run(*command, *KEPT, "--no-cache")
    assert not (vault.root.parent / "kept").exists()
