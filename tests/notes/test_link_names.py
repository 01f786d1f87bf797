"""The names of files that links give, read off the letters of a note."""

from __future__ import annotations

import pytest

from notelint.notes import link_name, scan_summary
from notelint.vault import fold


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("", set()),
        ("[[Cell Wall]] and ![[a/b/Cell wall.md#Shape|it]]", {"cell wall"}),
        ("[x](a/cell%20wall.md#shape) [y](<cell wall.md>)", {"cell wall"}),
        ("[x]: cell.md\n", {"cell"}),
        ("[x](a\\_b&amp;c.md?d)", {"a_b&c", "a_b&c.md?d"}),
        ("| [[cell\\|it]] |", {"cell"}),
        ("`[[cell]]`", {"cell"}),
        ("[x](https://example.org/cell) [[#Here]] [[|x]]", set()),
    ],
)
def test_names_are_those_of_files(content: str, names: set[str]) -> None:
    assert scan_summary(content).names == names


def test_the_index_counts_the_notes_that_give_a_name() -> None:
    texts = {"a.md": "[[Wall]] [[wall]]", "b.md": "[x](wall.md)", "c.md": "[[walls]]"}
    index = fold({path: scan_summary(text) for path, text in texts.items()})
    assert [index.notes_linking(name) for name in ("x/Wall", "walls.md", "cell")] == [2, 1, 0]
    changed = index.with_note("b.md", scan_summary("[[walls]]")).without("a.md")
    assert [changed.notes_linking(name) for name in ("wall", "walls")] == [0, 2]


def test_a_name_is_the_same_however_it_is_written() -> None:
    assert link_name(" a/Cell Wall.md ") == link_name("cell wall") == "cell wall"
