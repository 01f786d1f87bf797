"""What is sure of a word with a scar, and what is left to a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import vault_of

from notelint.notes import Note, read_note
from notelint.vault import Vault
from notelint.wording import (
    Evidence,
    evidence_against_hyphen,
    evidence_for_hyphen,
    evidence_of_pieces,
)

COUNTS = st.integers(0, 4)
PARTS = "A side, a wall. "


def notes(here: str, elsewhere: str = "") -> tuple[Note, Vault]:
    return read_note("a.md", here), vault_of({"a.md": here, "b.md": elsewhere})


def told(evidence: Evidence | None) -> str | None:
    """The word, with a `?` where it is not sure."""
    return evidence and evidence.word + ("" if evidence.is_sure else "?")


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ("", None),
        ("sidewall", "sidewall"),
        ("sidewall side-wall", "sidewall"),  # neither piece is a word: a scan kept the hyphen
        ("side-wall", None),  # as it may have done here
        ("side-wall side-wall side-wall", "side-wall"),
        (f"{PARTS} sidewall", "sidewall?"),  # it may have lost a hyphen
        (f"{PARTS} sidewall sidewall", "sidewall"),
        (f"{PARTS} sidewall side-wall", "sidewall?"),
        (f"{PARTS} sidewall sidewall side-wall", "sidewall?"),
        (f"{PARTS} sidewall sidewall sidewall side-wall", "sidewall"),
        (f"{PARTS} side-wall", "side-wall"),
        (f"{PARTS} sidewall side-wall side-wall", "side-wall"),
        (f"{PARTS} sidewall {'wall ' * 30}", None),  # a dash before a word
    ],
)
def test_two_words_are_one_only_where_they_are_mostly(elsewhere: str, expected: str | None) -> None:
    note, vault = notes("x", elsewhere)
    assert told(evidence_of_pieces(note, vault, "side", "wall")) == expected


def test_a_single_letter_and_what_stands_before_a_capital_are_never_joined() -> None:
    note, vault = notes("x", "Tcell Tcell T-cell AngloSaxon Anglo-Saxon Anglo-Saxon Anglo-Saxon")
    assert told(evidence_of_pieces(note, vault, "T", "cell")) == "T-cell"
    assert told(evidence_of_pieces(note, vault, "Anglo", "Saxon")) == "Anglo-Saxon"
    assert evidence_of_pieces(note, vault, "cell", "Saxon") is None


@given(COUNTS, st.integers(1, 4))
def test_nothing_speaks_for_a_hyphen_and_against_it_at_once(joined: int, compound: int) -> None:
    note, vault = notes(f"{'sidewall ' * joined}{'side-wall ' * compound}\n")
    against = evidence_against_hyphen(note, vault, "side", "wall")
    lost = evidence_for_hyphen(note, vault, "sidewall", "side-wall", 3)
    assert against is None or lost is None or not (against.is_sure and lost.is_sure)


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ("sidewall sidewall sidewall", "sidewall"),
        ("sidewall sidewall", None),
        ("sidewall sidewall sidewall, a wall", None),
        ("side-wall sidewall sidewall sidewall", None),
    ],
)
def test_a_hyphen_stays_between_words(elsewhere: str, expected: str | None) -> None:
    note, vault = notes("a side-wall", elsewhere)
    assert told(evidence_against_hyphen(note, vault, "side", "wall")) == expected


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ("side-wall side-wall", None),
        ("side-wall side-wall side-wall", "side-wall"),
        ("side-wall side-wall side-wall sidewall", None),  # right in both spellings
        ("side-wall " * 20 + "sidewall", "side-wall"),
    ],
)
def test_few_words_have_lost_their_hyphen(elsewhere: str, expected: str | None) -> None:
    note, vault = notes("a sidewall", elsewhere)
    assert told(evidence_for_hyphen(note, vault, "sidewall", "side-wall", 3)) == expected


@pytest.mark.parametrize(
    ("elsewhere", "compound", "expected"),
    [
        ("", "cell-wall", None),
        (PARTS, "cell-wall", None),  # a part that may be a syllable
        (f"{PARTS} A cell.", "cell-wall", "cell-wall?"),
        ("a bed-side", "rock-side", None),
        ("a bed-shaped one, a bed", "almond-shaped", "almond-shaped?"),
        ("a ten, a house", "ten-sion", None),
        ("a but", "but-ter", None),
        ("non-verbal, non-lethal, non-stick, of no parasitic kind", "non-parasitic", None),
    ],
)
def test_a_tie_is_left_to_a_person_where_both_parts_may_be_words(
    elsewhere: str, compound: str, expected: str | None
) -> None:
    joined = compound.replace("-", "")
    note, vault = notes(f"{joined} {compound}", elsewhere)
    assert told(evidence_for_hyphen(note, vault, joined, compound, 3)) == expected
