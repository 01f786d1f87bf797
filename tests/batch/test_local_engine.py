"""Processes of this machine: what becomes of a run when they die, and of them when it does."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.batches import all_of, findings, grow_old, run
from support.on_disk import VaultOnDisk
from support.poison import poison

from notelint.batch import Asked, LocalEngine, local_engine, run_vaults
from notelint.values import NotelintError

NOTE = "## Synthesis\n- The e-mail of [[{other}]], a ﬁlm.\n## Source [^1]\n- $n$. A wall.\n"


@pytest.fixture
def house(vault: VaultOnDisk) -> VaultOnDisk:
    for number in range(30):
        vault.put(f"{number:02}.md", NOTE.format(other=f"{number + 1:02}"))
    grow_old(vault.root)
    return vault


def test_processes_leave_what_one_would(house: VaultOnDisk, tmp_path: Path) -> None:
    run(house.root, tmp_path / "one", 7)
    run_vaults([str(house.root)], str(tmp_path / "two"), Asked(shard_size=7), LocalEngine(2))
    assert all_of(tmp_path / "one") == all_of(tmp_path / "two")


def test_a_note_that_kills_its_process_is_passed_over(
    house: VaultOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(house.root, tmp_path / "whole", 30)
    poison("07.md", tmp_path / "site", monkeypatch)
    engine = LocalEngine(2)
    [came] = run_vaults([str(house.root)], str(tmp_path / "out"), Asked(shard_size=30), engine)
    why = "07.md: passed over: its process was killed by SIGKILL"
    assert came.failures == [("07.md", why)]
    whole = findings(tmp_path / "whole/vault/findings").splitlines(True)
    others = [line for line in whole if b'"path": "07.md"' not in line]
    assert findings(tmp_path / "out/vault/findings").splitlines(True) == others != whole


def test_a_process_that_listed_a_large_vault_is_followed_by_another(
    house: VaultOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = "from notelint.batch.worker import work"
    small = f"import notelint.batch.list_step as step; step._LARGE = 3; {begin}"
    monkeypatch.setattr(local_engine, "_WORK", local_engine._WORK.replace(begin, small))
    run(house.root, tmp_path / "one", 7)
    run_vaults([str(house.root)], str(tmp_path / "two"), Asked(shard_size=7), LocalEngine(1))
    assert all_of(tmp_path / "one") == all_of(tmp_path / "two")


def test_where_no_process_can_start_the_run_ends(
    house: VaultOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    with pytest.raises(NotelintError, match="no process can work here: No such file"):
        run_vaults([str(house.root)], str(tmp_path / "out"), Asked(), LocalEngine(2))
    false = tmp_path / "false"
    false.write_text("#!/bin/sh\nexit 3\n")
    false.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(false))
    with pytest.raises(NotelintError, match="no process can work here: ended with code 3"):
        run_vaults([str(house.root)], str(tmp_path / "out"), Asked(), LocalEngine(2))


def command(vault: Path, out: Path) -> list[str]:
    start = [sys.executable, "-m", "notelint", "batch", "run", str(vault), "-o", str(out)]
    return [*start, "--shard-size", "3", "-j", "2", "-q", "--fail-on", "never"]


@pytest.mark.parametrize("is_alone", [True, False])
def test_a_run_that_is_killed_and_run_again_leaves_the_same(
    house: VaultOnDisk, tmp_path: Path, is_alone: bool
) -> None:
    """At moments of a fixed seed; `bench/batch.py --kills` does it hundreds of times."""
    chance = random.Random(7)
    run(house.root, tmp_path / "calm", 3)
    for _ in range(4):
        killed = subprocess.Popen(command(house.root, tmp_path / "out"), start_new_session=True)
        time.sleep(chance.uniform(0.2, 2.5))
        if is_alone:
            killed.kill()
        else:
            os.killpg(killed.pid, signal.SIGKILL)
        killed.wait()
    subprocess.run(command(house.root, tmp_path / "out"), check=True)
    assert all_of(tmp_path / "out") == all_of(tmp_path / "calm")


def test_processes_end_with_the_run_that_started_them(house: VaultOnDisk, tmp_path: Path) -> None:
    run_alone = subprocess.Popen(command(house.root, tmp_path / "out"))
    workers = _children(run_alone.pid)
    run_alone.kill()
    run_alone.wait()
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{worker}/cmdline").exists() for worker in workers):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def worked(
    tmp_path: Path, folder: str, told: bytes, work: str = local_engine._WORK
) -> subprocess.CompletedProcess[bytes]:
    """A process that is told something by one that is then gone."""
    (tmp_path / "copies").mkdir()
    command = [sys.executable, "-P", "-c", work, json.dumps(sys.path), str(tmp_path / folder)]
    return subprocess.run(command, input=told, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("folder", "told"), [("copies", b""), ("gone", b""), ("copies", b'{"step": "li')]
)
def test_a_process_whose_starter_is_gone_ends_without_a_word(
    tmp_path: Path, folder: str, told: bytes
) -> None:
    ended = worked(tmp_path, folder, told)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert not list(tmp_path.glob("*/*"))


def test_ctrl_c_is_nothing_to_a_process_that_starts(tmp_path: Path) -> None:
    begin = "from notelint.batch.worker import work"
    pressed = f"import os, signal; os.kill(os.getpid(), signal.SIGINT); {begin}"
    ended = worked(tmp_path, "copies", b"", local_engine._WORK.replace(begin, pressed))
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize("is_alone", [True, False])
def test_a_run_that_is_asked_to_end_takes_all_with_it_that_it_copied(
    house: VaultOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_alone: bool
) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    monkeypatch.setenv("TMPDIR", str(copies))
    asked = subprocess.Popen(command(house.root, tmp_path / "out"), start_new_session=True)
    _children(asked.pid)
    for _ in range(2):
        if is_alone:
            asked.terminate()
        else:
            os.killpg(asked.pid, signal.SIGTERM)
    assert asked.wait() == 128 + signal.SIGTERM
    assert os.listdir(copies) == []


def _children(process: int) -> list[str]:
    """The processes that one has started, once there are some."""
    if sys.platform != "linux":
        pytest.skip("the system does not tell which processes one has started")
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        tasks = Path(f"/proc/{process}/task").iterdir()
        found = " ".join((task / "children").read_text() for task in tasks).split()
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError("no process was started")
