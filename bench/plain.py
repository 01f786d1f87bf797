"""How many notes are plain, whether their facts are those of their trees, and what that saves.

    python bench/plain.py FOLDER...     a line a folder: notes, plain ones, CPU time of a plain note
                                        by its lines and by its tree, in milliseconds, and the ratio
    python bench/plain.py --made COUNT  the same of so many nearly plain notes made up for the tests

Ends with 1 where the facts of a plain note differ from those of its tree.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
from support.plain_notes import nearly_plain

from notelint.notes.plain import plain_facts
from notelint.notes.reading import facts_and_tree
from notelint.values import Text

ROUNDS = 3
MOST = 200_000  # characters


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folders", nargs="*", type=Path)
    arguments.add_argument("--made", type=int, default=0)
    options = arguments.parse_args()
    print(f"{'notes':>7} {'plain':>7} {'share':>6} {'lines':>7} {'tree':>7} {'ratio':>6}  folder")
    bad = [where for folder in options.folders for where in show(folder.name, read(folder))]
    if options.made:
        made = ((str(seed), nearly_plain(seed)) for seed in range(options.made))
        bad += show("made up", made)
    print(f"{len(bad)} notes differ", *bad[:20], sep="\n")
    sys.exit(bool(bad))


def read(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.md")):
        content = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        if len(content) <= MOST:
            yield str(path), content


def show(name: str, notes: Iterator[tuple[str, str]]) -> list[str]:
    """Print the line of some notes; where they stand that differ."""
    count = 0
    plain: list[str] = []
    bad: list[str] = []
    for where, content in notes:
        count += 1
        text = Text(content)
        facts = plain_facts(text)
        if facts is not None:
            plain.append(content)
            expected, tree = facts_and_tree(text)
            if facts != expected or not tree.is_sound:
                bad.append(where)
    lines, tree_time = times(plain[:500])
    share = len(plain) / max(count, 1)
    ratio = lines / tree_time if tree_time else 0
    print(
        f"{count:7} {len(plain):7} {share:6.1%} {lines:7.3f} {tree_time:7.3f} {ratio:6.2f}  {name}"
    )
    return bad


def times(notes: Sequence[str]) -> tuple[float, float]:
    """Milliseconds of CPU time a note, by its lines and by its tree, which take turns."""
    rounds = [(seconds(plain_facts, notes), seconds(facts_and_tree, notes)) for _ in range(ROUNDS)]
    scale = 1000 / max(len(notes), 1)
    return tuple(min(found) * scale for found in zip(*rounds, strict=True))  # type: ignore[return-value]


def seconds(read: Callable[[Text], object], notes: Sequence[str]) -> float:
    start = time.process_time()
    for content in notes:
        read(Text(content))
    return time.process_time() - start


if __name__ == "__main__":
    main()
