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

from notelint.config import ActiveRule, default_settings, shipped_rules
from notelint.disk import discover
from notelint.lint import check, fix
from notelint.lint.fixer import choose
from notelint.notes import Note, Subpath, read_note
from notelint.run import Treatment, opened
from notelint.values import Applicability, Diagnostic, Effect
from notelint.vault import FileNames, Vault, is_inside

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
        yield read_note("titanin.md", content)


def _line(chance: random.Random) -> str:
    if chance.random() < 0.85:
        return chance.choice(LINES)
    return "".join(chance.choices("$n.[]^1: -#>`*\t\u00adﬁ|%\\é🧱a", k=chance.randrange(12)))


def judge(note: Note, vault: Vault, applicability: Applicability) -> Iterator[str]:
    """What is to be said of mending a note: nothing but `mended` and `refused`, if all is well."""
    result = fix(note, RULES, vault, applicability)
    if result.error:
        yield f"refused: {result.error}"
        if result.after != note.text:
            yield "refused, and changed all the same"
        return
    if not result.fixed:
        return
    yield "mended"
    if remade(note, vault, applicability) != (result.after.content, result.fixed):
        yield "bytes changed outside declared edits"
    after = read_note(note.path, result.after)
    if fix(after, RULES, vault, applicability).fixed:
        yield "a second run changes something"
    effects = {effect for found in result.fixed if found.fix for effect in found.fix.effects}
    yield from _reached(note, after, vault, effects)


def remade(
    note: Note, vault: Vault, applicability: Applicability
) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text with the edits of each round made one by one from the end, and whose they are."""
    fixed: list[Diagnostic] = []
    while chosen := choose(check(note, RULES, vault), applicability):
        content = note.text.content
        edits = sorted(edit for found in chosen if found.fix for edit in found.fix.edits)
        for (start, end), text in reversed(edits):
            content = content[:start] + text + content[end:]
        note, fixed = read_note(note.path, content), fixed + chosen
    return note.text.content, tuple(fixed)


def _reached(before: Note, after: Note, vault: Vault, effects: set[Effect]) -> Iterator[str]:
    old, new = _definitions(before), _definitions(after)
    if old - new or (Effect.ADDITIONS not in effects and new - old):
        yield "references reach other definitions"
    gone, come = _targets(before, vault), _targets(after, vault)
    if Effect.TARGETS not in effects and gone != come:
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
    for link in filter(is_inside, note.facts.all_links):
        resolution, subpath = vault.reached(link, note.path), Subpath.read(link.target)
        reached = list(vault.anchors_reached(note, resolution))
        is_missing = reached and all(map(subpath.missing_heading, reached))
        found[
            link.kind, None if is_missing else resolution.path, link.target.partition("#")[2]
        ] += 1
    return found


def real(folder: Path) -> tuple[Vault, Iterator[Note]]:
    """A vault on disk and those of its notes that can be read."""
    vault = opened(discover(folder, [folder], False), default_settings())
    treatment = Treatment(vault.settings)
    texts = ((path, file.text) for path, file in vault.notes.items() if file.error is None)
    return vault, (treatment.read(path, text) for path, text in texts if text is not None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vaults", nargs="*", type=Path)
    parser.add_argument("--notes", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    _count(made_up(options.notes, options.seed), Vault(FileNames.of(NAMES)), counts)
    for folder in options.vaults:
        vault, notes = real(folder.resolve())
        _count(notes, vault, counts)
    for what, count in sorted(counts.items()):
        print(f"{count:8,} {what}")


def _count(notes: Iterable[Note], vault: Vault, counts: Counter[str]) -> None:
    for note in notes:
        counts["notes"] += 1
        for applicability in (Applicability.SAFE, Applicability.UNSAFE):
            for said in judge(note, vault, applicability):
                counts[f"{applicability}: {said}"] += 1
                if not said.startswith(("mended", "refused:")):
                    print(f"{note.path}: {said} ({applicability}): {note.text.content[:1000]!r}")


if __name__ == "__main__":
    main()
