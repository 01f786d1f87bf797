"""Headings as a kind of notes declares them, and what the sections under them are for."""

from __future__ import annotations

import pytest

from notelint.conventions import HeadingPattern, Role, role_of
from notelint.notes import Section, read_note


def section(heading: str) -> Section:
    return read_note("note.md", f"## {heading}\n").facts.sections[0]


@pytest.mark.parametrize(
    ("text", "words", "cites"),
    [
        ("Source[^n]", "Source", True),
        ("Source [^1] ", "Source", True),
        ("Source", "Source", False),
        ("[^n] Source", "[^n] Source", False),
        ("Part [1-9]", "Part [1-9]", False),
        ("[^n]", "", True),
    ],
)
def test_a_pattern_cites_where_it_ends_in_a_footnote(text: str, words: str, cites: bool) -> None:
    pattern = HeadingPattern(text)
    assert (pattern.words, pattern.cites) == (words, cites)


@pytest.mark.parametrize(
    ("text", "heading", "is_named", "fits"),
    [
        ("Source[^n]", "Source[^1]", True, True),
        ("Source[^n]", "source  [^a] (Biology)", True, True),
        ("Source[^n]", "Source", True, False),
        ("Source", "Source[^1]", True, True),
        ("Source", "Sources", False, False),
        ("Source*", "Sources of trade", True, True),
        ("Part [1-3]", "Part 2", True, True),
        ("Part [1-3]", "Part 4", False, False),
        ("Key  Words", "KEY WORDS", True, True),
        ("Bedeutung", "BEDEUTUNG", True, True),
        ("Re\u0301sume\u0301", "Résumé", True, True),
        ("A.C", "ABC", False, False),
    ],
)
def test_a_heading_is_told_by_its_words_and_its_footnote(
    text: str, heading: str, is_named: bool, fits: bool
) -> None:
    pattern = HeadingPattern(text)
    assert pattern.names(section(heading)) is is_named
    assert pattern.fits(section(heading)) is fits


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Source[^n]", Role.SOURCE),
        ("Synthesis[^n]", Role.SOURCE),
        ("SYNTHESIS", Role.SYNTHESIS),
        ("References", Role.REFERENCES),
        ("Source", Role.OTHER),
        ("Reference", Role.OTHER),
        ("Other", Role.OTHER),
    ],
)
def test_what_a_section_is_for_is_read_off_its_heading(text: str, role: Role) -> None:
    assert role_of(HeadingPattern(text)) is role
