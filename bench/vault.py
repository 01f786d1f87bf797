"""How the time of a run grows with the vault: 8 links a note, 1 % of them unresolved.

    python bench/vault.py [--sizes 1000,10000,100000] [--runs 3]

Makes each vault in a temporary folder, checks it with links rules only and with all rules, and
prints CPU seconds (the fastest of the runs) and the exponent from one size to the next: 1.0 is
linear. Sizes take turns, so that a slow minute of the machine touches them all.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

LINKS = 8
UNRESOLVED = 0.01
WORDS = ("cell", "wall", "membrane", "nucleus", "protein", "enzyme", "receptor", "vessel")


def make_vault(folder: Path, size: int) -> None:
    """A vault of ``size`` notes in folders of a hundred."""
    chance = random.Random(size)
    names = [f"{chance.choice(WORDS)} {chance.choice(WORDS)} {number}" for number in range(size)]
    for number, name in enumerate(names):
        path = folder / f"{number // 100:04d}" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(_note(chance, names), encoding="utf-8")


def _note(chance: random.Random, names: list[str]) -> str:
    lines = ["## Synthesis", "- What it does.", "## Source[^1]"]
    for _ in range(LINKS):
        name = chance.choice(names)
        wrong = chance.random() < UNRESOLVED
        target = (
            name.replace("e", "a", 1) + "x" if wrong else chance.choice((name, f"{name}#Synthesis"))
        )
        lines.append(f"- A part of the [[{target}]] that holds it.")
    return "\n".join([*lines, "## References", "", "[^1]: a book", ""])


def cpu_seconds(vault: Path, arguments: list[str]) -> float:
    """The CPU time of one run in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [
        sys.executable,
        "-m",
        "notelint",
        "--vault",
        str(vault),
        "-o",
        "/dev/null",
        *arguments,
    ]
    done = subprocess.run([*command, str(vault)], check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"notelint failed on {vault}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        vaults = {size: Path(folder) / str(size) for size in sizes}
        for size, vault in vaults.items():
            vault.mkdir()
            make_vault(vault, size)
        for title, arguments in (("link rules", ["--select", "NL3"]), ("all rules", [])):
            times = dict.fromkeys(sizes, math.inf)
            for _ in range(options.runs):
                for size, vault in vaults.items():
                    times[size] = min(times[size], cpu_seconds(vault, arguments))
            report(title, times)


def report(title: str, times: dict[int, float]) -> None:
    print(title)
    previous: tuple[int, float] | None = None
    for size, seconds in times.items():
        exponent = ""
        if previous:
            slope = math.log(seconds / previous[1]) / math.log(size / previous[0])
            exponent = f"  exponent {slope:.2f}"
        print(f"  {size:>7} notes {seconds:8.2f} s{exponent}")
        previous = size, seconds


if __name__ == "__main__":
    main()
