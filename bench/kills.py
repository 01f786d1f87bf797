"""Kill fixing runs at random moments, and look at what they leave.

    python bench/kills.py [--kills 500] [--notes 60] [--seed 1]

Makes a vault in a temporary folder, measures when a run writes, and then starts run after run and
kills each one (SIGKILL) at a moment between shortly before its first and shortly after its last
note. After each kill every note must be old or new, byte for byte, nothing that a vault shows may
be left, and `notelint undo` must give back every old byte; half of the undos are killed as well and
repeated. Every tenth time the vault is then mended to the end, which must clear away what was left.
A kill says nothing of a power cut: that notes and records are synced is checked by the tests.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

FIX = ("--fix", "--no-cache", "-q", "--fail-on", "never")
UNDO = ("undo",)
NOTE = """\
## Synthesis
- What the {number}th thing is: a ﬁlm that ﬂows, 🧫𝔸.
## Source [^1]
- $n$. A wall$\\textemdash$and so\u00adft.
- $v b$. To wall.
## References

[^1]: [[(Home Page) A Dictionary of Psychology]]
"""


@dataclass
class Tally:
    """What was seen after the kills. All but the first five must stay 0."""

    kills: int = 0
    halfway: int = 0  # kills that left both old and new notes
    old: int = 0
    new: int = 0
    hidden: int = 0  # files that a vault does not show, for the next run to clear away
    other: int = 0
    debris: int = 0
    undo_failures: int = 0
    left_behind: int = 0  # after a run to the end

    @property
    def is_good(self) -> bool:
        return not (self.other or self.debris or self.undo_failures or self.left_behind)


@dataclass
class Range:
    """A vault to shoot at: its notes before and after a run, and when a run writes them."""

    root: Path
    state: Path
    chance: random.Random
    old: dict[str, bytes] = field(default_factory=dict)
    new: dict[str, bytes] = field(default_factory=dict)
    writing: tuple[float, float] = (0, 0)
    undoing: tuple[float, float] = (0, 0)

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "notelint", *arguments],
            cwd=self.root,
            env={**os.environ, "XDG_STATE_HOME": str(self.state)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def whole(self, *arguments: str) -> int:
        return self.start(*arguments).wait()

    def killed(self, moments: tuple[float, float], *arguments: str) -> None:
        """A run that is killed at one of these moments, or was done before."""
        first, last = moments
        process = self.start(*arguments)
        try:
            process.wait(self.chance.uniform(first * 0.95, last + (last - first) * 0.05))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def notes(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.root.glob("*.md")}

    def restore(self) -> None:
        for name, content in self.old.items():
            (self.root / name).write_bytes(content)

    def measure(self, *arguments: str) -> tuple[float, float]:
        """When a run writes its first and its last note, in seconds from its start."""
        started = time.time()
        if self.whole(*arguments):
            raise SystemExit(f"notelint {' '.join(arguments)} failed")
        times = [path.stat().st_mtime - started for path in self.root.glob("*.md")]
        return min(times), max(times)


def make_range(folder: Path, notes: int, seed: int) -> Range:
    """A vault whose notes all have something to mend, with every kind of line ending."""
    made = Range(folder / "vault", folder / "state", random.Random(seed))
    (made.root / ".obsidian").mkdir(parents=True)
    for number in range(notes):
        text = NOTE.format(number=number).replace("\n", ("\n", "\r\n", "\r")[number % 3])
        content = ("\ufeff" if number % 4 == 0 else "") + text * (1 + number % 5)
        made.old[f"note {number:04}.md"] = content.encode()
    made.restore()
    made.writing = made.measure(*FIX)
    made.new = made.notes()
    if any(made.old[name] == content for name, content in made.new.items()):
        raise SystemExit("a note was not mended, so the vault proves nothing")
    made.undoing = made.measure(*UNDO)
    return made


def shoot(at: Range, tally: Tally) -> None:
    """One killed run, and what comes of it."""
    tally.kills += 1
    at.killed(at.writing, *FIX)
    count(at, tally)
    if at.chance.random() < 0.5:
        at.killed(at.undoing, *UNDO)
        count(at, tally, is_undo=True)
    at.whole(*UNDO)  # says so where the run had changed nothing yet, or all is undone already
    if at.notes() != at.old:
        tally.undo_failures += 1
        at.restore()
    if tally.kills % 10 == 0:
        at.whole(*FIX)
        tally.left_behind += at.notes() != at.new
        tally.left_behind += len(list(at.root.glob(".notelint-*")))
        at.whole(*UNDO)
        tally.undo_failures += at.notes() != at.old


def count(at: Range, tally: Tally, is_undo: bool = False) -> None:
    notes = at.notes()
    old = sum(notes.get(name) == content for name, content in at.old.items())
    new = sum(notes.get(name) == content for name, content in at.new.items())
    tally.other += len(at.old) - old - new
    shown = {name for name in os.listdir(at.root) if not name.startswith(".")}
    tally.debris += len(shown - at.old.keys())
    if not is_undo:
        tally.old, tally.new = tally.old + old, tally.new + new
        tally.halfway += 0 < new < len(at.old)
        tally.hidden += len(list(at.root.glob(".notelint-*")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--notes", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        at = make_range(Path(folder), options.notes, options.seed)
        first, last = at.writing
        print(f"{options.notes} notes, written from {first:.2f} s to {last:.2f} s of a run")
        for _ in range(options.kills):
            shoot(at, tally)
    for name, value in vars(tally).items():
        print(f"{name.replace('_', ' '):>14} {value:>7}")
    raise SystemExit(not tally.is_good)


if __name__ == "__main__":
    main()
