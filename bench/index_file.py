"""How an index file grows with the vault: time, memory and size of each step, and what a look-up
costs.

    python bench/index_file.py [--sizes 10000,100000,1000000] [--shard-size 2000] [--folder DIR]

Summaries are made up of those of some dictionary notes, with names, links, aliases and a word of
their own, in folders of a hundred. Each step runs in a process of its own: `facts` writes a file
for each shard, `fold` makes them one, `ask` opens that and looks things up. Memory is what a
process has for itself at most, and in brackets what it has with the pages of mapped files. The
exponent is that from one size to the next: 1.0 is linear. Times are CPU times.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from dictionary import TITLES, WORDS, _note, home_page

from notelint.disk import MappedFile
from notelint.notes import Linked, NoteSummary, scan_summary
from notelint.vault import fold_facts, open_index, write_facts

STEPS = ("facts", "fold", "ask")
_KINDS = 500  # notes of which the others are variations
_ASKED = 2000  # look-ups of each kind


def path_of(number: int) -> str:
    """Where a made-up note stands."""
    return f"terms/{number // 100:05d}/{name_of(number)}.md"


def name_of(number: int) -> str:
    chance = random.Random(number)
    return f"{chance.choice(WORDS)} {chance.choice(WORDS)} {number}"


def summaries(first: int, last: int, size: int) -> Iterator[tuple[str, NoteSummary]]:
    """Some of the notes of a vault of a size, in order."""
    chance = random.Random(first)
    kinds = _kinds()
    for number in range(first, last):
        kind = kinds[number % _KINDS]
        linked = name_of(chance.randrange(size))
        word = _word(number // 3)
        yield (
            path_of(number),
            kind._replace(
                aliases=(f"alias {number}",) if number % 4 == 0 else (),
                linked=frozenset([Linked(f"{linked}#Synthesis", True)] if number % 2 else []),
                names=kind.names | {linked},
                words=kind.words._replace(packed=f"{kind.words.packed}\n99 {word} co-{word}"),
            ),
        )


def _kinds() -> list[NoteSummary]:
    chance = random.Random(1)
    names = [name_of(number) for number in range(_KINDS)]
    pages = [home_page(title, edition) for title in TITLES for edition in (7, 8)]
    return [scan_summary(_note(chance, names, pages)) for _ in range(_KINDS)]


def _word(number: int) -> str:
    """A word of letters only, another one for each number."""
    letters = ""
    while number:
        number, digit = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[digit]
    return f"ae{letters}"


def facts(folder: Path, size: int, shard: int) -> dict[str, Any]:
    """Write the facts of all notes, shard by shard; the time to make them up is left out."""
    spent = 0.0
    for start in range(0, size, shard):
        notes = list(summaries(start, min(start + shard, size), size))
        others = [f"pictures/{start + number}.png" for number in range(shard // 50)]
        began = time.thread_time()
        write_facts(folder / f"facts-{start:08d}", notes, others)
        spent += time.thread_time() - began
    return {"seconds": spent, "bytes": _bytes_in(folder.glob("facts-*"))}


def fold(folder: Path, size: int, shard: int) -> dict[str, Any]:
    """Fold all of them."""
    began = time.thread_time()
    fold_facts(sorted(folder.glob("facts-*")), folder / "index")
    return {"seconds": time.thread_time() - began, "bytes": _bytes_in([folder / "index"])}


def ask(folder: Path, size: int, shard: int) -> dict[str, Any]:
    """Look things up in the index, each by keys that were not asked for before."""
    began = time.thread_time()
    opened = open_index(folder / "index")
    told = {"open": _micro(time.thread_time() - began)}
    names, index = opened.names, opened.index
    chance = random.Random(2)
    some = [chance.randrange(size) for _ in range(_ASKED)]
    called, words = [name_of(number) for number in some], [_word(number // 3) for number in some]
    questions: dict[str, tuple[Callable[[Any], object], Iterable[Any]]] = {
        "first look-up": (names.named, called[:1]),
        "named": (names.named, called[1:]),
        "named, none": (names.named, [f"{name} x" for name in called]),
        "in names": (names.__contains__, map(path_of, some)),
        "shortest target": (names.shortest_target, [path_of(number + 1) for number in some[1:]]),
        "near": (names.near, [name.replace("e", "a", 1) + "x" for name in called[:200]]),
        "begins": (lambda name: names.begins(name, "of"), [f"{name} of x" for name in called]),
        "folder name": (names.is_folder_name, called),
        "anchors": (index.anchors, map(path_of, some)),
        "notes called": (index.notes_called, [f"alias {number}" for number in some]),
        "notes linking": (index.notes_linking, called),
        "links to": (index.links_to, called),
        "count of a word": (index.spelling.count, words),
        "300 words among compounds": (
            index.spelling.compounds.among,
            [{f"{word}{number}" for number in range(300)} for word in words[:100]],
        ),
    }
    for question, (put, given) in questions.items():
        asked = list(given)
        began = time.thread_time()
        for key in asked:
            put(key)
        told[question] = _micro((time.thread_time() - began) / len(asked))
    return {"seconds": 0.0, "bytes": 0, "asked": told}


def _micro(seconds: float) -> float:
    return round(1e6 * seconds, 1)


def _bytes_in(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files)


def sections_of(file: Path) -> dict[str, int]:
    """The bytes of each table of an index."""
    mapped = MappedFile(file)
    sizes: dict[str, int] = {}
    for name in mapped.names:
        size = mapped.section(name).size
        bare = re.sub(r" (?:rows|hashes|fan|starts)$", "", name)
        sizes[bare] = sizes.get(bare, 0) + size
    return sizes


class _Memory(threading.Thread):
    """Looks now and then how much memory the process has for itself."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0

    def run(self) -> None:
        while True:
            self.look()
            time.sleep(0.05)

    def look(self) -> None:
        self.most = max(self.most, memory_of("RssAnon"))


def memory_of(kind: str) -> int:
    """Kilobytes, as Linux tells them."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{kind}:")), 0)


def run(step: str, folder: Path, size: int, shard: int) -> None:
    """One step, told in JSON."""
    memory = _Memory()
    memory.start()
    steps = {"facts": facts, "fold": fold, "ask": ask}
    told = steps[step](folder, size, shard)
    memory.look()
    print(json.dumps({**told, "own": memory.most, "all": memory_of("VmHWM")}))


def measured(step: str, folder: Path, size: int, shard: int) -> dict[str, Any]:
    """What a step costs in a process of its own."""
    command = [sys.executable, __file__, "--step", step, "--folder", str(folder)]
    command += ["--sizes", str(size), "--shard-size", str(shard)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--shard-size", type=int, default=2000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--step", choices=STEPS)
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    if options.step:
        run(options.step, options.folder, sizes[0], options.shard_size)
        return
    before: dict[str, tuple[int, float]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            report(Path(folder), size, options.shard_size, before)


def report(folder: Path, size: int, shard: int, before: dict[str, tuple[int, float]]) -> None:
    """Print what one size costs."""
    print(f"{size:,} notes")
    for step in STEPS:
        told = measured(step, folder, size, shard)
        line = f"  {step:6} {told['own'] / 1e3:7.0f} MB ({told['all'] / 1e3:.0f})"
        if step != "ask":
            seconds = told["seconds"]
            line += f"  {seconds:8.2f} s  {size / seconds:8.0f} notes/s"
            line += f"  {told['bytes'] / size:6.0f} bytes a note"
            if step in before:
                smaller, known = before[step]
                slope = math.log(seconds / known) / math.log(size / smaller)
                line += f"  exponent {slope:.2f}"
            before[step] = size, seconds
        print(line, flush=True)
        for question, cost in told.get("asked", {}).items():
            print(f"    {question:28} {cost:10.1f} µs")
    for name, count in sections_of(folder / "index").items():
        print(f"    {name:28} {count / 1e6:10.1f} MB")


if __name__ == "__main__":
    main()
