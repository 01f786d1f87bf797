"""Whether an editor's server says of a text what a check of it says, however somebody types.

    python bench/typist.py [--sequences 2000] [--steps 15]

Types at random in the notes of a small vault, in all encodings, opens and closes them, and compares
what the server has of every open note with a check from standard input, after each step. Prints the
sequences that differ, and how many there were.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from support.typing_notes import Typist, write_vault


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sequences", type=int, default=2000)
    parser.add_argument("--steps", type=int, default=15)
    options = parser.parse_args()
    differing = 0
    for seed in range(options.sequences):
        with tempfile.TemporaryDirectory() as folder:
            wrong = first_difference(Path(folder) / "vault", seed, options.steps)
        if wrong:
            differing += 1
            print(f"sequence {seed}: {wrong}")
    print(f"{options.sequences} sequences of {options.steps} steps, {differing} differ")


def first_difference(root: Path, seed: int, steps: int) -> str:
    """Where the server first says something else; empty where it never does."""
    write_vault(root)
    typist = Typist(root, seed)
    for step in range(steps):
        typist.step()
        wrong = typist.wrong()
        if wrong:
            return f"step {step}, {', '.join(wrong)}"
    return ""


if __name__ == "__main__":
    main()
