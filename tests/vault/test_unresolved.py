"""What a link that leads nowhere may have meant."""

from __future__ import annotations

import pytest

from notelint.notes import read_note
from notelint.vault import FileNames, NearMisses, near_misses

NAMES = FileNames.of(["a/cell wall.md", "Figure 1.png", "osmosis.md"])


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
    [written] = read_note("note.md", link).facts.links
    assert near_misses(NAMES, written).names == names
