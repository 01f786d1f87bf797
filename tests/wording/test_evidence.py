"""What speaks for one spelling of a word and against another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import vault_of

from notelint.notes import read_note
from notelint.wording import Evidence, evidence_against_hyphen, evidence_of, is_word

COUNTS = st.integers(0, 4)


def written(joined: int, compound: int) -> str:
    return f"{'sidewall ' * joined}{'side-wall ' * compound}\n"


def weigh(here: str, elsewhere: str = "") -> Evidence | None:
    vault = vault_of({"a.md": here, "b.md": elsewhere})
    return evidence_of(read_note("a.md", here), vault, "sidewall", "side-wall")


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
    ],
)
def test_the_note_decides_unless_the_vault_is_clearly_against_it(
    here: str, elsewhere: str, told: str | None
) -> None:
    evidence = weigh(here, elsewhere)
    assert (str(evidence) if evidence else None) == told


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_evidence_is_the_more_frequent_spelling_of_the_place_it_names(
    joined: int, compound: int, other_joined: int, other_compound: int
) -> None:
    evidence = weigh(written(joined, compound), written(other_joined, other_compound))
    assert (evidence is None) == (joined + compound + other_joined + other_compound == 0)
    assert evidence is None or (evidence.often > 0 and evidence.often >= evidence.rarely)


@given(COUNTS, st.integers(1, 4))
def test_nothing_speaks_for_a_hyphen_and_against_it_at_once(joined: int, compound: int) -> None:
    text = written(joined, compound)
    note, vault = read_note("a.md", text), vault_of({"a.md": text})
    against = evidence_against_hyphen(note, vault, "sidewall", "side-wall")
    usual = evidence_of(note, vault, "sidewall", "side-wall")
    assert against is None or (usual is not None and usual.word == "sidewall")


def test_a_single_letter_is_never_joined() -> None:
    vault = vault_of({"a.md": "Tcell Tcell T-cell"})
    evidence = evidence_of(read_note("a.md", "x"), vault, "Tcell", "T-cell")
    assert evidence is not None
    assert evidence.word == "T-cell"


@pytest.mark.parametrize(
    ("piece", "but", "beside", "expected"),
    [
        ("house", 0, 0, True),
        ("plication", 0, 0, True),
        ("plication", 1, 0, False),
        ("plication", 0, 10, True),
        ("plication", 0, 11, False),
        ("kennedy", 0, 0, False),
    ],
)
def test_a_piece_is_a_word_where_it_is_written_often_enough(
    piece: str, but: int, beside: int, expected: bool
) -> None:
    vault = vault_of({"a.md": "a plication of Kennedy"})
    assert is_word(vault, piece, but, beside) is expected
