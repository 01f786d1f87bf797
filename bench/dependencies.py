"""What notelint's dependencies weigh, what they cost to import, and what was tried without them.

    python bench/dependencies.py

Prints for each package of the environment the MB of its files and the CPU milliseconds that its
import takes over a bare start (the fastest of seven), and then how the library itself does without
some of them. An environment that holds nothing but notelint tells what a user has.
"""

from __future__ import annotations

import difflib
import random
import re
import resource
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from importlib.metadata import Distribution, distributions

IMPORTED = {
    "filelock": "filelock",
    "ftfy": "ftfy",
    "mistune": "mistune",
    "platformdirs": "platformdirs",
    "pydantic": "pydantic.type_adapter",
    "PyYAML": "yaml",
    "RapidFuzz": "rapidfuzz.fuzz",
    "regex": "regex",
    "shtab": "shtab",
    "wcwidth": "wcwidth",
}
WORDS = ("cell", "wall", "membrane", "nucleus", "protein", "enzyme", "receptor", "vessel")
ASTRONAUT = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{ROCKET}"


def main() -> None:
    bare = min(_starting("pass") for _ in range(7))
    print(f"a bare start: {bare:.0f} ms")
    found = sorted(distributions(), key=lambda held: held.name.lower())
    for held in found:
        module = IMPORTED.get(held.name)
        cost = min(_starting(f"import {module}") for _ in range(7)) - bare if module else None
        print(f"{held.name:20} {_size(held):6.2f} MB" + (f" {cost:4.0f} ms" if cost else ""))
    print(f"{len(found)} packages, {sum(map(_size, found)):.1f} MB without what Python compiles")
    _without()


def _size(held: Distribution) -> float:
    files = (held.locate_file(file) for file in held.files or () if file.suffix != ".pyc")
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6  # type: ignore[attr-defined]


def _starting(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def _without() -> None:
    import regex
    import yaml
    from rapidfuzz import fuzz, process
    from wcwidth import wcswidth

    chance = random.Random(1)
    names = [f"{chance.choice(WORDS)} {chance.choice(WORDS)} {n}" for n in range(10_000)]
    wrong = "cel wall 512"
    ours = _cpu(lambda: process.extract(wrong, names, scorer=fuzz.ratio, score_cutoff=80))
    theirs = _cpu(lambda: difflib.get_close_matches(wrong, names, 5, 0.8))
    print(f"a near name among 10,000: difflib takes {theirs / ours:.0f} times what RapidFuzz does")
    long = _cpu(lambda: re.search("(a+)+$", "a" * 24 + "!"))
    print(f"a pattern that runs away: re goes on for {long:.1f} s on 25 letters", end="")
    try:
        regex.search("(a|aa)+$", "a" * 60 + "!", timeout=0.1)
    except TimeoutError:
        print(", regex stops when it is told to")
    front = "aliases: [a, b]\ntype: term\ntags:\n  - x\n  - y\n" * 100
    slow = _cpu(lambda: yaml.compose(front, Loader=yaml.BaseLoader))
    fast = _cpu(lambda: yaml.compose(front, Loader=yaml.CBaseLoader))
    print(f"YAML: read in Python it takes {slow / fast:.0f} times what it does in C")
    wide = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in ASTRONAUT)
    print(f"an astronaut is {wcswidth(ASTRONAUT)} columns wide, by unicodedata {wide}")
    try:
        "\N{RIGHT DOUBLE QUOTATION MARK}".encode().decode("cp1252")
    except UnicodeDecodeError as error:
        print(f"a quotation mark that was decoded wrongly, in Python's codecs: {error}")


def _cpu(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


if __name__ == "__main__":
    main()
