"""What `notelint batch run` costs on vaults of growing size, and what it leaves when it is killed.

    python bench/batch.py [--sizes 10000,100000] [--folder DIR] [-j N] [--compare 20000]
    python bench/batch.py --kills 200 [--notes 300] [--seed 1]

The first makes a vault of each size (kept in DIR, where one is given), runs over it and prints
notes per second, CPU seconds, the peak of the memory of all its processes (PSS: a page that is
shared counts once), what stands on disk afterwards, and the exponent of the CPU time from one size
to the next: 1.0 is linear. A vault of up to ``--compare`` notes is checked by `notelint check` too:
the findings must be the same bytes.

The second starts run after run into one folder, kills each with all its processes (SIGKILL) at a
random moment, changes a note now and then, and lets every tenth go to its end: then what stands
there must be, byte for byte, what an undisturbed run makes.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from dictionary import make_vault

_ITEMS = 3  # of a Source, which makes notes of 2.4 kB
_PAUSE = 0.25  # seconds between two looks at the memory
_OLD = 10  # seconds; what is younger than two may change again in its time stamp


class Cost(NamedTuple):
    """What a run took: seconds, CPU seconds, bytes of memory at most, bytes on disk."""

    wall: float
    cpu: float
    memory: int
    disk: int


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "notelint", *arguments]


def measured(vault: Path, out: Path, processes: int) -> Cost:
    """A run from nothing to its end."""
    shutil.rmtree(out, ignore_errors=True)
    before, started = _cpu(), time.monotonic()
    arguments = ("batch", "run", str(vault), "-o", str(out), "-j", str(processes), "-q")
    process = subprocess.Popen(command(*arguments))
    peak = Peak(process.pid)
    if process.wait() not in (0, 1):
        raise SystemExit(f"notelint failed on {vault}")
    wall, memory = time.monotonic() - started, peak.stop()
    return Cost(wall, _cpu() - before, memory, size_of(out))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Peak:
    """The most memory that a process and all below it have together, looked at now and then."""

    def __init__(self, process: int) -> None:
        self._process, self._most, self._is_over = process, 0, False
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._is_over:
            self._most = max(self._most, sum(map(_memory, tree(self._process))))
            time.sleep(_PAUSE)

    def stop(self) -> int:
        self._is_over = True
        self._thread.join()
        return self._most


def tree(process: int) -> Iterator[int]:
    """A process and all that are below it."""
    yield process
    with suppress(OSError):
        for task in os.listdir(f"/proc/{process}/task"):
            for child in Path(f"/proc/{process}/task/{task}/children").read_text().split():
                yield from tree(int(child))


def _memory(process: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def findings(out: Path) -> Iterator[bytes]:
    """All findings of a run's vaults, in order."""
    for file in sorted(out.glob("*/findings/*.jsonl")):
        yield file.read_bytes()


def is_same(vault: Path, out: Path) -> bool:
    """Whether a check finds the same, to the byte."""
    arguments = ("check", "--no-cache", "--output-format", "jsonl", str(vault))
    process = subprocess.Popen(command(*arguments), stdout=subprocess.PIPE)
    assert process.stdout
    same = all(process.stdout.read(len(part)) == part for part in findings(out))
    rest = process.stdout.read()
    process.wait()
    return same and not rest


def grow(options: argparse.Namespace, folder: Path) -> None:
    previous: tuple[int, float] | None = None
    for size in (int(size) for size in options.sizes.split(",")):
        vault, out = folder / f"d{size}", folder / f"out{size}"
        if not vault.exists():
            make_vault(vault, size, _ITEMS)
        cost = measured(vault, out, options.processes)
        exponent = ""
        if previous:
            slope = math.log(cost.cpu / previous[1]) / math.log(size / previous[0])
            exponent = f", exponent {slope:.3f}"
        print(
            f"{size:>9,} notes: {size / cost.wall:,.0f} a second, {cost.wall:,.1f} s,"
            f" {cost.cpu:,.1f} CPU s{exponent}; memory {cost.memory / 1e6:,.0f} MB,"
            f" on disk {cost.disk / 1e6:,.0f} MB",
            flush=True,
        )
        previous = size, cost.cpu
        if size <= options.compare:
            print(f"          same bytes as a check: {is_same(vault, out)}", flush=True)


def kill(options: argparse.Namespace, folder: Path) -> None:
    """Runs that are killed, and what the next one that is not makes of what they left."""
    chance = random.Random(options.seed)
    vault, out, calm = folder / "vault", folder / "out", folder / "calm"
    make_vault(vault, options.notes, _ITEMS)
    _grow_old(vault)
    arguments = ("-j", "2", "-q", "--shard-size", "40", "--fail-on", "never")
    whole = measured_plainly(vault, calm, arguments)
    halfway = wrong = 0
    for number in range(1, options.kills + 1):
        if chance.random() < 0.2:
            _change(vault, chance)
        if chance.random() < 0.5:  # or little is left to do
            shutil.rmtree(out, ignore_errors=True)
        halfway += _killed(vault, out, arguments, chance.uniform(0, 0.9 * whole))
        if number % 10 == 0:
            shutil.rmtree(calm)
            measured_plainly(vault, calm, arguments)
            measured_plainly(vault, out, arguments)
            wrong += all_of(out) != all_of(calm)
            print(f"{number} kills, {halfway} in mid-run, {wrong} differences", flush=True)
    if wrong:
        raise SystemExit(1)


def measured_plainly(vault: Path, out: Path, arguments: tuple[str, ...]) -> float:
    """The seconds of a run to its end."""
    started = time.monotonic()
    subprocess.run(command("batch", "run", str(vault), "-o", str(out), *arguments), check=True)
    return time.monotonic() - started


def _killed(vault: Path, out: Path, arguments: tuple[str, ...], seconds: float) -> bool:
    """Whether a run was still at work when it was killed."""
    process = subprocess.Popen(
        command("batch", "run", str(vault), "-o", str(out), *arguments), start_new_session=True
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        if seconds % 0.02 < 0.01:  # half of them alone: its processes have to see it
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def _grow_old(vault: Path) -> None:
    then = time.time() - _OLD
    for path in vault.rglob("*.md"):
        os.utime(path, (then, then))


def _change(vault: Path, chance: random.Random) -> None:
    """Another text for some note, or one note more or less."""
    notes = sorted(vault.rglob("terms/**/*.md"))
    path = chance.choice(notes)
    text = path.read_text(encoding="utf-8")
    if chance.random() < 0.3:
        path = path.with_name(f"{chance.random()}.md")
    path.write_text(f"{text}- More of {chance.random()}.\n", encoding="utf-8")
    then = time.time() - _OLD - chance.random()
    os.utime(path, (then, then))


def all_of(out: Path) -> dict[str, bytes]:
    """All that a run leaves."""
    files = (path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("-j", dest="processes", type=int, default=2)
    parser.add_argument("--compare", type=int, default=20_000, metavar="NOTES")
    parser.add_argument("--kills", type=int)
    parser.add_argument("--notes", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.kills:
            kill(options, Path(folder))
        else:
            grow(options, options.folder or Path(folder))


if __name__ == "__main__":
    main()
