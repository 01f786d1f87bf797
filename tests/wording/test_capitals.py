"""Words that mix capitals and small letters."""

from __future__ import annotations

import pytest

from notelint.notes import read_note
from notelint.values import Span
from notelint.wording import holds_word_of, mixtures, put_in_capitals


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


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("hyBRID ZONE-1", "HYBRID ZONE-1"),
        ("cAFE\u0301", "CAFE\u0301"),
        ("sTRAßE", None),
        ("kAPı", None),
        ("oFﬁCE", None),
        ("µTESLA", None),
    ],
)
def test_letters_stay_what_they_are_in_capitals(written: str, expected: str | None) -> None:
    fix = put_in_capitals(read_note("a.md", written), Span(0, len(written)))
    assert (fix and fix.edits[0].text) == expected
