"""Notes written by fixing runs: each one recorded, by one run at a time, whatever fails."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.faults import fail
from support.on_disk import VaultOnDisk
from support.writing import LEFTOVER, NEW, OLD, full_disk

from notelint.undo import Rewrite, open_note_writer
from notelint.undo.note_writer import place_in
from notelint.values import WriteError

# --- where notes are


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


# --- disks that fail, and processes that die


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


# --- two runs at once


HOLD = """
import sys
from pathlib import Path
from notelint.undo import vault_lock
lock = vault_lock(Path(sys.argv[1]))
print("mine", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_run(root: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the vault for itself until it ends."""
    command = [sys.executable, "-c", HOLD, str(root)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "mine\n"
        yield process
        process.kill()


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notelint.undo.lock.WAIT", 0.1)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("arguments", [["--fix"], ["--unsafe-fixes"], ["undo"]])
def test_who_writes_waits_and_then_says_so(vault: VaultOnDisk, arguments: list[str]) -> None:
    vault.put("b.md", OLD)
    vault.run("--fix")
    vault.put("a.md", OLD)
    with another_run(vault.root):
        assert "another run" in vault.refusal(*arguments)
    assert vault.text("b.md") == NEW
    assert vault.text("a.md") == OLD


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("arguments", [[], ["--diff"], ["--fix", "--diff"]])
def test_who_writes_nothing_does_not_wait(vault: VaultOnDisk, arguments: list[str]) -> None:
    vault.put("a.md", OLD)
    with another_run(vault.root):
        assert vault.run(*arguments).code == 1
        stdin = vault.run("-", "--stdin-filename", "b.md", "--fix", stdin=OLD.encode())
        assert (stdin.code, stdin.out) == (0, NEW)
        assert vault.run("undo", "--list").code == 0


@pytest.mark.usefixtures("hurried")
def test_a_killed_run_is_waited_for_no_longer(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD)
    with another_run(vault.root):
        pass
    assert vault.run("--fix").code == 0
    assert vault.text("a.md") == NEW


def test_another_vault_is_not_waited_for(vault: VaultOnDisk, tmp_path: Path) -> None:
    vault.put("a.md", OLD)
    (tmp_path / "other").mkdir()
    with another_run(tmp_path / "other"):
        assert vault.run("--fix").code == 0


def test_of_two_runs_at_once_the_second_finds_all_mended(vault: VaultOnDisk) -> None:
    for number in range(30):
        vault.put(f"{number}.md", OLD)
    command = [sys.executable, "-m", "notelint", "--fix", "--output-format", "json"]
    runs = [
        subprocess.Popen(command, cwd=vault.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    outputs = [run.communicate() for run in runs]
    assert [(run.returncode, err) for run, (_, err) in zip(runs, outputs, strict=True)] == [
        (0, b"")
    ] * 2
    fixed = sorted(json.loads(out)["summary"]["fixed"] for out, _ in outputs)
    assert fixed == [0, 30]
    assert {vault.text(f"{number}.md") for number in range(30)} == {NEW}


# --- no place for records


def test_without_a_place_for_records_notes_are_mended_and_it_is_said(
    vault: VaultOnDisk, own_folders: Path
) -> None:
    vault.put("a.md", OLD)
    own_folders.write_text("a file where the folder should be")
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, NEW)
    assert "`notelint undo` cannot restore" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "number", [errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOLCK]
)
def test_a_home_that_cannot_be_written_to_is_no_place(vault: VaultOnDisk, number: int) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    vault.put("a.md", OLD)
    vault.monkeypatch.setattr(os, "mkdir", refuse)
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, NEW)
    assert "`notelint undo` cannot restore" in ran.err


def test_a_disk_without_locks_is_no_place(vault: VaultOnDisk) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotImplementedError("no flock")

    vault.put("a.md", OLD)
    vault.monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, NEW)
    assert "cannot lock" in ran.err


def test_a_user_without_a_home_gets_no_folder_in_the_vault(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD)
    vault.monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: Path("~/state"))
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, NEW)
    assert "no home" in ran.err
    assert not (vault.root / "~").exists()
    assert "no home" in vault.refusal("undo", "--list")


def test_a_full_disk_is_not_a_missing_place(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD)
    fail(vault.monkeypatch, "mkdir", 1, full_disk())
    assert "No space left" in vault.refusal("--fix")
    assert vault.text("a.md") == OLD


def test_what_raises_while_notes_are_written_frees_the_vault(vault: VaultOnDisk) -> None:
    for _ in range(2):
        with (
            pytest.raises(WriteError, match="no note of the vault"),
            open_note_writer(vault.root, (), 0, print) as put,
        ):
            put(Rewrite("../a.md", b"", b"x"))
