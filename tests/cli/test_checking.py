"""Whole runs beside a cache: at once, killed, on a full disk, in folders that take nothing. What
they print is what they print without it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.on_disk import Ran, VaultOnDisk
from support.packs import RUNAWAY, SLOW, entry, pack, using

from notelint.packs import budget
from notelint.run import stopped_rules
from notelint.run.stopped_rules import MOST_STOPS

KEPT = ("--cache-dir", "../kept")
SETTLED = 1_000_000_000  # s; a note of that age is known by its time
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="signals and limits of Linux")


def fill(vault: VaultOnDisk, count: int = 12, text: str = "Walls") -> None:
    for number in range(count):
        link = f"[[note {(number + 1) % count}#{text}]] [[gone {number}]]"
        put(vault, f"note {number}.md", f"# {text}\n\nSome side-effect of {link}.\n", number)


def put(vault: VaultOnDisk, name: str, text: str, age: int = 0) -> None:
    os.utime(vault.put(name, text), (SETTLED + age, SETTLED + age))


def start(vault: VaultOnDisk, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "notelint", *options],
        cwd=vault.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def kept_files(vault: VaultOnDisk) -> list[str]:
    """The cache, and parts of one."""
    folder = vault.root.parent / "kept"
    return sorted(path.name for path in folder.glob("*.cache*")) if folder.is_dir() else []


def as_without(vault: VaultOnDisk, *options: str) -> Ran:
    """A run with a cache, which tells the same as one without."""
    ran = vault.json(*options)
    assert ran == vault.json("--no-cache")
    return ran


@pytest.mark.parametrize("option", [["--no-cache"], KEPT])
def test_a_heading_that_goes_is_missed_at_once(vault: VaultOnDisk, option: list[str]) -> None:
    put(vault, "a.md", "[[b#Walls]]\n")
    put(vault, "b.md", "# Walls\n")
    assert vault.json(*option).names == []
    assert vault.json(*option).names == []
    vault.put("b.md", "# Floors\n")
    assert vault.json(*option).names == ["unresolved-heading"]


def test_the_cache_is_where_it_was_asked_for(vault: VaultOnDisk) -> None:
    fill(vault)
    vault.json("--no-cache", *KEPT)
    assert kept_files(vault) == []
    vault.json(*KEPT)
    assert [Path(name).suffix for name in kept_files(vault)] == [".cache"]


@pytest.mark.parametrize("form", ["concise", "full", "json", "grouped", "sarif", "junit", "gitlab"])
def test_a_report_on_what_was_kept_is_the_same(vault: VaultOnDisk, form: str) -> None:
    fill(vault)
    options = ("--output-format", form, "--select", "ALL")
    fresh = vault.run("--no-cache", *options)
    assert fresh.code == 1
    assert [vault.run(*KEPT, *options) for _ in range(2)] == [fresh, fresh]


# --- places that take nothing, or hold something else


def _file(place: Path) -> None:
    place.write_bytes(b"mine")


def _pipe(place: Path) -> None:
    os.mkfifo(place)


def _circle(place: Path) -> None:
    place.symlink_to(place)


@on_linux
@pytest.mark.parametrize("make", [_file, _pipe, _circle])
def test_a_folder_that_is_none_is_no_reason_to_fail(
    vault: VaultOnDisk, make: Callable[[Path], None]
) -> None:
    fill(vault)
    make(vault.root.parent / "kept")
    for _ in range(2):
        as_without(vault, *KEPT)


@on_linux
def test_a_folder_of_the_system_is_no_reason_to_fail(vault: VaultOnDisk) -> None:
    fill(vault)
    as_without(vault, "--cache-dir", "/proc/kept")


@on_linux
@pytest.mark.parametrize("make", [_file, _pipe, _circle, os.mkdir])
def test_what_is_in_the_place_of_the_cache_is_no_reason_to_fail(
    vault: VaultOnDisk, make: Callable[[Path], None]
) -> None:
    fill(vault)
    vault.json(*KEPT)
    [name] = kept_files(vault)
    place = vault.root.parent / "kept" / name
    place.unlink()
    make(place)
    for _ in range(2):
        as_without(vault, *KEPT)
    assert kept_files(vault) == [name]


LIMITED = """
import resource, signal, sys
from notelint.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.exit(main(sys.argv[2:]))
"""


@on_linux
@pytest.mark.parametrize("size", [0, 1, 1000])
def test_a_full_disk_is_no_reason_to_fail_and_holds_no_part_of_a_file(
    vault: VaultOnDisk, size: int
) -> None:
    fill(vault)
    fresh = vault.json("--no-cache")
    options = ("--output-format", "json", *KEPT)
    for before in ([], kept_files(vault)):
        done = subprocess.run(
            [sys.executable, "-c", LIMITED, str(size), *options],
            cwd=vault.root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert Ran(done.returncode, done.stdout, done.stderr) == fresh
        assert kept_files(vault) == before


# --- runs at once, and runs that are killed


@on_linux
def test_runs_at_once_tell_the_same_and_leave_one_cache(vault: VaultOnDisk) -> None:
    fill(vault, 40)
    fresh = vault.json("--no-cache").out.encode()
    for turn in range(2):
        runs = [start(vault, "--output-format", "json", *KEPT) for _ in range(3)]
        assert [run.communicate() for run in runs] == [(fresh, b"")] * 3
        assert len(kept_files(vault)) == 1
        put(vault, "note 3.md", "# Walls\n" + "x\n" * turn, 100 + turn)
        fresh = as_without(vault, *KEPT).out.encode()


@on_linux
def test_a_run_that_is_killed_leaves_the_next_one_right(vault: VaultOnDisk) -> None:
    chance = random.Random(1)
    fill(vault, 60)
    started = time.monotonic()
    start(vault, "-q", *KEPT).communicate()
    whole = time.monotonic() - started
    for turn in range(6):
        put(vault, f"note {turn}.md", chance.choice(("# Walls\n", "# Doors\n")), 100 + turn)
        run = start(vault, "-q", *KEPT)
        try:
            run.communicate(timeout=whole * chance.uniform(0.5, 1.05))
        except subprocess.TimeoutExpired:
            run.kill()
            run.communicate()
        as_without(vault, *KEPT)
    folder = vault.root.parent / "kept"
    for left in folder.iterdir():
        os.utime(left, (SETTLED, SETTLED))
    put(vault, "note 1.md", "# Doors\n", 200)
    as_without(vault, *KEPT)
    assert len(kept_files(vault)) == 1


# --- rules that ran away


@pytest.fixture
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", 0.05)


@pytest.mark.usefixtures("_hurry")
def test_what_is_found_after_a_stop_is_not_kept(vault: VaultOnDisk) -> None:
    using(vault, pack(slow_rule=SLOW, house_rule=entry()))
    put(vault, "a.md", "A fence.\n")
    put(vault, "b.md", RUNAWAY)
    put(vault, "c.md", "Another fence.\n")
    first = vault.json(*KEPT)
    assert (first.code, first.names) == (2, ["house-rule"] * 3)
    assert "slow-rule" in first.err
    assert [vault.json(*KEPT), vault.json("--no-cache")] == [first, first]


@pytest.mark.usefixtures("_hurry")
def test_what_is_found_once_no_rule_of_a_pack_runs_any_more_is_not_kept(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stopped_rules, "MOST_STOPS_IN_ALL", 1)
    using(vault, pack(slow_rule=SLOW, house_rule=entry()))
    put(vault, "a.md", "A fence.\n")
    put(vault, "b.md", RUNAWAY)
    put(vault, "c.md", "Another fence.\n")
    assert vault.json(*KEPT).names == ["house-rule"]  # of the first note alone
    (vault.root / "b.md").unlink()
    assert vault.json(*KEPT).names == ["house-rule"] * 2


@pytest.mark.usefixtures("_hurry")
def test_a_rule_that_runs_no_more_is_left_out_where_something_was_kept_too(
    vault: VaultOnDisk,
) -> None:
    using(vault, pack(slow_rule={**SLOW, "patterns": [{"find": "(a+)+$|fence"}]}))
    put(vault, "a.md", "A fence.\n")
    for number in range(MOST_STOPS):
        put(vault, f"b{number}.md", RUNAWAY)
    put(vault, "c.md", "Another fence.\n")
    options = ("--select", "slow-rule", "--output-format", "json")
    assert vault.run("c.md", *options, *KEPT).code == 1  # it runs there, and what it finds is kept
    fresh = vault.run("--no-cache", *options)
    found = [item["path"] for item in fresh.report["diagnostics"]]
    assert found == ["a.md"]
    assert [vault.run(*options, *KEPT) for _ in range(2)] == [fresh, fresh]


def test_verbose_says_what_the_cache_did(vault: VaultOnDisk) -> None:
    old = time.time() - 3600
    for name in ("a.md", "b.md"):
        os.utime(vault.put(name, "A wall.\n"), (old, old))
    said = [vault.run("-v").err.splitlines()[-1] for _ in range(2)]
    os.utime(vault.put("a.md", "Another wall.\n"), (old + 1, old + 1))
    said.append(vault.run("-v").err.splitlines()[-1])
    said.append(vault.run("-v", "--fix").err.splitlines()[-1])
    assert [line.removeprefix("notelint: ") for line in said] == [
        "2 notes read, 2 parsed, 2 checked, 0 taken from the cache",
        "0 notes read, 0 parsed, 0 checked, 2 taken from the cache",
        "1 note read, 1 parsed, 1 checked, 1 taken from the cache",
        "2 notes read, 2 parsed, 2 checked, 0 taken from the cache",
    ]
