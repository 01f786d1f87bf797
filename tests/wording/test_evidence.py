"""How a note and the vault spell a word, and what they take for a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import vault_of

from notelint.notes import read_note
from notelint.wording import Evidence, is_word
from notelint.wording.evidence import Spelled

COUNTS = st.integers(0, 4)


def written(joined: int, compound: int) -> str:
    return f"{'sidewall ' * joined}{'side-wall ' * compound}\n"


def usual(here: str, elsewhere: str = "") -> Evidence | None:
    vault = vault_of({"a.md": here, "b.md": elsewhere})
    return Spelled.of(read_note("a.md", here), vault, "sidewall", "side-wall").usual()


@pytest.mark.parametrize(
    ("here", "elsewhere", "told"),
    [
        ("sidewall", "", "the note writes it once, `side-wall` never"),
        ("side-wall", "", "the note writes it once, `sidewall` never"),
        ("", "Sidewall", "the vault writes it once, `side-wall` never"),
        ("sidewall side-wall", "", "the note writes it once, `side-wall` once"),
        ("side-wall", "sidewall " * 4, "the vault writes it 4 times, `side-wall` once"),
        ("side-wall", "sidewall " * 3, "the note writes it once, `sidewall` never"),
        ("", "`sidewall` [[sidewall]] $sidewall$", None),
        ("", "x- sidewall", None),
    ],
)
def test_the_note_decides_unless_the_vault_is_clearly_against_it(
    here: str, elsewhere: str, told: str | None
) -> None:
    evidence = usual(here, elsewhere)
    assert (str(evidence) if evidence else None) == told


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_evidence_is_the_more_frequent_spelling_of_the_place_it_names(
    joined: int, compound: int, other_joined: int, other_compound: int
) -> None:
    evidence = usual(written(joined, compound), written(other_joined, other_compound))
    assert (evidence is None) == (joined + compound + other_joined + other_compound == 0)
    if evidence is not None:
        assert evidence.often > 0
        assert evidence.often >= evidence.rarely
        assert evidence.is_sure == (evidence.often >= 2 * evidence.rarely)


def test_evidence_tells_of_what_is_written_otherwise() -> None:
    evidence = Evidence("practices", "prac-tices", "note", 2, 0)
    told = "`prac- tices` may be `practices`: the note writes it twice, `prac-tices` never"
    assert evidence.told_of("`prac- tices`") == told


@pytest.mark.parametrize(
    ("piece", "but", "beside", "expected"),
    [
        ("plication", 0, 0, True),
        ("plication", 1, 0, False),
        ("plication", 0, 10, True),
        ("plication", 0, 11, False),
        ("kennedy", 0, 0, False),
        ("of", 0, 0, True),
        ("tices", 0, 0, False),  # goes on behind a hyphen
    ],
)
def test_a_piece_is_a_word_where_it_is_written_often_enough(
    piece: str, but: int, beside: int, expected: bool
) -> None:
    vault = vault_of({"a.md": "a plication of Kennedy, prac- tices"})
    assert is_word(vault, piece, but, beside) is expected
