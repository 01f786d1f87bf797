"""What a note costs grows no faster than the note, whatever it repeats. Calls are counted, as a
clock tells little on a busy machine; ``bench/growth.py`` has the clock, and more notes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from runpy import run_path

import pytest
from support.vaults import vault_of

from notelint.config import ActiveRule, shipped_rules
from notelint.lint import check, fix
from notelint.notes import read_note
from notelint.values import Applicability

BENCH = Path(__file__).resolve().parents[2] / "bench"
SHAPES = run_path(str(BENCH / "shapes.py"))
RULES = [ActiveRule(rule(), rule.severity) for rule in shipped_rules().values()]
SIZE = 2_000
UNITS = {  # ways in which they were once slow, or might be
    "small capitals": "on one line",
    "mixed capitals behind a cue": "on one line",
    "a link and text": "on one line",
    "an allow": "on one line",
    "a label as a formula": "on one line",
    "soft hyphens": "on one line",
    "a split ligature": "on one line",
    "a near miss": "in paragraphs",
    "a reference": "in Source headings",
}
WHOLE = (
    "empty sources of one label",
    "sources of many labels, one page",
    "other headings",
    "headings, then wrong links",
    "mojibake in headings of a text that is linked",
    "headings of one slug, then links",
    "nested headings, then links",
    "allows on lines of their own, apart",
    "allows in a quote, by one another",
    "definitions outside",
    "definitions glued",
    "references out of order",
    "a row of links with bars",
    "broken words, long",
)
NOTES: dict[str, Callable[[int], str]] = {
    **{name: SHAPES["SHAPES"][name] for name in WHOLE},
    **{f"{name}, {way}": SHAPES["WAYS"][way](SHAPES["UNITS"][name]) for name, way in UNITS.items()},
    "words that may be names, beside links": SHAPES["repeat"](
        "[utf8](u) side-effect sideeffect utf-8 "
    ),
}


@pytest.mark.parametrize("name", NOTES)
def test_twice_the_note_is_twice_the_calls(name: str) -> None:
    small, large = (costs(NOTES[name](size)) for size in (SIZE, 2 * SIZE))
    grown = {part: (small[part], calls) for part, calls in large.items()}
    most = {part: 2.4 * before + 3_000 for part, (before, _) in grown.items()}
    assert {part: both for part, both in grown.items() if both[1] > most[part]} == {}


def costs(content: str) -> dict[str, int]:
    """How many calls each part of what is done with a note takes."""
    vault = vault_of({"a.md": content, "cell wall.md": "---\naliases: [Mauer]\n---\n# Part 1\n"})
    note = read_note("a.md", content)
    found = {"reading": calls_of(lambda: read_note("a.md", content))}
    for active in RULES:
        found[active.rule.name] = calls_of(lambda rule=active.rule: list(rule.check(note, vault)))
    found["checking"] = calls_of(lambda: check(note, RULES, vault))
    found["fixing"] = calls_of(lambda: fix(note, RULES, vault, Applicability.UNSAFE))
    return found


def calls_of(work: Callable[[], object]) -> int:
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


VAULTS: dict[str, Callable[[int], dict[str, str]]] = {
    "one name in many folders": lambda count: {
        f"{n}/index.md": "# caf\u00c3\u00a9 h\n\n[[index]] [[indexx]] [[index#h]] [x](index.md#h)\n"
        for n in range(count)
    },
    "one alias": lambda count: {
        f"n{n}.md": "---\naliases: [Common]\n---\n[[Common]]\n" for n in range(count)
    },
    "a note that all link to": lambda count: {
        "hub.md": "".join(f"## pro\ufb01t {n}\n\n" for n in range(count)),
        **{f"n{n}.md": f"[[hub#pro\ufb01t {n}]] [[hub#porfit {n}]]\n" for n in range(count)},
    },
    "a note that links to all": lambda count: {
        "hub.md": " ".join(f"[[n{n}#H]] [[n{n}#^b]]" for n in range(count)),
        **{f"n{n}.md": "# H pro\ufb01t\n\na ^b\n" for n in range(count)},
    },
    "one near miss": lambda count: {
        "cell wall.md": "x\n",
        **{f"n{n}.md": "[[cell wal]]\n" for n in range(count)},
    },
}


@pytest.mark.parametrize("name", VAULTS)
def test_twice_the_vault_is_twice_the_calls(name: str) -> None:
    small, large = (calls_of(lambda n=n: _treated(VAULTS[name](n))) for n in (40, 80))
    assert large <= 2.3 * small


def _treated(texts: dict[str, str]) -> None:
    vault = vault_of(texts)
    for path, text in texts.items():
        fix(read_note(path, text), RULES, vault, Applicability.UNSAFE)
