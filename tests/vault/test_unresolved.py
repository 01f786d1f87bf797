"""What a link that leads nowhere may have meant."""

from __future__ import annotations

import pytest
from support.vaults import vault_of

from notelint.notes import read_note
from notelint.vault import NearMisses, near_misses

VAULT = vault_of(files=["a/cell wall.md", "Figure 1.png", "osmosis.md"])


@pytest.mark.parametrize(
    ("names", "hint"),
    [
        ((), ""),
        (("a",), "; did you mean `a`?"),
        (("a", "b"), "; did you mean `a` or `b`?"),
        (("a", "b", "c"), "; did you mean `a`, `b` or `c`?"),
    ],
)
def test_names_that_are_near_are_asked_about(names: tuple[str, ...], hint: str) -> None:
    assert NearMisses(names).hint == hint


@pytest.mark.parametrize(
    ("link", "names"),
    [
        ("[[cell wal]]", ("cell wall",)),
        ("[[cell wal.md#Shape|x]]", ("cell wall",)),
        ("[[gone/folder/cell wal]]", ("cell wall",)),
        ("[[cell%20wal]]", ()),
        ("[x](cell%20wal.md)", ("cell wall",)),
        ("[x](../Figur%201.png)", ("Figure 1.png",)),
        ("![[figure 1]]", ("Figure 1.png",)),
        ("[[mitochondrion]]", ()),
        ("[[#Shape]]", ()),
    ],
)
def test_a_name_is_near_whatever_the_folder_and_the_form(link: str, names: tuple[str, ...]) -> None:
    note = read_note("note.md", link)
    [written] = note.facts.links
    assert near_misses(VAULT, written, note).names == names


def judged(content: str, *files: str, path: str = "note.md", **texts: str) -> tuple[str, bool]:
    """The difference of the best near miss of the first link, and whether it is probable."""
    others = {f"{name}.md": text for name, text in texts.items()}
    note = read_note(path, content)
    vault = vault_of({path: content, **others}, files)
    best = near_misses(vault, note.facts.links[0], note).best
    return ("", False) if best is None else (best.likeness.difference.value, best.is_probable)


@pytest.mark.parametrize(
    ("link", "file", "expected"),
    [
        # the folder
        ("[[old/Categories]]", "Categories.md", ("none", True)),
        ("[[a/b/Cell Wall]]", "terms/cell wall.md", ("case", True)),
        ("[x](../gone/cell%20wall.md)", "terms/cell wall.md", ("none", True)),
        ("[x](/react/handbook/composition)", "references/composition.md", ("none", False)),
        ("[x](/react/guide.md)", "references/guide.md", ("none", False)),
        ("[x](/references/old/guide.md)", "references/guide.md", ("none", True)),
        ("[x](../gone/README.md)", "terms/README.md", ("none", False)),
        ("[[IDS/IPS]]", "IPS.md", ("none", False)),
        ("[[File Read/Write]]", "Write.md", ("none", False)),
        ("[[DMARC/SPF/DKIM]]", "DKIM.md", ("none", False)),
        ("[[CVE/Scoring]]", "cve/x/Scoring.md", ("none", False)),
        ("[[NX Bit / DEP]]", "DEP.md", ("blank", False)),
        ("[[Old/Categories|them]]", "Categories.md", ("none", True)),
        ("[[old/Category]]", "Categories.md", ("plural", False)),
        # the type
        ("[[sphere tracing]]", "sphere tracing.png", ("ending", False)),
        ("[[Sphere-tracing]]", "sphere tracing.pdf", ("ending", False)),
        ("![[sphere tracing]]", "sphere tracing.png", ("ending", True)),
        ("![[sphere tracing.jpg]]", "sphere tracing.png", ("ending", True)),
        ("![[sphere tracing.png]]", "sphere tracing.md", ("", False)),
        ("![[Pasted image 20250324100717.png]]", "Pasted image 20250324100718.png", ("", False)),
        # a name that no link can write
        ("[[tr]]", "tr .md", ("", False)),
        ("[[cell walls]]", "cell\nwall.md", ("", False)),
        ("[[cell walls]]", "cell\udcff wall.md", ("", False)),
        ("['x']('https://www.example.com/en/monero')", "monero.md", ("", False)),
        # what shares little
        ("[[explainability]]", "reliability.md", ("", False)),
        ("[[Time blocking]]", "Blocking IO.md", ("", False)),
    ],
)
def test_what_is_meant_is_probable_or_not(link: str, file: str, expected: tuple[str, bool]) -> None:
    assert judged(link, file) == expected


@pytest.mark.parametrize(
    ("content", "other", "expected"),
    [
        ("[[trivectors#A]]", "", ("", False)),
        ("[[photosyntesis]]", "", ("slip", True)),
        ("[[photosyntesis]] and [[photosyntesis|it]]", "", ("slip", True)),
        ("[[photosyntesis]], which is photosyntesis", "", ("slip", False)),
        ("[[photosyntesis]]", "They say photosyntesis.", ("slip", False)),
        ("[[photosyntesis]]", "See [[Photosyntesis]].", ("slip", False)),
        ("[[photosynthesis cell|x]]", "", ("other", False)),
        ("[[photosyntesis]] beside [[photosynthesis]]", "", ("slip", False)),
    ],
)
def test_a_slip_is_probable_where_the_word_is_no_other(
    content: str, other: str, expected: tuple[str, bool]
) -> None:
    """What is written elsewhere too is a word of its own, or a note that is planned."""
    assert judged(content, photosynthesis="", other=other) == expected


@pytest.mark.parametrize(
    ("content", "others", "is_probable"),
    [
        ("[[Cells]]", {}, True),
        ("[[Cells]] beside [[cell]]", {}, False),
        ("[[Cells]]", {"b": "Many [[cells]]."}, False),
        ("[[Cells]]", {"b": "Many cells."}, True),
        ("[[Cells]]", {"cells and walls": ""}, True),
    ],
)
def test_a_plural_is_probable_where_nobody_else_names_it(
    content: str, others: dict[str, str], is_probable: bool
) -> None:
    assert judged(content, cell="", **others) == ("plural", is_probable)


@pytest.mark.parametrize(("file", "is_probable"), [("walls", False), ("cells", True)])
def test_a_plural_is_no_other_name_where_a_file_has_its_subject(
    file: str, is_probable: bool
) -> None:
    notes = {"wall flashcards": "", file: ""}
    assert judged("[[walls flashcards]]", **notes) == ("plural", is_probable)


@pytest.mark.parametrize(
    ("link", "is_probable"),
    [
        ("[[old/wall]]", True),
        ("[[old/wall#Shape]]", True),
        ("[[old/wall#Colour]]", False),
        ("[[old/wall#^18f898]]", True),
        ("[[old/wall#^18f899]]", False),
        ("[x](old/wall.md#shape)", True),
        ("[x](old/wall.md#colour)", False),
    ],
)
def test_a_file_is_probable_where_it_has_the_place(link: str, is_probable: bool) -> None:
    assert judged(link, wall="# Shape\n\nWalls. ^18f898\n") == ("none", is_probable)


def test_two_that_are_equally_near_are_for_a_person_to_choose() -> None:
    assert judged("[[cell  wall]]", "cell-wall.md", "cell_wall.md") == ("punctuation", False)


@pytest.mark.parametrize(
    ("target", "remark"),
    [
        ("'https://example.org/x'", "; the address stands in quotes"),
        ("“https://example.org/x”", "; the address stands in quotes"),
        ("./https://example.org/monero", ""),
    ],
)
def test_an_address_is_near_to_nothing(target: str, remark: str) -> None:
    note = read_note("note.md", f"[x]({target})")
    vault = vault_of(files=["x.md", "monero.md"])
    assert near_misses(vault, note.facts.links[0], note).hint == remark
