"""How the time of each rule grows with a note: every shape doubled, every rule timed.

    python bench/growth.py [--size CHARACTERS] [--rule NAME] [--shape NAME] [--all]

Prints the rules and shapes whose time grows faster than the note, as an exponent: 1 is linear, 2 is
quadratic. ``--all`` prints all that took long enough to be measured. Times are CPU seconds, the
least of three.
"""

from __future__ import annotations

import argparse
import gc
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from runpy import run_path
from typing import NamedTuple, TypeVar

from notelint.authoring import Rule
from notelint.config import shipped_rules
from notelint.notes import Note, read_note, summarize
from notelint.vault import FileNames, Vault, fold

HOSTILE = Path(__file__).resolve().parent.parent / "tests/support/hostile.py"
SIZE = 40_000  # characters of the smaller note
LEAST = 0.02  # seconds; what takes less is not told apart from noise
MOST = 1.1  # of an exponent

TERM = "## Synthesis\n- x\n## Source[^1]\n- y\n## References\n\n[^1]: [[(Home Page) A]]\n"


def repeat(unit: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    """``unit`` over and over between a head and a tail; ``{n}`` in it counts."""

    def make(size: int) -> str:
        count = max(size // len(unit), 1)
        body = "".join(unit.replace("{n}", str(n)) for n in range(count))
        return head + body + tail

    return make


CITED = "\n## References\n\n[^1]: [[(Home Page) A Dictionary of Psychology]]\n"

SHAPES: dict[str, Callable[[int], str]] = {
    "empty sources of one label": repeat("## Source[^1]\n- \n", tail=CITED),
    "sources of one label": repeat("## Source[^1]\n"),
    "sources of many labels, one page": lambda size: (
        "".join(f"## Source[^{n}]\n- a\n" for n in range(size // 40))
        + "\n## References\n\n"
        + "".join(f"[^{n}]: [[(Home Page) A]]\n" for n in range(size // 40))
    ),
    "sources with two references": repeat("## Source[^1][^2]\n- a\n"),
    "syntheses": repeat("## Synthesis\n- \n", head=TERM),
    "references": repeat("## References\n\n", head=TERM),
    "other headings": repeat("## Other {n}\n\n", head="## Source[^1]\n- a\n\n"),
    "headings of one text": repeat("## Other\n\n", head="## Source[^1]\n- a\n\n"),
    "undefined references": repeat("[^1] ", head=TERM.replace("[^1]:", "[^9]:")),
    "undefined references, many": repeat("[^a{n}] ", head=TERM),
    "definitions of one label": repeat("[^a]: u\n"),
    "definitions without references": repeat("[^a{n}]: u\n"),
    "definitions outside": repeat("para\n\n[^5]: x\n\n", head="", tail=TERM),
    "definitions glued": repeat("para\n[^{n}]: x\n\n", tail=TERM),
    "malformed definitions": repeat("[^{n}] x\n", head=TERM),
    "empty definitions": repeat("[^{n}]: \n", head=TERM),
    "references out of order": lambda size: (
        " ".join(f"x[^{n}]" for n in range(size // 20, 0, -1))
        + "\n\n"
        + "".join(f"[^{n}]: a\n" for n in range(1, size // 20 + 1))
    ),
    "unresolved links": repeat("[[nowhere {n}]] "),
    "unresolved links, one target": repeat("[[nowhere]] "),
    "unresolved headings": repeat("[[#nowhere {n}]] ", head="# Now here\n\n"),
    "headings and links to them": repeat("## Part {n}\n\n[[#Part {n}]] [[#Prat {n}]]\n\n"),
    "unresolved blocks": repeat("[[#^a{n}]] "),
    "missing embeds": repeat("![[img{n}.png]] "),
    "malformed links": repeat("[[]] [[## x]] [[a"),
    "links by alias": repeat("[[Mauer]] "),
    "links in another case": repeat("[[CELL wall]] "),
    "allows": repeat("a %% notelint: allow NL301 %%\n"),
    "allows in html": repeat("a <!-- notelint: allow NL301 -->\n\n"),
    "allowed findings": repeat("[[nowhere {n}]] %% notelint: allow unresolved-link %%\n\n"),
    "labels as formulas": repeat("- $n$. A thing\n", head="## Source[^1]\n", tail=CITED),
    "labels on one line": repeat("$n$. A thing ", head="## Source[^1]\n- ", tail=CITED),
    "numbers as formulas": repeat(
        "(about $15\\text{-}20 \\%$) ", head="## Source[^1]\n- ", tail=CITED
    ),
    "dashes as formulas": repeat("a $\\textemdash$ b ", head=TERM),
    "ligatures": repeat("pro\ufb01t ", head=TERM),
    "ligatures apart": repeat("di \ufb03 cult ", head=TERM),
    "invisible characters on one line": repeat("a\u200b\u00ad\u200d"),
    "soft hyphens on one line": repeat("word wo\u00adrd "),
    "soft hyphens": repeat("word wo\u00adrd \n"),
    "soft hyphens at the end": repeat("wo\u00ad\nrd "),
    "broken words": repeat("aa-\nbb "),
    "broken words, long": repeat("haemo-\npoietic "),
    "split words": repeat("prac- tices practices "),
    "hyphens": repeat("a-", head=TERM),
    "lost hyphens": repeat("side-effect sideeffect "),
    "words with numbers": repeat("il-{n} il{n} "),
    "small capitals": repeat("See hyBRID Zone. "),
    "see": repeat("See "),
    "capitals": repeat("A"),
    "blanks before stops": repeat("a , b ; c . "),
    "padded brackets": repeat("( a ) "),
    "opening brackets, spaced": repeat("( "),
    "blanks": repeat(" ", head="a", tail="b"),
    "blanks and stops": repeat("  ."),
    "mojibake": repeat("caf\u00c3\u00a9 "),
    "mojibake on end": repeat("\u00c3\u00a9"),
    "Cyrillic letters": repeat("c\u0435ll "),
    "Cyrillic letters on end": repeat("\u0435c"),
    "replacement characters": repeat("\ufffd"),
    "tables": repeat("| [[a|b]] | c |\n", head="| a | b |\n|---|---|\n"),
    "one row": repeat("| [[a|b]] ", head="| a | b |\n|---|---|\n"),
    "front matter": repeat("key{n}: value\n", head="---\n", tail="---\n"),
    "front matter, links": repeat("  - '[[nowhere {n}]]'\n", head="---\nlinks:\n", tail="---\n"),
    "aliases": repeat("  - name {n}\n", head="---\naliases:\n", tail="---\n"),
    "conflict markers": repeat("<<<<<<< a\n=======\n>>>>>>> b\n"),
    "bullets, empty": repeat("- \n", head="## Synthesis\n"),
    "bullets": repeat("- a\n"),
    "paragraphs": repeat("a\n\n"),
    "lines": repeat("a\n"),
    "carriage returns": repeat("a\r"),
    "block ids": repeat("a ^b{n}\n\n"),
    "carets": repeat("^"),
    "affixes": repeat("from Greek $a$- not "),
}

Result = TypeVar("Result")


class Measured(NamedTuple):
    """What a rule took on a note and on one twice as long, in CPU seconds."""

    shape: str
    rule: str
    small: float
    large: float

    @property
    def exponent(self) -> float:
        return math.log2(self.large / self.small)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--size", type=int, default=SIZE)
    arguments.add_argument("--rule")
    arguments.add_argument("--shape")
    arguments.add_argument("--all", action="store_true")
    options = arguments.parse_args()
    count = 0
    for name, make in shapes().items():
        for m in growth(name, make, options) if options.shape in (None, name) else ():
            count += 1
            if options.all or m.exponent > MOST:
                seconds = f"{m.small:8.3f} {m.large:8.3f} s"
                print(f"{m.exponent:5.2f} {seconds}  {m.rule:26} {m.shape}", flush=True)
    print(f"{count} measured")


def shapes() -> dict[str, Callable[[int], str]]:
    return {**run_path(str(HOSTILE))["HOSTILE"], **SHAPES}


def growth(
    shape: str, make: Callable[[int], str], options: argparse.Namespace
) -> Iterator[Measured]:
    """The rules that took long enough on a shape."""
    texts = make(options.size), make(2 * options.size)
    small, large = (times(text, options.rule) for text in texts)
    for rule, took in large.items():
        if took >= LEAST and rule in small:
            yield Measured(shape, rule, max(small[rule], 1e-4), took)


def times(text: str, only: str | None) -> dict[str, float]:
    """What each rule takes on a note, in seconds, and what reading it takes."""
    reading, note = timed(lambda: read_note("a.md", text))
    vault = vault_of(note)
    rules = {name: rule() for name, rule in shipped_rules().items() if only in (None, name)}
    checks = {name: checking(rule, note, vault) for name, rule in rules.items()}
    return {"(reading)": reading, **checks}


def checking(rule: Rule, note: Note, vault: Vault) -> float:
    """What a rule takes on a note, with nothing remembered of it."""
    return timed(lambda: sum(1 for _ in rule.check(note, replace(vault))))[0]


def vault_of(note: Note) -> Vault:
    files = ["a.md", "cell wall.md", "Home Page - A.md", "x.png"]
    wall = read_note("cell wall.md", "---\naliases: [Mauer]\n---\n\nsmall hybrid zone political\n")
    summaries = {n.path: summarize(n.text, n.facts) for n in (note, wall)}
    return Vault(FileNames.of(files), fold(summaries))


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """The least of some tries; one where it takes long."""
    least = math.inf
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        result = work()
        least = min(least, time.process_time() - start)
        if least > 0.5:
            break
    return least, result


if __name__ == "__main__":
    main()
