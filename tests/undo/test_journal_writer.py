"""What a fixing run under way records of itself, before each note is replaced."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.faults import deaths, fail
from support.on_disk import VaultOnDisk
from support.records import NOON, mended
from support.writing import NEW, OLD, needs_fork

from notelint.cli import main
from notelint.disk import state_folder
from notelint.undo import Rewrite, record_files
from notelint.undo.journal import digest
from notelint.undo.journal_writer import Recording
from notelint.values import WriteError


@pytest.mark.parametrize(
    "arguments", [[], ["--diff"], ["--fix", "--diff"], ["--fix", "--select", "source-spacing"]]
)
def test_a_run_that_writes_nothing_is_not_recorded(
    vault: VaultOnDisk, arguments: list[str]
) -> None:
    vault.put("a.md", OLD)
    vault.run(*arguments)
    vault.run("-", "--stdin-filename", "b.md", "--fix", stdin=OLD.encode())
    assert record_files(state_folder(vault.root)) == []
    assert "is on record" in vault.run("undo", "--list").out


def test_records_are_outside_of_the_vault_and_private(
    vault: VaultOnDisk, own_folders: Path
) -> None:
    mended(vault, "a.md")
    assert sorted(os.listdir(vault.root)) == [".obsidian", "a.md"]
    folder = state_folder(vault.root)
    assert folder.is_relative_to(own_folders)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_a_note_that_cannot_be_recorded_is_left_alone(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD)
    fail(vault.monkeypatch, "write", 2, OSError(errno.ENOSPC, "No space left on device"))
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (2, OLD)
    assert "`notelint undo` could not restore it" in ran.err


rewrites = st.builds(
    Rewrite,
    st.text() | st.just(os.fsdecode(b"caf\xe9.md")),
    st.binary(),
    st.binary(),
    st.lists(st.text(max_size=9), max_size=3).map(tuple),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(rewrites, min_size=1, max_size=4))
def test_what_is_recorded_is_what_is_read(changes: list[Rewrite]) -> None:
    with TemporaryDirectory() as folder:
        recording = Recording(Path(folder), Path(folder), NOON)
        for change in changes:
            recording.add(change)
        recording.close()
        [file] = record_files(Path(folder))
        record = file.read()
    assert (file.number, file.was_undone) == (1, False)
    assert (record.started.timestamp(), record.damaged) == (NOON, 0)
    assert [(entry.path, entry.before, entry.after, entry.rules) for entry in record.entries] == [
        (change.path, change.before, digest(change.after), change.rules) for change in changes
    ]


@pytest.mark.parametrize("call", ["write", "fsync"])
@pytest.mark.parametrize("is_cut_off", [True, False])
def test_a_line_that_failed_spoils_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, is_cut_off: bool
) -> None:
    recording = Recording(tmp_path, tmp_path, NOON)
    recording.add(Rewrite("a.md", b"a", b"x"))
    with monkeypatch.context() as patch:
        fail(patch, call, 1, OSError(errno.EIO, "Input/output error"))
        if not is_cut_off:
            fail(patch, "ftruncate", 1, OSError(errno.EIO, "Input/output error"))
        with pytest.raises(WriteError, match="Input/output error"):
            recording.add(Rewrite("b.md", b"b" * 999, b"x"))
    recording.add(Rewrite("c.md", b"c" * 9999, b"x"))
    recording.close()
    [file] = record_files(tmp_path)
    names = [entry.path for entry in file.read().entries]
    assert [name for name in names if name != "b.md"] == ["a.md", "c.md"]


@needs_fork
def test_after_a_death_at_any_step_of_a_run_undo_gives_back_every_byte(
    vault: VaultOnDisk,
) -> None:
    names, seen = ("a.md", "b.md"), set()
    for name in names:
        vault.put(name, OLD)
    for _ in deaths(lambda: main(["--fix"])):
        seen.add(tuple(vault.text(name) for name in names))
        shown = [name for name in os.listdir(vault.root) if not name.startswith(".")]
        assert sorted(shown) == list(names)
        vault.run("undo")
        assert {vault.text(name) for name in names} == {OLD}
    assert seen == {(OLD, OLD), (NEW, OLD), (NEW, NEW)}


def test_a_note_that_could_not_be_restored_is_not_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notelint.undo.journal_writer.LARGEST_NOTE", 10)
    recording = Recording(tmp_path, tmp_path, NOON)
    with pytest.raises(WriteError, match="could not restore it"):
        recording.add(Rewrite("a.md", b"x" * 11, b"y"))
    assert record_files(tmp_path) == []
