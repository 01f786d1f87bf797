"""The public API: what `docs/api.md` shows is what happens, and what is exported is on it."""

from __future__ import annotations

import doctest
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk

import notelint
from notelint import check, open_vault
from notelint.values import UsageError

PROJECT = Path(__file__).parent.parent.parent
PAGE = PROJECT / "docs" / "api.md"


def test_the_examples_of_the_page_hold(folder: VaultOnDisk) -> None:
    shutil.copytree(PROJECT / "examples" / "vault", folder.root, dirs_exist_ok=True)
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (failed, tried > 20) == (0, True)


@pytest.mark.parametrize("name", notelint.__all__)
def test_every_name_is_there_and_is_told_of(name: str) -> None:
    assert getattr(notelint, name) is not None
    assert name.startswith("__") or name in PAGE.read_text(encoding="utf-8")


def test_nothing_is_loaded_before_it_is_used() -> None:
    code = "import sys, notelint; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    slow = {"pydantic", "yaml", "mistune", "rapidfuzz", "regex", "ftfy", "filelock", "sqlite3"}
    assert not slow & set(done.stdout.split())


def test_a_name_that_is_not_exported_is_an_error() -> None:
    with pytest.raises(AttributeError, match="module 'notelint' has no attribute 'chekc'"):
        _ = notelint.chekc


def test_paths_choose_notes(vault: VaultOnDisk) -> None:
    for path in ("a.md", "x/b.md", "x/c.md", "xy.md"):
        vault.put(path, "x\n")
    opened = open_vault(vault.root / "x")
    assert list(opened.notes) == ["x/b.md", "x/c.md"]
    whole = open_vault(vault.root)
    assert [result.path for result in check(whole)] == ["a.md", "x/b.md", "x/c.md", "xy.md"]
    assert [result.path for result in check(whole, ["x", "xy.md", "x/b.md"])] == [
        "x/b.md",
        "x/c.md",
        "xy.md",
    ]
    with pytest.raises(UsageError, match=r"gone: no note of the vault; name a note or a folder"):
        list(check(whole, ["gone"]))


def test_a_folder_that_is_not_there_is_an_error(vault: VaultOnDisk) -> None:
    with pytest.raises(UsageError, match="no such folder; check the path"):
        open_vault(vault.root / "gone")
