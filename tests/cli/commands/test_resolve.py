"""``notelint resolve``: where a link leads, and why."""

from __future__ import annotations

import os

import pytest
from support.on_disk import VaultOnDisk


@pytest.mark.parametrize("form", ["full", "json"])
@pytest.mark.parametrize(
    ("link", "code"), [("b", 0), ("[[b#Walls]]", 0), ("[[b#Doors]]", 1), ("[[gone]]", 1)]
)
def test_the_exit_code_says_whether_a_link_leads_somewhere(
    vault: VaultOnDisk, form: str, link: str, code: int
) -> None:
    vault.put("a.md", "")
    vault.put("b.md", "# Walls\n")
    assert vault.run("resolve", "a.md", link, "--output-format", form).code == code


def test_the_vault_is_that_of_the_note_wherever_the_command_runs(vault: VaultOnDisk) -> None:
    note = vault.put("terms/a.md", "")
    vault.put("b.md", "")
    vault.monkeypatch.chdir(vault.root.parent)
    ran = vault.run("resolve", os.path.relpath(note), "[[/b]]")
    assert "reaches `b.md`" in ran.out
