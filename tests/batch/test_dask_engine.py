"""Dask's workers: the same is left as by one process, whoever dies meanwhile."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.batches import all_of, findings, grow_old, run
from support.on_disk import VaultOnDisk
from support.poison import poison

from notelint.batch import Asked, cluster_engine, run_vaults
from notelint.values import NotelintError, UsageError

NOTE = "## Synthesis\n- The e-mail of [[{other}]], a ﬁlm.\n## Source [^1]\n- $n$. A wall.\n"


@pytest.fixture
def house(vault: VaultOnDisk) -> VaultOnDisk:
    for number in range(30):
        vault.put(f"{number:02}.md", NOTE.format(other=f"{number + 1:02}"))
    grow_old(vault.root)
    return vault


def command(vault: Path, out: Path, *more: str) -> list[str]:
    """A run by itself: what Dask says and leaves is no business of the tests' process."""
    start = [sys.executable, "-m", "notelint", "batch", "run", str(vault), "-o", str(out)]
    return [*start, "--engine", "dask", "--shard-size", "3", "--fail-on", "never", *more]


def test_two_workers_leave_what_one_process_would(house: VaultOnDisk, tmp_path: Path) -> None:
    run(house.root, tmp_path / "one", 3)
    given = command(house.root, tmp_path / "two", "-j", "2")
    done = subprocess.run(given, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert all_of(tmp_path / "one") == all_of(tmp_path / "two")


def test_a_note_that_kills_its_worker_is_passed_over(
    house: VaultOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(house.root, tmp_path / "whole", 3)
    poison("07.md", tmp_path / "site", monkeypatch)
    given = command(house.root, tmp_path / "out", "-j", "2", "-q")
    done = subprocess.run(given, capture_output=True, text=True, check=False)
    assert done.stderr == "notelint: 07.md: passed over: its worker died\n"
    assert done.returncode == 2
    whole = findings(tmp_path / "whole/vault/findings").splitlines(True)
    others = [line for line in whole if b'"path": "07.md"' not in line]
    assert findings(tmp_path / "out/vault/findings").splitlines(True) == others != whole


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and some workers, each a process; the address, and all of them."""
    told = folder / "scheduler.json"
    scheduler = _dask("scheduler", "--scheduler-file", str(told), "--port", "0", "--no-dashboard")
    started = [scheduler]
    try:
        while not told.exists() or not told.read_text():
            time.sleep(0.05)
        [address] = re.findall(r'"address": "([^"]+)"', told.read_text())
        given = (address, "--nthreads", "1", "--no-dashboard", "--no-nanny")
        started += [_dask("worker", *given) for _ in range(workers)]
        yield address, started
    finally:
        for process in started:
            process.kill()
            process.wait()


def _dask(kind: str, *given: str) -> subprocess.Popen[bytes]:
    silent = subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + kind, *given], stdout=silent, stderr=silent
    )


def test_a_worker_that_is_killed_in_mid_run_changes_nothing(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    run(house.root, tmp_path / "calm", 3)
    with cluster(tmp_path, 2) as (address, started):
        out = tmp_path / "out"
        running = subprocess.Popen(command(house.root, out, "--scheduler", address, "-q"))
        _wait_for(out / "vault" / "facts")
        started[1].send_signal(signal.SIGKILL)
        assert running.wait() == 0
    assert findings(out / "vault/findings") == findings(tmp_path / "calm/vault/findings")


def test_a_scheduler_that_is_killed_ends_the_run_and_the_next_goes_on(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    run(house.root, tmp_path / "calm", 3)
    out = tmp_path / "out"
    with cluster(tmp_path, 1) as (address, started):
        given = command(house.root, out, "--scheduler", address)
        running = subprocess.Popen(given, stderr=subprocess.PIPE, text=True)
        _wait_for(out / "vault" / "facts")
        started[0].send_signal(signal.SIGKILL)
        _, said = running.communicate()
    assert said == (
        f"notelint: --scheduler {address}: the scheduler is gone; run it again: what is done is not"
        " done twice\n"
    )
    assert running.returncode == 2
    (tmp_path / "scheduler.json").unlink()
    with cluster(tmp_path, 2) as (address, _):
        given = command(house.root, out, "--scheduler", address)
        done = subprocess.run(given, capture_output=True, text=True, check=True)
    assert " known)" in done.stdout
    assert findings(out / "vault/findings") == findings(tmp_path / "calm/vault/findings")


def _wait_for(folder: Path) -> None:
    """Wait until something stands in a folder."""
    deadline = time.monotonic() + 60
    while not folder.is_dir() or not os.listdir(folder):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_scheduler_that_does_not_answer_is_told(house: VaultOnDisk, tmp_path: Path) -> None:
    engine = cluster_engine("tcp://127.0.0.1:1", None)
    with pytest.raises(UsageError, match=r"--scheduler tcp://127.0.0.1:1: no scheduler answers"):
        run_vaults([str(house.root)], str(tmp_path / "out"), Asked(), engine)


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NotelintError, match=r"pip install 'notelint\[cluster\]'"):
        cluster_engine(None, None)
