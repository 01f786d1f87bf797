"""The sections of a note of some kind, by what they are for."""

from __future__ import annotations

import pytest
from support.vaults import vault_of

from notelint.conventions import Role
from notelint.notes import Note, read_note
from notelint.sources import is_malformed_definition, sections_for, source_around, sources
from notelint.sources.sections import references_around
from notelint.values import Span

VAULT = vault_of()
TERM = """\
before
## Synthesis
- mine
## Source[^1]
- one
### Below
- two
## Walls
- none
## Source[^2]
- three
## References
- last
"""
PAPER = "# Paper\n- mine\n## References\n- last\n"


def read(content: str) -> Note:
    return read_note("note.md", content)


def place(content: str, word: str) -> Span:
    start = content.index(word)
    return Span(start, start + len(word))


def test_sections_are_found_by_their_role_in_a_note_of_some_kind() -> None:
    names = {role: [one.name for one in sections_for(role, read(TERM), VAULT)] for role in Role}
    assert names == {
        Role.SYNTHESIS: ["Synthesis"],
        Role.SOURCE: ["Source", "Source"],
        Role.REFERENCES: ["References"],
        Role.OTHER: [],
    }
    assert all(sections_for(role, read(PAPER), VAULT) == () for role in Role)


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("before", None),
        ("mine", None),
        ("Source[^1]", 0),
        ("one", 0),
        ("two", 0),
        ("none", None),
        ("three", 1),
        ("last", None),
        ("one\n### Below\n- two\n## Walls", None),
    ],
)
def test_a_place_stands_in_the_source_that_holds_it(word: str, source: int | None) -> None:
    note = read(TERM)
    expected = None if source is None else sources(note, VAULT)[source]
    assert source_around(note, VAULT, place(TERM, word)) == expected


@pytest.mark.parametrize(
    ("content", "word", "is_there"),
    [
        (TERM, "last", True),
        (TERM, "three", False),
        (TERM, "References", False),
        (PAPER, "last", True),
        (PAPER, "mine", False),
        (PAPER.replace("References", "Literature"), "last", False),
        (TERM.replace("## References", "### References"), "last", False),
    ],
)
def test_references_are_what_stands_under_their_heading(
    content: str, word: str, is_there: bool
) -> None:
    found = references_around(read(content), VAULT, place(content, word))
    assert (found is not None) is is_there


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[^1] a book", True),
        ("  [^1] a book", True),
        ("a book [^1]", False),
        ("- [^1] a book", False),
    ],
)
def test_a_definition_that_lost_its_colon_begins_a_line_under_references(
    line: str, expected: bool
) -> None:
    for above, is_below in (("## Synthesis\n## References\n", True), ("## Synthesis\n", False)):
        note = read(f"{above}{line}\n")
        [reference] = note.facts.references
        assert is_malformed_definition(note, VAULT, reference) is (expected and is_below)
