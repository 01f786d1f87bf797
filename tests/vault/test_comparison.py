"""From one vault to another: the cells whose answers may differ, and no others."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.vaults import vault_of

from notelint.notes import scan_summary
from notelint.vault import Changes, Differences, differences
from notelint.vault.asked import NAMES, Cell, Kind, packed

NOTES = {
    "a.md": "---\naliases: [N]\n---\n# One\n\n[[b#Two]] a side-effect\n",
    "b.md": "# Two\n",
}


def changed(changes: Mapping[str, str | None], files: frozenset[str] = frozenset()) -> Differences:
    notes = {path: None if text is None else scan_summary(text) for path, text in changes.items()}
    return differences(vault_of(NOTES).index, Changes(notes, files))


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("# One", "# One", set()),
        ("# One", "# one", {(Kind.NOTE, "a.md")}),
        ("# One", "# One ^i", {(Kind.NOTE, "a.md")}),
        ("# One", "## One", {(Kind.NOTE, "a.md")}),
        ("[N]", "[n]", set()),
        ("[N]", "[R]", {(Kind.ALIAS, "n"), (Kind.ALIAS, "r")}),
        ("[N]", "[N, R]", {(Kind.ALIAS, "r")}),
        ("[[b#Two]]", "[[b#One]]", {(Kind.LINKING, "b")}),
        ("[[b#Two]]", "[[b]]", {(Kind.LINKING, "b")}),
        ("[[b#Two]]", "[[c#Two]]", {
            *((Kind.LINKING, "b"), (Kind.LINKING, "c"), (Kind.NAMING, "b"), (Kind.NAMING, "c")),
        }),
        ("a side", "a b side", set()),
        ("a side", "a wall side", {(Kind.WORD, "wall"), (Kind.SMALL, "wall")}),
        ("a side", "a Wall side", {(Kind.WORD, "wall")}),
        ("a side", "a mRNA side", {(Kind.WORD, "mrna"), (Kind.MIXED, "mRNA")}),
        ("side-effect", "", {
            *((Kind.WORD, "side-effect"), (Kind.SMALL, "side-effect")),
            *((Kind.COMPOUND, key) for key in ("sideeffect", "side*", "*effect")),
        }),
    ],
)  # fmt: skip
def test_an_edit_changes_the_cells_of_what_it_changes(old: str, new: str, cells: set[Cell]) -> None:
    words = {(kind, key) for kind, key in cells if kind in (Kind.WORD, Kind.SMALL)}
    found = changed({"a.md": NOTES["a.md"].replace(old, new)})
    headings = {cell for cell in found.cells if cell[0] in (Kind.WORD, Kind.SMALL)} - words
    assert found.cells - headings == cells
    assert headings <= {(kind, key) for kind in (Kind.WORD, Kind.SMALL) for key in ("one", "two")}
    assert found.words == {key for kind, key in cells if kind is Kind.COMPOUND}
    assert found.numbers() == packed(found.cells)
    assert bool(found) is bool(found.cells)


def test_what_a_section_prints_changes_the_cells_of_what_it_quotes() -> None:
    note = "## A[^1]\n- {}\n## B[^1]\n- n. y\n\n[^1]: Walls\n"
    index = vault_of({"a.md": note.format("n. x")}).index

    def cells(after: str) -> set[str]:
        found = differences(index, Changes({"a.md": scan_summary(after)}))
        return {key for kind, key in found.cells if kind is Kind.PRINTING}

    assert cells(note.format("n. z")) == set()
    assert cells(note.format("z")) == {"walls"}
    assert cells(note.format("adj. & n. z")) == {"walls"}
    assert cells(note.format("n. x").replace("Walls", "Roofs")) == {"walls", "roofs"}
    assert cells("") == {"walls"}


def test_a_note_that_comes_or_goes_changes_all_that_it_holds() -> None:
    gone = changed({"a.md": None})
    came = differences(
        vault_of({"b.md": NOTES["b.md"]}).index, Changes({"a.md": scan_summary(NOTES["a.md"])})
    )
    assert gone == came
    assert {(Kind.NOTE, "a.md"), (Kind.ALIAS, "n"), (Kind.LINKING, "b")} < gone.cells


def test_a_title_is_a_word_of_the_vault() -> None:
    index = vault_of({}).index
    came = differences(index, Changes({"x/Cell wall.md": scan_summary("")}))
    assert {(Kind.WORD, "cell"), (Kind.WORD, "wall")} < came.cells


def test_files_change_their_names_and_folders_and_what_is_near() -> None:
    assert changed({}, frozenset({"x/y/Pic.png"})).cells == {
        *(NAMES, (Kind.FILE, "pic.png")),
        *((Kind.FOLDER, "."), (Kind.FOLDER, "x"), (Kind.FOLDER, "x/y")),
    }
    assert {(Kind.FILE, "c"), (Kind.FILE, "c.md")} < changed({}, frozenset({"c.md"})).cells


def test_what_is_lost_here_and_written_there_is_the_same() -> None:
    lost = NOTES["a.md"].replace("a side-effect", "")
    found = changed({"a.md": lost, "b.md": "# Two\n\na side-effect\n"})
    assert not found.words
    assert {kind for kind, _ in found.cells} <= {Kind.NOTE}


def test_where_nothing_changes_nothing_is_different() -> None:
    assert not changed(dict(NOTES))
    assert not changed({})
    assert not changed({"gone.md": None})
