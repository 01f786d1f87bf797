"""One at a time: who writes in a vault, or undoes what was written, waits for the others."""

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
from support.writing import NEW, OLD, full_disk

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
@pytest.mark.parametrize("arguments", [["--fix"], ["--fix", "--unsafe-fixes"], ["undo"]])
def test_who_writes_waits_and_then_says_so(vault: VaultOnDisk, arguments: list[str]) -> None:
    vault.put("b.md", OLD)
    vault.run("--fix")
    vault.put("a.md", OLD)
    with another_run(vault.root):
        assert "another run" in vault.refusal(*arguments)
    assert vault.text("b.md") == NEW
    assert vault.text("a.md") == OLD


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("arguments", [[], ["--unsafe-fixes"], ["--diff"], ["--fix", "--diff"]])
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


def test_a_full_disk_is_not_a_missing_place(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD)
    fail(vault.monkeypatch, "mkdir", 1, full_disk())
    assert "No space left" in vault.refusal("--fix")
    assert vault.text("a.md") == OLD
