"""Notes that ask much of one another, and edits of them at random."""

from __future__ import annotations

from random import Random

from support.kept_runs import KeptRuns

_HOME = "(Home Page) A Dictionary of Biology 8th Edition by Oxford Reference"
_NAMES = (
    *("cell", "Cell wall", "cells", "e-mail", "email", "enzyme", "enzymes", "force field"),
    *("index", "receptor", _HOME, "x#y"),
)
_FOLDERS = ("", "a/", "a/b/", "c d/")
_WORDS = (
    *("email", "e-mail", "force-field", "forcefield", "cell", "Cell", "wall", "co-operate"),
    *("cooperate", "receptor", "IL-2", "IL2", "eNzyme", "mRNA", "CYTOKINE", "cytokine"),
    *("di erent", "different", "onset", "on-set", "sta ff", "staff", "of", "well-known"),
    *("wellknown", "recep-tor", "(see CYTOKINES)", "e- mail", "o f"),
)
_HEADINGS = ("Synthesis", "Source[^1]", "Source [^2]", "References", "Walls", "walls", "e-mail")
_ALIASES = ("alias one", "email", "Cytokine", "alias two")
_MISSES = ("cel", "enzym", "wals", "Email", "recepto", *_ALIASES)
_COLLINS = "(Home Page) Collins English Dictionary"
_QUOTED = (
    *("Walls", "(Home Page) Walls", "Home Page - Walls", "(Home Page) Walls"),
    _HOME,
    _COLLINS,
)
_LABELS = (
    *(*("n.",) * 7, *("adj.", "$n$.") * 4, "(1) n.", "$a d j$.", "of $n$"),
    *("n a", "adj", "$n$ direction of"),
)
_OTHERS = ("pic.png", "cell.pdf", "x.md", "enzyme.png")


def note(chance: Random) -> str:
    """The text of a note."""
    if chance.random() < 0.3:
        return _quoting(chance)
    lines = []
    if chance.random() < 0.4:
        lines += ["---", f"aliases: [{chance.choice(_ALIASES)}]", "---"]
    for _ in range(chance.randint(1, 4)):
        lines.append(f"## {chance.choice(_HEADINGS)}")
        lines += (_item(chance) for _ in range(chance.randint(0, 3)))
    if chance.random() < 0.7:
        lines += ["", f"[^1]: [[{_target(chance)}]]"]
    return "\n".join(lines) + "\n"


def _quoting(chance: Random) -> str:
    """A note with sections that quote few dictionaries, and print their labels or formulas."""
    lines = ["## Synthesis", "- x"]
    for label in (1, 2):
        lines.append(f"## Source[^{label}]")
        items = range(chance.randint(0, 3))
        lines += [f"- {chance.choice(_LABELS)} {chance.choice(_WORDS)}" for _ in items]
    cited = (chance.choice(_QUOTED) for _ in range(2))
    defined = (f"[^{label}]: [[{name}]]" for label, name in enumerate(cited, 1))
    return "\n".join([*lines, "## References", "", *defined]) + "\n"


def _item(chance: Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(1, 6))]
    if chance.random() < 0.5:
        words.insert(chance.randint(0, len(words)), f"[[{_target(chance)}]]")
    if chance.random() < 0.15:
        words.append(f"[x]({_target(chance)}.md)".replace(" ", "%20"))
    if chance.random() < 0.1:
        words.append(f"![[{chance.choice(_OTHERS)}]]")
    if chance.random() < 0.2:
        words.append("[^1]")
    if chance.random() < 0.2:
        words.insert(0, "$n$.")
    if chance.random() < 0.1:
        words.append("^id1")
    return f"- {' '.join(words)}{chance.choice(['', '', ' and so on.'])}"


def _target(chance: Random) -> str:
    name = chance.choice((*_NAMES, *_MISSES))
    if chance.random() < 0.2:
        name = chance.choice(("a/", "b/", "c d/", "x/", "../")) + name
    if chance.random() < 0.4:
        name += "#" + chance.choice((*_HEADINGS, "^id1", "wals"))
    return name


def name(chance: Random) -> str:
    """Where a note stands."""
    return f"{chance.choice(_FOLDERS)}{chance.choice(_NAMES)}.md"


def edit(runs: KeptRuns, chance: Random) -> None:
    """One change of a vault."""
    kind, notes = chance.random(), runs.notes
    if kind < 0.45 or not notes:
        runs.put(name(chance), note(chance))
        return
    path = chance.choice(notes)
    if kind < 0.6:
        path.unlink()
    elif kind < 0.8:
        lines = path.read_text().split("\n")
        lines[chance.randrange(len(lines))] += " " + chance.choice(_WORDS)
        runs.put(str(path.relative_to(runs.root)), "\n".join(lines))
    elif kind < 0.9:
        runs.move(path, name(chance))
    elif kind < 0.95:
        runs.put(chance.choice(_FOLDERS) + chance.choice(_OTHERS), "x\n")
    else:
        runs.touch(path)
