"""What notelint costs beside rumdl and mdsmith, both of which are compiled: whole processes, in
pairs that take turns, each ratio the median of its pairs.

    python bench/rivals.py [--notes 10000] [--pairs 5] [--help-vault FOLDER] [--write]

`rumdl` and `mdsmith` are taken from the path, and left out where they are not there; notelint is
the one that is installed, with its byte code. ``--help-vault`` is a checkout of Obsidian's help.
``--write`` puts the table into docs/performance.md. CPU is that of all processes of a run, memory
what all of them hold at the worst moment that was seen, of what some share each its part.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dictionary import make_vault

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
BEGIN, END = "<!-- table -->", "<!-- end of the table -->"
HEAD = ("case", "notelint", "beside", "at most", "wall", "CPU", "memory")
NOTELINT = ("notelint", "--output-format", "concise")
RUMDL = ("rumdl", "check")
MDSMITH = ("mdsmith", "check")


class Case(NamedTuple):
    """Two commands on one vault. ``at_most`` is what their ratio may be, and of what; ``before`` is
    done before each run of notelint, ``path`` says what of the vault is checked."""

    name: str
    options: tuple[str, ...]
    rival: tuple[str, ...]
    at_most: str = ""
    path: str = "."
    edits: bool = False
    vault: str = "made"


CASES = (
    Case("cold", ("--no-cache",), (*RUMDL, "--no-cache"), "wall 1.0"),
    Case("cold, as JSON", ("--no-cache", "--output-format", "json"),
         (*RUMDL, "--no-cache", "--output-format", "json"), "memory 0.7"),
    Case("cold", ("--no-cache",), MDSMITH),
    Case("nothing changed", (), RUMDL, "wall 0.15"),
    Case("one note changed, all checked", (), RUMDL, edits=True),
    Case("one note changed, that one checked", (), (*RUMDL, "--no-cache"), "wall 3.0",
         path="note", edits=True),
    Case("Obsidian's help, cold", ("--no-cache",), (*RUMDL, "--no-cache"), "wall 1.5",
         vault="help"),
)  # fmt: skip


@dataclass
class Cost:
    """What a run took: seconds, and bytes."""

    wall: float
    cpu: float
    memory: int


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder, its output thrown away."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = [0]
    watcher = threading.Thread(target=_watch, args=(run, peak), daemon=True)
    watcher.start()
    code = run.wait()
    wall = time.perf_counter() - start
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if code not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed with {code}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, max(peak[0], 1))


def _watch(run: subprocess.Popen[bytes], peak: list[int]) -> None:
    while run.poll() is None:
        peak[0] = max(peak[0], sum(map(_held, _tree(run.pid))))
        time.sleep(0.02)


def _tree(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return
    for child in children.split():
        yield from _tree(int(child))


def _held(process: int) -> int:
    """The bytes of a process in memory: a page that two processes share counts half for each, as
    what was there before a process forked is there once."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    lines = (line.split() for line in told.splitlines())
    return sum(1024 * int(line[1]) for line in lines if line[0] == "Pss:")


class Pair(NamedTuple):
    """Two runs, one behind the other."""

    own: Cost
    other: Cost


def pairs_of(case: Case, vault: Path, kept: Path, count: int) -> list[Pair]:
    """The costs of a case, after a run of each that warms the caches."""
    note = next(vault.rglob("terms/*/*.md"), None)
    path = str(note.relative_to(vault)) if case.path == "note" and note else case.path
    is_cached = "--no-cache" not in case.options
    own = [*NOTELINT, *case.options, *(["--cache-dir", str(kept / "n")] if is_cached else []), path]
    is_cached = case.rival[0] == "rumdl" and "--no-cache" not in case.rival
    other = [*case.rival, *(["--cache-dir", str(kept / "r")] if is_cached else []), path]
    edit = _editing(note) if case.edits and note else lambda: None
    for command in (_whole(own, path), other):
        cost_of(command, vault)
    pairs = []
    for _ in range(count):
        edit()
        mine = cost_of(own, vault)
        edit()
        pairs.append(Pair(mine, cost_of(other, vault)))
    return pairs


def _whole(command: list[str], path: str) -> list[str]:
    """The same on all notes, for what is known of them."""
    return [*command[: -1 if path else None], "."]


def _editing(note: Path) -> Callable[[], None]:
    """What changes a note a little each time. Its time is set back: what was written within two
    seconds counts as still being written."""
    text, times = note.read_text(encoding="utf-8"), iter(range(1, 10_000))

    def edit() -> None:
        number = next(times)
        note.write_text(f"{text.rstrip()}\n\nSeen {number} times.\n", encoding="utf-8")
        then = time.time() - 10_000 + number
        os.utime(note, (then, then))

    return edit


def row_of(case: Case, pairs: Sequence[Pair]) -> tuple[str, ...]:
    """A line of the table: ratios, below 1 where notelint takes less."""
    ratios = [
        statistics.median(getattr(own, kind) / getattr(other, kind) for own, other in pairs)
        for kind in ("wall", "cpu", "memory")
    ]
    own, other = " ".join(("notelint", *case.options)), " ".join(case.rival)
    shown = (f"{ratio:.2f}" for ratio in ratios)
    return (case.name, f"`{own}`", f"`{other}`", case.at_most, *shown)


def table_of(rows: Sequence[tuple[str, ...]]) -> list[str]:
    lines = [HEAD, ("---",) * 4 + ("--:",) * 3, *rows]
    return [f"| {' | '.join(line)} |" for line in lines]


def write_page(table: Sequence[str], about: str) -> None:
    """Put the table where the page has it."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    content = "\n".join(["", about, "", *table, ""])
    PAGE.write_text(f"{before}{BEGIN}\n{content}\n{END}{after}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--help-vault", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        vault, rows = Path(folder) / "vault", []
        make_vault(vault, options.notes)
        then = time.time() - 20_000
        for path in (vault, *vault.rglob("*")):
            os.utime(path, (then, then))
        for number, case in enumerate(CASES):
            where = vault if case.vault == "made" else options.help_vault
            if where is None or not shutil.which(case.rival[0]):
                continue
            kept = Path(folder) / str(number)
            rows.append(row_of(case, pairs_of(case, where, kept, options.pairs)))
            print("| " + " | ".join(rows[-1]) + " |", flush=True)
    about = (
        f"{options.notes:,} notes, {options.pairs} pairs, CPython {platform.python_version()}, "
        f"{len(os.sched_getaffinity(0))} cores, {_versions()}."
    )
    if options.write:
        write_page(table_of(rows), about)
    print(about)


def _versions() -> str:
    found = [
        subprocess.run([name, option], capture_output=True, text=True, check=False).stdout.strip()
        for name, option in (("rumdl", "--version"), ("mdsmith", "version"))
        if shutil.which(name)
    ]
    return ", ".join(filter(None, (text.splitlines()[0] if text else "" for text in found)))


if __name__ == "__main__":
    sys.exit(main())
