"""What a note and a vault are made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lsprotocol.types import DocumentSymbol, Location, SymbolInformation
from support.quoting import asked

from notelint.server.symbols import document_symbols, workspace_symbols

WALL = "terms/cell wall.md"


def tree(symbols: Any) -> list[Any]:
    return [(item.name, tree(item.children)) if item.children else item.name for item in symbols]


def test_headings_have_what_is_under_them(tmp_path: Path) -> None:
    at = asked(tmp_path, WALL, nests_symbols=True)
    symbols = document_symbols(at.desk, at.path)
    assert tree(symbols) == [
        (
            "Cell wall",
            ["Synthesis", "Source[^1]", "Source[^2]", ("References", ["[^1]", "[^2]"])],
        )
    ]
    top = symbols[0]
    assert isinstance(top, DocumentSymbol)
    assert (top.range.start.line, top.selection_range.end.character) == (3, 11)
    assert top.range.end.line == 18


def test_depths_may_leap(tmp_path: Path) -> None:
    at = asked(tmp_path, "new.md", "### a¦\n# b\n### c\n## d\n#\n", nests_symbols=True)
    assert tree(document_symbols(at.desk, at.path)) == ["a", ("b", ["c", "d"]), "(no title)"]


def test_an_editor_that_nests_nothing_has_them_in_a_row(tmp_path: Path) -> None:
    at = asked(tmp_path, WALL)
    symbols = document_symbols(at.desk, at.path)
    found = [(s.name, s.container_name) for s in symbols if isinstance(s, SymbolInformation)]
    assert found[:2] == [("Cell wall", None), ("Synthesis", "Cell wall")]
    assert len(found) == 7


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("wall", ["Cell wall", "cell wall", "wall of a cell"]),
        ("WALL cell of", ["wall of a cell"]),
        ("parts", ["Parts"]),
        ("nothing of this", []),
    ],
)
def test_notes_aliases_and_headings_are_found_by_their_words(
    query: str, names: list[str], tmp_path: Path
) -> None:
    desk = asked(tmp_path, WALL).desk
    found = workspace_symbols(desk, query)
    assert sorted(item.name for item in found) == names


def test_a_heading_is_told_where_it_is(tmp_path: Path) -> None:
    [item] = workspace_symbols(asked(tmp_path, WALL).desk, "parts")
    assert isinstance(item.location, Location)
    assert (item.container_name, item.location.range.start.line) == ("enzyme", 2)
    assert item.location.uri == (tmp_path / "terms/enzyme.md").as_uri()


def test_of_a_large_vault_only_the_first_are_told(tmp_path: Path) -> None:
    at = asked(tmp_path, "new.md", "¦" + "# one\n" * 300)
    assert len(workspace_symbols(at.desk, "one")) == 100
