"""Notes written by fixing runs: each one recorded, by one run at a time, whatever fails."""

from __future__ import annotations

import errno
import importlib.util
import os
import signal
import sys
from pathlib import Path
from types import ModuleType

import pytest
from support.faults import fail
from support.on_disk import VaultOnDisk
from support.records import mended, numbers
from support.writing import LEFTOVER, NEW, OLD, full_disk

from notelint.disk import state_folder
from notelint.undo import Rewrite, open_note_writer
from notelint.undo.note_writer import place_in
from notelint.values import WriteError

SCRIPT = Path(__file__).parent.parent.parent / "bench" / "kills.py"


@pytest.mark.parametrize(
    "path", ["../out.md", "/out.md", "link/out.md", ".obsidian/a.md", "a.txt", "", "a\0.md", ".md"]
)
def test_what_is_no_note_of_the_vault_has_no_place_in_it(tmp_path: Path, path: str) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "link").symlink_to(tmp_path)
    with pytest.raises(WriteError, match="no note of the vault"):
        place_in(tmp_path / "vault", path)


def test_a_vault_that_is_reached_through_a_link_has_places(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "link").symlink_to("vault")
    assert place_in(tmp_path / "link", "a.md") == tmp_path / "link" / "a.md"


@pytest.mark.parametrize("number", [2, 4], ids=["of the records", "of the note"])
def test_a_folder_that_cannot_be_synced_is_no_error(vault: VaultOnDisk, number: int) -> None:
    vault.put("a.md", OLD)
    fail(vault.monkeypatch, "fsync", number, OSError(errno.EINVAL, "Invalid argument"))
    ran = vault.run("--fix")
    assert (ran.code, ran.err, vault.text("a.md")) == (0, "", NEW)


def test_the_folders_of_all_notes_are_synced_in_the_end(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.md", "b.md", "sub/c.md"):
        vault.put(name, OLD)
    synced = []
    for module in ("note_writer", "rollback"):
        monkeypatch.setattr(f"notelint.undo.{module}.sync_folders", synced.append)
    vault.run("--fix")
    vault.run("undo")
    assert synced == [{vault.root, vault.root / "sub"}] * 2


@pytest.mark.parametrize(
    ("call", "number"),
    [("write", 3), ("write", 4), ("fsync", 4), ("fsync", 5), ("replace", 2)],
    ids=["the note", "its record", "syncing the note", "syncing its record", "replacing it"],
)
def test_a_fault_stops_one_note_and_the_run_goes_on(
    vault: VaultOnDisk, call: str, number: int
) -> None:
    for name in "abc":
        vault.put(f"{name}.md", OLD)
    fail(vault.monkeypatch, call, number, full_disk())
    ran = vault.json("--fix")
    assert [vault.text(f"{name}.md") for name in "abc"] == [NEW, OLD, NEW]
    assert (ran.code, [found["path"] for found in ran.report["diagnostics"]]) == (2, ["b.md"])
    assert "b.md" in ran.err
    assert "No space left" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert sorted(os.listdir(vault.root)) == [".obsidian", "a.md", "b.md", "c.md"]


def test_an_interrupted_run_says_that_every_note_is_whole(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD)
    fail(vault.monkeypatch, "replace", 1, KeyboardInterrupt())
    assert "interrupted" in vault.refusal("--fix")
    assert vault.text("a.md") == OLD


def test_the_next_run_that_writes_removes_what_a_killed_one_left(vault: VaultOnDisk) -> None:
    vault.put("sub/a.md", OLD)
    left = vault.put(f"sub/{LEFTOVER}", "half a no")
    vault.run()
    vault.run("--diff")
    assert left.exists()
    vault.run("--fix")
    assert not left.exists()


def test_without_a_place_for_records_notes_are_mended_and_it_is_said(
    vault: VaultOnDisk, own_folders: Path
) -> None:
    vault.put("a.md", OLD)
    own_folders.write_text("a file where the folder should be")
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, NEW)
    assert "`notelint undo` cannot restore" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_what_raises_while_notes_are_written_frees_the_vault(vault: VaultOnDisk) -> None:
    for _ in range(2):
        with (
            pytest.raises(WriteError, match="no note of the vault"),
            open_note_writer(vault.root, (), 0, print) as put,
        ):
            put(Rewrite("../a.md", b"", b"x"))


def test_a_run_prunes_before_it_records(vault: VaultOnDisk) -> None:
    for number in range(25):
        mended(vault, f"{number}.md")
    assert len(numbers(state_folder(vault.root))) == 20


@pytest.fixture
def kills(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    specification = importlib.util.spec_from_file_location("kills", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    monkeypatch.setitem(sys.modules, "kills", module)  # where dataclasses look for it
    specification.loader.exec_module(module)
    return module


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system cannot kill like that")
def test_killed_runs_leave_every_note_old_or_new_and_can_be_undone(
    tmp_path: Path, kills: ModuleType
) -> None:
    vault = kills.make_range(tmp_path, notes=60, seed=7)
    tally = kills.Tally()
    for _ in range(8):
        kills.shoot(vault, tally)
    assert tally.is_good, tally
    assert tally.old + tally.new == 8 * 60
    assert tally.old
