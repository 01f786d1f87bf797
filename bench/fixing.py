"""What fixing must never do, tried on many notes: made-up ones, and the vaults that are named.

    python bench/fixing.py [--notes 20000] [--seed 1] [VAULT …]

Every note is mended with all rules, once with safe fixes and once with unsafe ones too. What comes
out is judged without notelint's own proof: the edits are made again by hand, round by round, and
must give the mended text; references must reach what they reached, and links too, but where a fix
declared otherwise; mending again must change nothing. Then all notes of a vault are mended
together, as a run does it, and every link of the vault must reach the heading or the footnote that
it reached: of the made-up ones a note and two that link to it in all sorts of ways. Headings are
compared here by other code than notelint's. Nothing is written. Prints the counts, which should all
be 0 but the first ones, and the notes behind those that are not.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from notelint.config import ActiveRule, default_settings, shipped_rules
from notelint.disk import discover
from notelint.lint import check, fix
from notelint.lint.fixer import choose
from notelint.notes import Link, Note, Subpath, read_note, scan_summary
from notelint.run import Treatment, opened
from notelint.run.convergence import settled
from notelint.values import Applicability, Diagnostic, Effect, Text
from notelint.vault import FileNames, Vault, fold, is_inside

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
    "# cafÃ© bar", "> ## cafÃ© bar", "# [cafÃ©](http://u) bar", "# _a_ cafÃ© &amp; bar",
    "# café bar", "# fi\u00adbre", "# fibre", "## ﬁbre", "ﬁbre", "===", "# wаll", "# wall",
    "### Titanin2 and titanin-2",
    "# Source ﬁ[^2]", "text ^ﬁ1", "    text ^fibre",
    "[[#fibre]] and [[#ﬁbre|ﬁ]]", "[x](#cafÃ©-bar) [y](<#cafÃ© bar>)", "[[#[^2]]] [x](#[^1])",
    "[[titanin#café bar]]", "[r]: #fi\u00adbre", "[x](\ntitanin.md#cafÃ©%20bar)",
    "[te\u00adxt][]", "[te\u00adxt]: http://u",
)  # fmt: skip
HEADINGS = ("cafÃ© bar", "café bar", "fi\u00adbre", "fibre", "ﬁbre", "wаll", "wall", "Source 1",
            "Source 2", "Titanin", "Details 3", "a cafÃ© & bar", "Titanin2 and titanin-2",
            "Source ﬁ 2", "Title ﬁ", "Synthesis", "References")  # fmt: skip
FORMS = ("[[titanin#{}]]", "![[titanin#{}|x]]", "[x](<titanin.md#{}>)", "[x]: <titanin.md#{}>",
         "[x](titanin#{slug})", "[x](titanin.md#{quoted})", "[x](\n<titanin.md#{}>)",
         "> - [[titanin#Titanin#{}]]", "^[see [[titanin#{}]]]", "[[titanin#[^{number}]]]",
         "[[titanin#^18f898]]", "<mark>[[titanin#{}]]</mark>")  # fmt: skip
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


def linking(chance: random.Random) -> str:
    """The text of a note with links to places in the one that is made up beside it."""
    lines = []
    for _ in range(chance.randrange(6)):
        heading = chance.choice(HEADINGS)
        lines.append(
            chance.choice(FORMS)
            .replace("{slug}", heading.lower().replace(" ", "-"))
            .replace("{quoted}", heading.replace(" ", "%20"))
            .replace("{number}", chance.choice("123"))
            .replace("{}", heading)
        )
    return "\n\n".join([*lines, _line(chance)])


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
    if result.left_out:
        yield "of these some with fixes left out"
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
    wanted = fix(note, RULES, vault, applicability).fixed
    while chosen := _chosen(note, vault, applicability, wanted[len(fixed) :]):
        content = note.text.content
        edits = sorted(edit for found in chosen if found.fix for edit in found.fix.edits)
        for (start, end), text in reversed(edits):
            content = content[:start] + text + content[end:]
        note, fixed = read_note(note.path, content), fixed + chosen
    return note.text.content, tuple(fixed)


def _chosen(
    note: Note, vault: Vault, applicability: Applicability, wanted: tuple[Diagnostic, ...]
) -> list[Diagnostic]:
    """Those of the findings that are mended next; where some are left out, as many as come next."""
    found = check(note, RULES, vault)
    chosen = choose(found, applicability)
    if list(wanted[: len(chosen)]) == chosen:
        return chosen
    there = set(found)
    last = next((i for i, item in enumerate(wanted) if item not in there), len(wanted))
    for end in range(last, 0, -1):
        if choose(wanted[:end], applicability) == list(wanted[:end]):
            return list(wanted[:end])
    return []


def _reached(before: Note, after: Note, vault: Vault, effects: set[Effect]) -> Iterator[str]:
    old, new = _definitions(before), _definitions(after)
    if old - new or (Effect.ADDITIONS not in effects and new - old):
        yield "references reach other definitions"
    gone, come = _targets(before, vault), _targets(after, vault)
    lost, added = _written(gone) - _written(come), _written(come) - _written(gone)
    if Effect.TARGETS not in effects and (lost or (added and Effect.CELLS not in effects)):
        yield "links reach other places"
    if {target for target in gone if target[1]} - set(come):
        yield "links that led somewhere lead elsewhere"


def _written(targets: Counter[tuple[str, str | None, str]]) -> Counter[tuple[str, str]]:
    """Links without what they reach: a heading that is mended may be there for one that missed
    it."""
    written: Counter[tuple[str, str]] = Counter()
    for (kind, _, inside), count in targets.items():
        written[kind, inside] += count
    return written


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
        # Which footnote a link reaches is looked at below; what it is called may change.
        inside = "[^]" if subpath.footnote else link.target.partition("#")[2]
        found[link.kind, None if is_missing else resolution.path, inside] += 1
    return found


# What all links of a vault reach, by code of its own.

Place = tuple[str, str, int]  # a path, what is there, and which of them


def mended_together(texts: Mapping[str, str], vault: Vault, treatment: Treatment) -> dict[str, str]:
    """The notes of a vault after a run."""
    notes = {path: treatment.read(path, Text(text)) for path, text in texts.items()}
    results = {path: treatment.of(note, vault) for path, note in notes.items()}
    if treatment.applicability is Applicability.UNSAFE:
        again = {path: results[path] for path in results}
        results = settled(again, treatment, vault, lambda path, error: results[path], map)
    return {path: result.after.content for path, result in results.items()}


def led_astray(before: Mapping[str, str], after: Mapping[str, str], vault: Vault) -> Iterator[str]:
    """The notes with links that reached a place and do not reach it any more."""
    old = {path: read_note(path, text) for path, text in before.items()}
    new = {path: read_note(path, text) if text != before[path] else old[path]
           for path, text in after.items()}  # fmt: skip
    for path, note in old.items():
        gone = _places(note, old, vault) - _places(new[path], new, vault)
        for place in gone:
            if _is_countable(old[place[0]], new[place[0]]):
                yield f"{path}: {place}"


def _is_countable(old: Note, new: Note) -> bool:
    """Whether places have the numbers that they had: nothing was added, and nothing moved."""
    counts = [(len(note.facts.headings), len(note.facts.definitions)) for note in (old, new)]
    starts = [[_letters(note[item.span].partition("]:")[2]) for item in note.facts.definitions]
              for note in (old, new)]  # fmt: skip
    return counts[0] == counts[1] and starts[0] == starts[1]


def _places(note: Note, notes: Mapping[str, Note], vault: Vault) -> Counter[Place]:
    """What the links of a note reach inside notes, and how often."""
    found: Counter[Place] = Counter()
    for link in note.facts.all_links:
        if is_inside(link) and "#" in (link.target if link.is_wiki else unquote(link.target)):
            path = vault.reached(link, note.path).path
            place = _place(link, notes[path]) if path in notes else None
            if path and place:
                found[path, *place] += 1
    return found


def _place(link: Link, note: Note) -> tuple[str, int] | None:
    written = (link.target if link.is_wiki else unquote(link.target)).partition("#")[2].strip()
    if written.startswith("[^"):
        labels = [item.label.lower() for item in note.facts.definitions]
        label = written[2:].removesuffix("]").lower()
        return ("footnote", labels.index(label)) if label in labels else None
    if written.startswith("^"):
        return None  # blocks are nodes, whose ids the proof and the other judge hold fast
    number = _walk(written, note)
    if number is None and not link.is_wiki:
        slugs = [re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-") for plain in _plain(note)]
        number = slugs.index(written.lower()) if written.lower() in slugs else None
    return None if number is None else ("heading", number)


def _walk(written: str, note: Note) -> int | None:
    number, depth = -1, 0
    for part in filter(_bare, written.split("#")):
        for index, heading in islice(enumerate(note.facts.headings), number + 1, None):
            if heading.depth > depth and _bare(part) in (
                _bare(heading.source),
                _bare(heading.plain),
            ):
                number, depth = index, heading.depth
                break
        else:
            return None
    return None if number < 0 else number


def _plain(note: Note) -> list[str]:
    return [h.source if "[^" in h.source else h.plain for h in note.facts.headings]


def _bare(text: str) -> str:
    lower = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    return " ".join(re.sub(r"[!\"#$%&()*+,.:;<=>?@^`{|}~/\[\]\\]", " ", lower).split())


def real(folder: Path) -> tuple[Vault, dict[str, str]]:
    """A vault on disk and the texts of those of its notes that can be read."""
    vault = opened(discover(folder, [folder], False), default_settings())
    texts = {path: file.text for path, file in vault.notes.items() if file.error is None}
    return vault, {path: text.content for path, text in texts.items() if text is not None}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vaults", nargs="*", type=Path)
    parser.add_argument("--notes", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    chance = random.Random(options.seed)
    for note in made_up(options.notes, options.seed):
        texts = {"titanin.md": note.text.content}
        texts |= {path: linking(chance) for path in ("a.md", "walls/b.md")}
        summaries = {path: scan_summary(text) for path, text in texts.items()}
        vault = Vault(FileNames.of([*NAMES, *texts]), fold(summaries))
        _count([note], vault, counts)
        _count_together(texts, vault, counts)
    for folder in options.vaults:
        vault, texts = real(folder.resolve())
        _count((TREATMENT.read(path, Text(text)) for path, text in texts.items()), vault, counts)
        _count_together(texts, vault, counts)
    for what, count in sorted(counts.items()):
        print(f"{count:8,} {what}")


SETTINGS = default_settings().selecting(list(shipped_rules()))
TREATMENT = Treatment(SETTINGS)


def _count_together(texts: Mapping[str, str], vault: Vault, counts: Counter[str]) -> None:
    for applicability in (Applicability.SAFE, Applicability.UNSAFE):
        after = mended_together(texts, vault, Treatment(SETTINGS, applicability))
        counts[f"{applicability}: notes changed by a run over the vault"] += sum(
            after[path] != text for path, text in texts.items()
        )
        counts[f"{applicability}: links of the vault led astray"] += 0
        for said in led_astray(texts, after, vault):
            counts[f"{applicability}: links of the vault led astray"] += 1
            print(f"{said} ({applicability})", *(repr(text[:600]) for text in texts.values())
                  if len(texts) < 9 else ())  # fmt: skip


def _count(notes: Iterable[Note], vault: Vault, counts: Counter[str]) -> None:
    for note in notes:
        counts["notes"] += 1
        for applicability in (Applicability.SAFE, Applicability.UNSAFE):
            for said in judge(note, vault, applicability):
                counts[f"{applicability}: {said}"] += 1
                if not said.startswith(("mended", "refused:", "of these")):
                    print(f"{note.path}: {said} ({applicability}): {note.text.content[:1000]!r}")


if __name__ == "__main__":
    main()
