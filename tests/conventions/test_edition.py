"""Editions as title pages name them, and which of two is the newer one."""

from __future__ import annotations

import pytest

from notelint.conventions.edition import edition_key, rank_of


def is_newer(one: str, other: str) -> bool | None:
    """None where nobody can tell."""
    ranks = rank_of(edition_key(one)), rank_of(edition_key(other))
    if ranks[0] is None or ranks[1] is None or ranks[0].line != ranks[1].line:
        return None
    return ranks[0].order > ranks[1].order


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("8th Edition", "7th Edition"),
        ("Tenth edition", "9 ed."),
        ("2nd rev. ed.", "2nd ed."),
        ("3rd ed.", "2nd revised and enlarged ed."),
        ("10. Auflage", "9., überarbeitete Auflage"),
        ("24ª edición", "vigésima 23ª edición"),
        ("2e édition", "première édition"),
        ("2019 edition", "2015 ed."),
        ("3rd international ed.", "2nd international ed."),
    ],
)
def test_an_edition_is_newer_by_its_number_its_year_or_its_revision(newer: str, older: str) -> None:
    assert is_newer(newer, older) is True
    assert is_newer(older, newer) is False


def test_an_edition_is_not_newer_than_itself() -> None:
    assert is_newer("8th Edition", "Eighth ed.") is False
    assert is_newer("8th revised ed.", "8th enlarged ed.") is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("New Edition", "2nd Edition"),
        ("Revised Edition", "2nd Edition"),
        ("", "2nd Edition"),
        ("2019 edition", "8th Edition"),
        ("3rd international ed.", "2nd ed."),
        ("3rd student ed.", "2nd international ed."),
    ],
)
def test_of_other_editions_nobody_can_tell(one: str, other: str) -> None:
    assert is_newer(one, other) is None
    assert is_newer(other, one) is None
