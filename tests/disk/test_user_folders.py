"""The user's folders, where notelint keeps its own files about a vault."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk
from support.writing import NEW, OLD

from notelint.disk import state_folder
from notelint.disk.user_folders import vault_key


def test_a_vault_has_one_key_however_it_is_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vault" / "sub").mkdir(parents=True)
    (tmp_path / "link").symlink_to("vault")
    monkeypatch.chdir(tmp_path)
    ways = ["vault", tmp_path / "vault", "vault/sub/..", "link", "link/sub/.."]
    assert len({vault_key(Path(way)) for way in ways}) == 1
    assert vault_key(Path("vault")) != vault_key(Path("vault/sub"))


@pytest.mark.parametrize("name", ["a" * 255, "é ﬁ", os.fsdecode(b"caf\xe9"), "a\nb"])
def test_a_key_is_a_short_plain_name(tmp_path: Path, name: str) -> None:
    assert re.fullmatch(r"[0-9a-f]{24}", vault_key(tmp_path / name))


def test_the_records_of_each_vault_have_a_folder_of_the_user_s(
    tmp_path: Path, own_folders: Path
) -> None:
    folders = [state_folder(tmp_path / name) for name in ("a", "b")]
    assert folders[0] != folders[1]
    assert {folder.parent for folder in folders} == {own_folders / "state" / "notelint"}


def test_a_user_without_a_home_gets_no_folder_in_the_vault(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD)
    vault.monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: Path("~/state"))
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, NEW)
    assert "no home" in ran.err
    assert not (vault.root / "~").exists()
    assert "no home" in vault.refusal("undo", "--list")
