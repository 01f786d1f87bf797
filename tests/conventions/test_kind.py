"""Kinds of notes: which notes are of one, and how many sections they have."""

from __future__ import annotations

import pytest

from notelint.conventions import HeadingPattern, Kind, Role, Slot, When
from notelint.conventions.dictionary import HOME_PAGES
from notelint.conventions.kind import TERM
from notelint.notes import read_note

HOME = "(Home Page) A Book of Walls"


def is_term(content: str) -> bool:
    return TERM.holds(read_note("note.md", content), HOME_PAGES)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("## Synthesis\n", True),
        ("## synthesis\n## Walls\n", True),
        ("## Source[^1]\n", True),
        ("## Source\n", False),
        ("# Synthesis\n", False),
        ("### Synthesis\n", False),
        ("> ## Synthesis\n", False),
        ("## References\n", False),
        ("## References\n\n[^1]: [[a book]]\n", False),
        (f"## References\n\n[^1]: [[{HOME}]]\n", True),
        (f"## References\n\n[^1]: see [[x/{HOME}#Bricks|a book]]\n", True),
        (f"## References\n\n[[{HOME}]]\n", False),
        ("## Source\n## References\n", True),
        ("", False),
    ],
)
def test_a_term_note_has_one_of_its_headings_and_not_references_alone(
    content: str, expected: bool
) -> None:
    assert is_term(content) is expected


GERMAN = Kind(
    "begriff",
    When(tuple(map(HeadingPattern, ("Synthese", "Belege")))),
    (
        Slot(HeadingPattern("synthese"), role=Role.SYNTHESIS),
        Slot(HeadingPattern("BELEGE"), role=Role.REFERENCES),
    ),
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("## Synthese\n", True),
        ("## Belege\n", False),
        ("## Synthese\n## Belege\n", True),
        (f"## Belege\n\n[^1]: [[{HOME}]]\n", True),
    ],
)
def test_what_a_heading_is_for_is_what_the_kind_says(content: str, expected: bool) -> None:
    assert GERMAN.holds(read_note("note.md", content), HOME_PAGES) is expected


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("terms/**", "terms/a/wall.md", True),
        ("terms/**", "papers/terms/wall.md", False),
        ("terms/", "papers/terms/wall.md", True),
        ("*.md", "a/wall.md", True),
        ("/*.md", "a/wall.md", False),
    ],
)
def test_a_path_is_matched_as_gitignore_does(pattern: str, path: str, expected: bool) -> None:
    assert When(path=pattern).holds(read_note(path, ""), 2) is expected


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("type: term\nlanguage: en", True),
        ("type: [note, term]\nlanguage: en", True),
        ("type: term", False),
        ("type: terms\nlanguage: en", False),
        ("type: [\nlanguage: en", False),
    ],
)
def test_all_properties_have_to_hold(front_matter: str, expected: bool) -> None:
    when = When(properties=(("type", "term"), ("language", "en")))
    assert when.holds(read_note("a.md", f"---\n{front_matter}\n---\n"), 2) is expected


def test_of_heading_path_and_property_none_may_fail() -> None:
    when = When((HeadingPattern("Steps"),), "a.md", (("type", "recipe"),))
    content = "---\ntype: recipe\n---\n## Steps\n"
    assert when.holds(read_note("a.md", content), 2)
    assert not when.holds(read_note("b.md", content), 2)
    assert not when.holds(read_note("a.md", content), 1)
    assert not when.holds(read_note("a.md", content.replace("recipe", "term")), 2)


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        (1, 1, "one"),
        (2, 2, "2"),
        (0, 1, "at most one"),
        (0, 3, "at most 3"),
        (1, None, "1 or more"),
        (0, None, "0 or more"),
        (2, 4, "2 to 4"),
    ],
)
def test_a_count_is_told_in_words(least: int, most: int | None, told: str) -> None:
    assert Slot(HeadingPattern("Source"), least, most).count == told


@pytest.mark.parametrize(
    ("heading", "slot"),
    [("Synthesis", 0), ("SOURCE[^1]", 1), ("Source", 1), ("References", 2), ("Sources", None)],
)
def test_a_section_belongs_to_the_slot_that_names_it(heading: str, slot: int | None) -> None:
    [section] = read_note("a.md", f"## {heading}\n").facts.sections
    assert TERM.slot_of(section) == (None if slot is None else TERM.slots[slot])
