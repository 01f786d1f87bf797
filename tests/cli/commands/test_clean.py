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
    assert f"{folder}: 1 recorded run deleted\n" in vault.run("clean").out
    assert not [*folder.glob("*.replay")]


def test_all_that_goes_is_told_of(vault: VaultOnDisk) -> None:
    config = vault.put("notelint.yaml", "ignore: [ligature]\n")
    os.utime(config, (time.time() - 3600,) * 2)
    folder = cached(vault).parent
    vault.run()
    there = {*folder.iterdir()}
    said = vault.run("clean").out.splitlines()
    gone = there - {*folder.iterdir()}
    assert {line for line in said if "recorded" not in line} == {
        f"{path} deleted" for path in gone if path.suffix != ".replay"
    }
    assert len(gone) > 1


def test_a_recorded_run_is_told_of_where_nothing_else_is_kept(vault: VaultOnDisk) -> None:
    file = cached(vault)
    file.unlink()
    file.with_name("0000.replay").touch()
    ran = vault.run("clean")
    assert (ran.code, ran.out) == (0, f"{file.parent}: 1 recorded run deleted\n")


def test_a_cache_that_cannot_be_deleted_is_an_error(vault: VaultOnDisk) -> None:
    file = cached(vault)
    file.unlink()
    file.mkdir()
    assert "cannot delete the cache" in vault.refusal("clean")
