"""Kill runs that keep what they find at random moments, and look at what the next run tells.

    python bench/cache_kills.py [--kills 200] [--notes 200] [--seed 1]

Makes a vault in a temporary folder, and then edits a few notes, starts a run that uses the cache,
and kills it (SIGKILL) at a moment of its time. After each kill a run with the cache must print the
same bytes as one with `--no-cache`, and end with the same exit code; the folder of the cache may
hold the cache and parts of what was killed, which a run sweeps away once they are old.
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

_OLD = 1_000_000_000  # s; a note of that age is known by its time
_HEADS = ("Walls", "Doors")


@dataclass
class Range:
    """A vault to shoot at, and the folder of its cache."""

    root: Path
    kept: Path
    notes: int
    chance: random.Random
    edits: int = 0
    wrong: int = 0  # runs after a kill that told something else; must stay 0
    killed: int = 0
    left: int = 0  # kills that left a part of a file
    times: list[float] = field(default_factory=list)

    def edit(self, number: int) -> None:
        self.edits += 1
        link = f"[[note {(number + 1) % self.notes}#{_HEADS[0]}]] [[gone {number % 7}]]"
        text = f"# {self.chance.choice(_HEADS)}\n\nThe {self.edits}th side-effect of {link}.\n"
        note = self.root / f"note {number}.md"
        note.write_text(text)
        os.utime(note, (_OLD + self.edits, _OLD + self.edits))

    def start(self, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "notelint", *options]
        return subprocess.Popen(
            command, cwd=self.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def told(self, *options: str) -> tuple[bytes, bytes, int]:
        process = self.start("--output-format", "json", *options)
        out, err = process.communicate()
        return out, err, process.returncode

    @property
    def parts(self) -> int:
        return sum(name.startswith(".") for name in os.listdir(self.kept))

    def shoot(self) -> None:
        for _ in range(self.chance.randint(1, 5)):
            self.edit(self.chance.randrange(self.notes))
        before, process = self.parts, self.start("-q", "--cache-dir", str(self.kept))
        try:
            process.communicate(timeout=self.chance.uniform(0.3, 1.05) * max(self.times))
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            self.killed += 1
        self.left += self.parts > before
        self.wrong += self.told("--cache-dir", str(self.kept)) != self.told("--no-cache")

    def sweep(self) -> int:
        """How many parts are left once all are old and another run was made."""
        for name in os.listdir(self.kept):
            os.utime(self.kept / name, (_OLD, _OLD))
        self.edit(0)
        self.told("--cache-dir", str(self.kept))
        return self.parts


def make_range(folder: Path, notes: int, seed: int) -> Range:
    made = Range(folder / "vault", folder / "kept", notes, random.Random(seed))
    (made.root / ".obsidian").mkdir(parents=True)
    for number in range(notes):
        made.edit(number)
    for _ in range(3):
        started = time.monotonic()
        made.told("--cache-dir", str(made.kept))
        made.times.append(time.monotonic() - started)
        made.edit(0)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--notes", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        at = make_range(Path(folder), options.notes, options.seed)
        for _ in range(options.kills):
            at.shoot()
        unswept = at.sweep()
    print(f"{options.kills} runs, {at.killed} killed, {at.left} left a part of a file")
    print(f"{at.wrong} runs after a kill told something else; {unswept} parts were never swept")
    raise SystemExit(bool(at.wrong or unswept))


if __name__ == "__main__":
    main()
