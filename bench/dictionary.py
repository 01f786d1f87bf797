"""A vault of notes that quote dictionaries, in folders of a hundred: what the other benchmarks run
on. Nine notes in ten have a finding, as in vaults that were scanned and never linted.

    python bench/dictionary.py FOLDER [--notes 10000]
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

_WORDS = """
acid antibody antigen base boundary cell change charge class climate codon colour decay
disease energy enzyme family fibre field force form gene growth habitat heat hormone ion
lipid mass membrane memory mineral muscle nerve nucleus organ pattern plasma process
protein receptor reflex region response ribosome rule salt shape signal soil sound source
species stimulus structure sugar surface system tissue vessel virus wall wave
"""
WORDS = tuple(_WORDS.split())
TITLES = ("Biology", "Psychology", "Chemistry", "Zoology", "Physics")
SCARS = (
    ("affinity", "af\ufb01nity"),
    ("long-term", "long$\\textemdash$term"),
    ("is seen", "is seen $\\textendash$ or not"),
    ("interleukin-11", "interleukin11"),
)


def home_page(title: str, edition: int) -> str:
    return f"(Home Page) A Dictionary of {title} {edition}th Edition by Oxford Reference"


def make_vault(folder: Path, size: int, items: int = 2) -> None:
    """A vault of ``size`` term notes and the home pages that they cite; each Source has so many
    items."""
    chance = random.Random(size)
    names = [f"{' '.join(chance.sample(WORDS, 2))} {number}" for number in range(size)]
    pages = [home_page(title, edition) for title in TITLES for edition in (7, 8)]
    (folder / ".obsidian").mkdir(parents=True)
    (folder / "home").mkdir()
    for page in pages:
        (folder / "home" / f"{page}.md").write_text("1. a page\n", encoding="utf-8")
    for number, name in enumerate(names):
        path = folder / f"terms/{number // 100:03d}/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_note(chance, names, pages, items), encoding="utf-8")


def _note(chance: random.Random, names: list[str], pages: list[str], items: int) -> str:
    lines = ["## Synthesis", "- " + ("" if chance.random() < 0.05 else _text(chance, names))]
    cited = chance.sample(pages, chance.randint(1, 3))
    for number in range(1, len(cited) + 1):
        lines.append(f"## Source{' ' if chance.random() < 0.4 else ''}[^{number}]")
        label = "$n$. " if chance.random() < 0.6 else "*n.* "
        lines.append(f"- {label}{_text(chance, names)}")
        lines += (f"- {_text(chance, names)}" for _ in range(items - 1))
    lines += ["## References", ""]
    lines += [f"[^{number}]: [[{page}]]" for number, page in enumerate(cited, 1)]
    return "\n".join(lines) + "\n"


def _text(chance: random.Random, names: list[str]) -> str:
    words = chance.choices(WORDS, k=chance.randint(20, 70))
    for plain, scar in SCARS:
        if chance.random() < 0.15:
            words.insert(chance.randrange(len(words)), scar if chance.random() < 0.3 else plain)
    if chance.random() < 0.5:
        name = chance.choice(names)
        target = name.replace("e", "a", 1) if chance.random() < 0.02 else name
        words.insert(chance.randrange(len(words)), f"[[{target}]]")
    return " ".join(words).capitalize() + "."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--notes", type=int, default=10_000)
    options = parser.parse_args()
    make_vault(options.folder, options.notes)


if __name__ == "__main__":
    main()
