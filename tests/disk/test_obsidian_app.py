"""``.obsidian/app.json``: what Obsidian does not suggest is not suggested; nothing else changes."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk

BROKEN = [b"{", b"\xff", b"[" * 100_000]


def message(vault: VaultOnDisk) -> str:
    return vault.json().report["diagnostics"][0]["message"]


def test_an_excluded_file_is_not_suggested(vault: VaultOnDisk) -> None:
    vault.put("a.md", "[[mitosi]]\n")
    vault.put("old/mitosis.md", "")
    assert "`mitosis`" in message(vault)
    vault.put(".obsidian/app.json", '{"userIgnoreFilters": ["old/"]}')
    assert "mitosis`" not in message(vault)


def test_links_reach_an_excluded_file_all_the_same(vault: VaultOnDisk) -> None:
    vault.put("a.md", "[[mitosis]]\n")
    vault.put("old/mitosis.md", "")
    vault.put(".obsidian/app.json", '{"userIgnoreFilters": ["old/"]}')
    assert vault.json().names == []


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        "[]",
        "7",
        "null",
        '{"userIgnoreFilters": 7}',
        '{"userIgnoreFilters": [7, "", "/(a+)+$/"]}',
    ],
)
def test_what_says_nothing_changes_nothing(vault: VaultOnDisk, content: str) -> None:
    vault.put("a.md", "[[mitosi]]\n")
    vault.put("mitosis.md", "")
    vault.put(".obsidian/app.json", content)
    ran = vault.json()
    assert ran.err == ""
    assert "`mitosis`" in ran.report["diagnostics"][0]["message"]


@pytest.mark.parametrize("content", BROKEN, ids=["cut off", "not UTF-8", "too deep"])
def test_a_broken_file_is_warned_of_and_the_rest_is_checked(
    vault: VaultOnDisk, content: bytes
) -> None:
    vault.put("a.md", "[[gone]]\n")
    vault.put(".obsidian/app.json", content)
    ran = vault.json()
    assert "app.json: not read" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert ran.names == ["unresolved-link"]
