"""How fast notelint parses, next to stock mistune on the same notes.

    python bench/parse.py [FOLDER]     median ratio of CPU times over the folder's notes, or over
                                       2,000 notes made up here
    python bench/parse.py --growth     hostile inputs, doubled: how time and memory grow

Times are CPU seconds. The two parsers take turns, so that a busy machine slows both alike.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from runpy import run_path

import mistune

from notelint.markdown import parse

HOSTILE = Path(__file__).resolve().parent.parent / "tests/support/hostile.py"
PLUGINS = ["strikethrough", "footnotes", "table", "task_lists", "url", "math", "mark"]
ROUNDS = 7
NOTES = 2000
SIZE = 25_000  # characters of a hostile input before it is doubled

WORDS = """
cell wall gene signal fever model number set value proof vector matrix memory reflex stimulus which
response enzyme protein acid tissue nerve vessel organ pressure current charge market price rarely
demand supply interest budget theory function limit series graph node tree stack queue table called
record index address bit byte code parser compiler kernel process thread that with from into under
over between because while where when often usually also known used
"""
SPICE = ("", "", "", "*{}*", "[[{}]]", "[[{}|{}]]", "$x_{{{}}}$", "`{}`", "($15$ {})", "see {}")
DICTIONARIES = ("Dictionary of Lamps", "Short Dictionary of Rivers", "Book of Measures")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", nargs="?", type=Path)
    arguments.add_argument("--growth", action="store_true")
    options = arguments.parse_args()
    if options.growth:
        show_growth()
    else:
        show_ratio(read(options.folder) if options.folder else make_notes())


def read(folder: Path) -> list[str]:
    return [path.read_text("utf-8", "replace") for path in sorted(folder.rglob("*.md"))]


def make_notes() -> list[str]:
    rng = random.Random(7)
    return [make_note(rng) for _ in range(NOTES)]


def make_note(rng: random.Random) -> str:
    """A note in the shape that quotes of dictionaries have."""
    parts = ["## Synthesis\n- \n"]
    count = rng.choice((1, 2, 2, 3, 4))
    for number in range(1, count + 1):
        parts.append(f"## Source{rng.choice(('', ' '))}[^{number}]\n")
        parts.extend(make_item(rng) for _ in range(rng.randint(1, 5)))
    parts.append("\n## References\n\n")
    homes = [rng.choice(DICTIONARIES) for _ in range(count)]
    parts.extend(f"[^{n}]: [[(Home Page) {home}]]\n" for n, home in enumerate(homes, 1))
    return "".join(parts)


def make_item(rng: random.Random) -> str:
    start = rng.choice(("- ", "- $n$. ", "- (1) ", "\t- ", f"- **{words(rng, 1)[0]}** "))
    return start + " ".join(sentence(rng) for _ in range(rng.randint(1, 6))) + "\n"


def sentence(rng: random.Random) -> str:
    chosen = words(rng, rng.randint(6, 22))
    chosen.insert(rng.randrange(len(chosen)), rng.choice(SPICE).format(*chosen))
    return " ".join(chosen).capitalize() + "."


def words(rng: random.Random, count: int) -> list[str]:
    return rng.choices(WORDS.split(), k=count)


def show_ratio(notes: Sequence[str]) -> None:
    stock = mistune.create_markdown(renderer=None, plugins=PLUGINS)
    ours = [0.0] * ROUNDS
    theirs = [0.0] * ROUNDS
    for number in range(ROUNDS):
        for note in notes:
            theirs[number] += seconds(stock, note)
            ours[number] += seconds(parse, note)
    size = sum(map(len, notes))
    ratio = statistics.median(stock / own for stock, own in zip(theirs, ours, strict=True))
    print(f"{len(notes)} notes, {size} characters, {ROUNDS} rounds")
    for name, times in (("mistune", theirs), ("notelint", ours)):
        speed = size / min(times) / 1e6
        print(f"{name:8} {min(times):.3f} s, {speed:.2f} million characters a second")
    print(f"notelint's speed is {ratio:.2f} times mistune's (median of the rounds)")


def show_growth() -> None:
    """The exponent of 1 is linear growth, 2 is quadratic."""
    print(f"{'input':24} {'s per 100 kB':>12} {'time':>6} {'memory':>7}")
    for name, make in run_path(str(HOSTILE))["HOSTILE"].items():
        small, large = make(SIZE), make(2 * SIZE)
        times = [min(seconds(parse, text) for _ in range(3)) for text in (small, large)]
        peaks = [peak(text) for text in (small, large)]
        speed = times[1] / len(large) * 1e5
        print(f"{name:24} {speed:12.2f} {exponent(times):6.2f} {exponent(peaks):7.2f}")


def exponent(pair: Sequence[float]) -> float:
    return math.log2(pair[1] / pair[0])


def seconds(parser: Callable[[str], object], note: str) -> float:
    start = time.process_time()
    parser(note)
    return time.process_time() - start


def peak(text: str) -> float:
    """The most bytes that a parse held at one time."""
    tracemalloc.start()
    parse(text)
    top = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return float(top)


if __name__ == "__main__":
    main()
