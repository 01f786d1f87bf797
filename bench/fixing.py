"""What fixing must never do, tried on many notes: made-up ones, and the vaults that are named.

    python bench/fixing.py [--notes 20000] [--seed 1] [VAULT …]

Every note is mended with all rules, once with safe fixes and once with unsafe ones too. What comes
out is judged without notelint's own proof: the edits are made again by hand, round by round, and
must give the mended text; references must reach what they reached, and links too, but where a fix
declared otherwise; mending again must change nothing. Nothing is written. Prints the counts, which
should all be 0 but the first ones, and the notes behind those that are not.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from notelint.config.catalogue import shipped_rules
from notelint.config.settings import ActiveRule, default_settings
from notelint.disk.discovery import discover
from notelint.disk.source import read
from notelint.lint.fixer import Mended, mend
from notelint.notes.anchors import Subpath
from notelint.notes.note import Note
from notelint.run.runner import Run
from notelint.values.diagnostic import Applicability, Change
from notelint.values.error import NotelintError
from notelint.values.text import Text
from notelint.vault.resolution import anchors_of, is_inside, resolve_link
from notelint.vault.vault import Vault

RULES = tuple(ActiveRule(rule(), rule.severity) for rule in shipped_rules().values())
NAMES = ("titanin.md", "walls/cell wall.md", "(Home Page) A Dictionary of Psychology.md", "x.png")
LINES = (
    "## Synthesis", "## Source [^1]", "## Source[^2]", "## Source  [^1] ", "## References", "- ",
    "## Source", "# Titanin", "### Details[^3]", "---", "===", "", "", "", "#tag", "text ^18f898",
    "- $n$. A wall of $n$ cells", "- (1) $v b$. To wall",
    "- titanin-2 $n$. Titanin2 is titanin-2  ",
    "- [ ] #question why", "\t- nested ﬁrst", "  continued so\u00adft", "\u200bWalls",
    "walls\u00ad",
    "a$\\textemdash$b, $p$$\\textemdash$still", "Walls[^1] hold[^2] and[^3].", "stand.[^7][^2]",
    "[^1]: [[(Home Page) A Dictionary of Psychology]]", "[^2]:a book", "[^3]: ", "[^1]: another",
    "[^7]: see [[cell wal]] and[^2]", "    continued", "[^4] no colon",
    "[[titanin]] ![[x.png|400]]",
    "[a](b.md) [[cel wall#Shape|shown]] [[#Sorce 1]]", "> quoted ﬂow", "> [!note] Title ﬁ",
    "> [^1]: quoted", "> - $n$. in a quote", "```", "~~~", "| a ﬁ | [[titanin\\|b]] |",
    "| --- | --- |",
    "$$", "%%", "%% [^1] %%", "%% notelint: allow ligature %%", "<!--", "-->",
    "\\[^8] 🧫𝔸 e\u0301 \u00ad",
    "**bo\u200bld** ==ﬁ==", "1. one", "$15\\text{-}20 \\%$ and $£ 100$, 3 into 3 .", "haemo-",
    "poietic",
    "cafÃ© and naÃ¯ve", "a Сell and a wаll", "See hyBRID ZONE", "&amp; &#x66; \\* a_b_c",
    "<mark>ﬁ</mark>",
)  # fmt: skip
FRONT = (
    "", "", "---\naliases: [titanin, wall]\n---\n", "---\na: [\n---\n",
    '---\nup: "[[cel wall]]"\n---\n',
)  # fmt: skip


_MENDED = re.compile(r"\[\[.*?\]\]|\\text..?dash|\[\^.*?\]")  # links, dashes, labels


def made_up(number: int, seed: int) -> Iterator[Note]:
    """Notes put together from lines that are hard on a fixer, with any line ending."""
    chance = random.Random(seed)
    for _ in range(number):
        ending = chance.choice(("\n", "\n", "\r\n", "\r"))
        lines = [_line(chance) for _ in range(chance.randrange(16))]
        body = "\n".join(lines) + chance.choice(("", "\n"))
        mixed = chance.random() < 0.05
        content = chance.choice(("", "", "", "\ufeff")) + chance.choice(FRONT) + body
        content = "".join(
            (chance.choice(("\n", "\r\n", "\r")) if mixed else ending) if char == "\n" else char
            for char in content
        )
        yield Note.read("titanin.md", Text(content))


def _line(chance: random.Random) -> str:
    if chance.random() < 0.85:
        return chance.choice(LINES)
    return "".join(chance.choices("$n.[]^1: -#>`*\t\u00adﬁ|%\\é🧱a", k=chance.randrange(12)))


def judge(note: Note, vault: Vault, least: Applicability) -> Iterator[str]:
    """What is to be said of mending a note: nothing but `mended` and `refused`, if all is well."""
    result = mend(note, RULES, vault, least)
    if result.refusal:
        yield f"refused: {result.refusal}"
        if result.note.text != note.text:
            yield "refused, and changed all the same"
        return
    if not result.rounds:
        return
    yield "mended"
    if remade(note, result) != result.note.text.content:
        yield "bytes changed outside declared edits"
    if mend(result.note, RULES, vault, least).rounds:
        yield "a second run changes something"
    changes = {change for found in result.fixed if found.fix for change in found.fix.changes}
    yield from _reached(note, result.note, vault, changes)


def remade(note: Note, result: Mended) -> str:
    """The text with the edits of each round made one by one from the end."""
    content = note.text.content
    for fixed in result.rounds:
        edits = sorted(edit for found in fixed if found.fix for edit in found.fix.edits)
        for (start, end), text in reversed(edits):
            content = content[:start] + text + content[end:]
    return content


def _reached(before: Note, after: Note, vault: Vault, changes: set[Change]) -> Iterator[str]:
    old, new = _definitions(before), _definitions(after)
    if old - new or (Change.ADDITIONS not in changes and new - old):
        yield "references reach other definitions"
    gone, come = _targets(before, vault), _targets(after, vault)
    if Change.TARGETS not in changes and gone != come:
        yield "links reach other places"
    if {target for target in gone if target[1]} - set(come):
        yield "links that led somewhere lead elsewhere"


def _definitions(note: Note) -> Counter[str]:
    """The first letters of the definitions that references reach."""
    found = (note.facts.definition_of(reference.label) for reference in note.facts.references)
    return Counter(_letters(note[item.span].partition("]:")[2]) for item in found if item)


def _letters(text: str) -> str:
    """How the first line begins; unsafe fixes may mend what follows."""
    plain = _MENDED.sub("", re.split(r"[\r\n]", text.casefold())[0])
    return "".join(char for char in plain if char.isalnum())[:8]


def _targets(note: Note, vault: Vault) -> Counter[tuple[str, str | None, str]]:
    """What the links of a note reach, and the heading or block there, if it is not missing."""
    found: Counter[tuple[str, str | None, str]] = Counter()
    for link in filter(is_inside, note.facts.links):
        resolution, subpath = resolve_link(vault, link, note.path), Subpath.read(link.target)
        reached = list(anchors_of(resolution, note, vault))
        is_missing = reached and all(map(subpath.missing_heading, reached))
        found[
            link.kind, None if is_missing else resolution.path, link.target.partition("#")[2]
        ] += 1
    return found


def real(folder: Path) -> tuple[Vault, Iterator[Note]]:
    """A vault on disk and those of its notes that can be read."""
    discovery = discover(folder, [folder], False)
    run = Run(discovery, default_settings())

    def notes() -> Iterator[Note]:
        for path in discovery.notes:
            try:
                text = read(folder / path).text
            except NotelintError:
                continue
            if text is not None:
                yield run.parsed(path, text)

    return run.vault(), notes()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vaults", nargs="*", type=Path)
    parser.add_argument("--notes", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    _count(made_up(options.notes, options.seed), Vault(NAMES), counts)
    for folder in options.vaults:
        vault, notes = real(folder.resolve())
        _count(notes, vault, counts)
    for what, count in sorted(counts.items()):
        print(f"{count:8,} {what}")


def _count(notes: Iterable[Note], vault: Vault, counts: Counter[str]) -> None:
    for note in notes:
        counts["notes"] += 1
        for least in (Applicability.SAFE, Applicability.UNSAFE):
            for said in judge(note, vault, least):
                counts[f"{least}: {said}"] += 1
                if not said.startswith(("mended", "refused:")):
                    print(f"{note.path}: {said} ({least}): {note.text.content[:1000]!r}")


if __name__ == "__main__":
    main()
