"""Words that mix capitals and small letters."""

from __future__ import annotations

import pytest

from notelint.notes import read_note
from notelint.wording import holds_word_of, mixtures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "CALCULus, hyBrid, hYPERMnesia, SYMPATHin",
            ["CALCULus", "hyBrid", "hYPERMnesia", "SYMPATHin"],
        ),
        ("genetic CODE, RULE", ["genetic CODE"]),
        ("RNAs ATPase ATPases McNAUGHTEN MacDONALDs kWh pH", []),
        ("AMPA receptor, GENE, Gene, gene", []),
    ],
)
def test_mixtures_are_told_from_words_that_are_so(text: str, found: list[str]) -> None:
    note = read_note("a.md", text)
    [words] = note.facts.prose
    assert [note[span] for span in mixtures(note, words)] == found


@pytest.mark.parametrize(
    ("name", "written", "expected"),
    [
        ("AIDS virus", "AIDS Virus", True),
        ("genetic code", "genetic CODE", False),
        ("gENE", "gENE", True),
        ("hybrid", "hyBRID", False),
    ],
)
def test_a_name_with_the_same_letters_speaks_for_them(
    name: str, written: str, expected: bool
) -> None:
    assert holds_word_of(name, written) is expected
