"""Links that a bar without its backslash splits over cells of a table."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.notes import read_note
from notelint.values import Edit, apply_edits

TABLE = "| a | b |\n| - | - |\n"


@pytest.mark.parametrize(
    ("row", "split"),
    [
        ("| [[x|y]] | z |", [("[[x|y]]", "x", "[[x\\|y]]", True)]),
        ("| [[x|y]] |", [("[[x|y]]", "x", "[[x\\|y]]", False)]),
        ("| ![[x.png|y|9]] | z |", [("![[x.png|y|9]]", "x.png", "![[x.png\\|y\\|9]]", True)]),
        ("| [[x\\|y|z]] | a |", [("[[x\\|y|z]]", "x", "[[x\\|y\\|z]]", True)]),
        ("| [[x\\|y]] | `[[x|y]]` |", []),
        ("| [[x]] | [[|y]] |", []),
        ("| [[x | y] |", []),
    ],
)
def test_links_over_cells_are_found(row: str, split: list[tuple[str, str, str, bool]]) -> None:
    note = read_note("note.md", f"{TABLE}{row}\n")
    assert [
        (note[link.span], link.target, link.escaped, link.is_fitting)
        for link in note.facts.split_links
        if link.is_certain
    ] == split
    assert not split or not note.facts.stray_brackets


PIECES = st.sampled_from(["[[a|b]]", "![[a.png|9]]", "|", "`", "$", "\\", " x ", "[[a]]", "%%"])


@settings(deadline=None)  # the parser is loaded by the first one
@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_link_with_its_backslash_is_split_no_more(row: str) -> None:
    note = read_note("note.md", f"{TABLE}| {row} |\n")
    edits = [Edit(link.span, link.escaped) for link in note.facts.split_links if link.is_certain]
    after = read_note("note.md", apply_edits(note.text.content, edits))
    assert not [link for link in after.facts.split_links if link.is_certain]
