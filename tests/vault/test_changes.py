"""Which notes have links that ask for what came or went."""

from __future__ import annotations

import pytest
from support.vaults import vault_of

from notelint.conventions import Conventions
from notelint.vault import notes_asking

WALL = "---\naliases: [Mauer]\n---\n# Layers\n\nThree. ^three\n"


@pytest.mark.parametrize(
    ("link", "went"),
    [
        ("[[wall]]", ["wall.md"]),
        ("![[a/Wall.png|200]]", ["a/Wall.png"]),
        ("[x](wall.md?v=1)", ["wall.md"]),
        ("[x](a%20wall.md)", ["a wall.md"]),
        ("[x](a%20wall.md)", ["a%20wall.md"]),
        ("[x](caf&eacute;\\_wall.md)", ["café_wall.md"]),
        ("[x](<a (1).md>)", ["a (1).md"]),
        ("[[[wall]]]", ["[wall].md"]),
        ("[[a#b]]", ["a#b.md"]),
        ("[x](shelf/)", ["shelf/a.md"]),
        ('---\nup: "[[wall]]"\n---\n', ["wall.md"]),
    ],
)
def test_a_link_to_a_file_asks_for_it(link: str, went: list[str]) -> None:
    texts = {"to.md": link, "other.md": "[[elsewhere]] `wall`"}
    before, now = vault_of(texts, went), vault_of(texts)
    assert list(notes_asking(before, now)) == list(notes_asking(now, before)) == ["to.md"]


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        (WALL, []),
        (WALL + "More.\n", []),
        (WALL.replace("Mauer", "Wand"), ["alias.md"]),
        (WALL.replace("Layers", "Rows"), ["heading.md", "block.md", "url.md"]),
        (WALL.replace("^three", "^four"), ["heading.md", "block.md", "url.md"]),
    ],
)
def test_a_link_to_a_place_asks_when_the_places_of_its_note_are_others(
    text: str, asking: list[str]
) -> None:
    texts = {
        "name.md": "[[wall]]",
        "alias.md": "[[Mauer]]",
        "heading.md": "[[wall#Layers]]",
        "block.md": "[[wall#^three]]",
        "url.md": "[x](wall.md#layers)",
    }
    before, now = vault_of({**texts, "wall.md": WALL}), vault_of({**texts, "wall.md": text})
    assert list(notes_asking(before, now)) == asking


QUOTING = "## A[^1]\n- {}\n\n[^1]: [[{}]]\n"


@pytest.mark.parametrize(
    ("before", "now", "least", "asking"),
    [
        ("n. x", "x", 3, ["formula.md", "other.md"]),
        ("n. x", "n. y", 3, []),
        ("n. x", "x", 0, []),
    ],
)
def test_a_formula_asks_when_the_labels_of_its_dictionary_are_others(
    before: str, now: str, least: int, asking: list[str]
) -> None:
    walls, older = "(Home Page) Walls", "Home Page - Walls"
    texts = {
        "formula.md": QUOTING.format("$n$. x", walls),
        "other.md": QUOTING.format("so $v b$.", older),
        "text.md": QUOTING.format("n. x", walls),
        "edition.md": QUOTING.format("$n$. x", f"{walls} 2nd Edition"),
        "known.md": QUOTING.format("$n$. x", "(Home Page) A Dictionary of Biology"),
    }
    vaults = [
        vault_of(
            {
                **texts,
                "a.md": QUOTING.format(item, walls),
                "b.md": QUOTING.format(item, "(Home Page) A Dictionary of Biology"),
            },
            conventions=Conventions(learn_labels=least),
        )
        for item in (before, now)
    ]
    assert list(notes_asking(*vaults)) == asking


@pytest.mark.parametrize(
    ("dictionary", "asking"),
    [
        ("Collins English Dictionary", ["formula.md"]),
        ("A Dictionary of Biology", []),
        ("Collins English Dictionary 2nd Edition", []),
    ],
)
def test_a_formula_asks_when_the_sections_of_a_known_dictionary_prove_others(
    dictionary: str, asking: list[str]
) -> None:
    note = QUOTING.format("$n$ direction of the fibres", f"(Home Page) {dictionary}")
    vaults = [
        vault_of(
            {
                "formula.md": note,
                "a.md": QUOTING.format(item, "(Home Page) Collins English Dictionary"),
                "b.md": QUOTING.format(item, "(Home Page) A Dictionary of Biology"),
            }
        )
        for item in ("n an edge", "an edge")
    ]
    assert list(notes_asking(*vaults)) == asking


@pytest.mark.parametrize(
    ("section", "is_asking"),
    [
        ("[^1]\n- $n$. a wall", True),
        ("[^1]\n- to wall $v b$ to build", True),
        ("[^1][^2]\n- $n$. a wall", True),
        ("[^1]\n- n. a wall, 5%% of it\n- $a d j$. walled", True),
        ("[^1]\n- $5$ walls of $k$ stones", False),
        ("[^1][^2]\n- n. a wall", False),
        ("[^2]\n- $n$. a wall", False),
    ],
)
def test_every_formula_asks_that_may_be_a_label(section: str, is_asking: bool) -> None:
    note = f"## Source{section}\n\n[^1]: (Home Page) Walls\n[^2]: (Home Page) Hedges\n"
    vaults = [
        vault_of({"note.md": note, "a.md": QUOTING.format(item, "(Home Page) Walls")})
        for item in ("n. x", "vb. x")
    ]
    assert list(notes_asking(*vaults)) == ["note.md"] * is_asking
