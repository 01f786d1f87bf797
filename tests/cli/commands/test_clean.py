"""``notelint clean``: the vault's cache goes, and nothing else."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk

from notelint.disk import cache_file


def cached(vault: VaultOnDisk, *option: str) -> Path:
    """A vault with something in its cache, and with a run that can be undone."""
    vault.put("a.md", "[[b#Walls]] ﬁ\n")
    os.utime(vault.put("b.md", "# Walls\n"), (time.time() - 3600,) * 2)
    vault.run("--fix", *option)
    return cache_file(vault.root, Path(option[1]) if option else None)


@pytest.mark.parametrize("option", [[], ["--cache-dir", "../kept"]])
def test_the_cache_goes_and_records_stay(vault: VaultOnDisk, option: list[str]) -> None:
    file = cached(vault, *option)
    assert file.exists()
    ran = vault.run("clean", *option)
    assert (ran.code, ran.out, file.exists()) == (0, f"{file} deleted\n", False)
    assert vault.run("undo").code == 0
    assert vault.text("a.md") == "[[b#Walls]] ﬁ\n"


def test_the_cache_of_another_vault_stays(vault: VaultOnDisk, tmp_path: Path) -> None:
    file = cached(vault)
    (tmp_path / "other").mkdir()
    ran = vault.run("clean", "--vault", str(tmp_path / "other"))
    assert (ran.code, file.exists()) == (0, True)
    assert "nothing is kept" in ran.out


def test_what_was_recorded_goes_too(vault: VaultOnDisk) -> None:
    folder = cached(vault).parent
    old = time.time() - 3600
    for path in (vault.root / "a.md", vault.root):
        os.utime(path, (old, old))
    vault.run()
    assert [*folder.glob("*.replay")]
    vault.run("clean")
    assert not [*folder.glob("*.replay")]


def test_a_cache_that_cannot_be_deleted_is_an_error(vault: VaultOnDisk) -> None:
    file = cached(vault)
    file.unlink()
    file.mkdir()
    assert "cannot delete the cache" in vault.refusal("clean")
