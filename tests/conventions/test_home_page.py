"""The names under which one dictionary may be cited."""

from __future__ import annotations

from itertools import pairwise

import pytest

from notelint.conventions import home_keys
from notelint.conventions.dictionary import HOME_PAGES
from notelint.values import words_key

FORMS = (*HOME_PAGES, "* (book)", "Our *, a book")
NAMES = ("Walls", "(Home Page) Walls", "Home Page – Walls", "Walls (Book)", "our walls: a book")


@pytest.mark.parametrize(("one", "other"), list(pairwise(NAMES)))
def test_all_names_of_a_dictionary_have_the_same_keys(one: str, other: str) -> None:
    keys = home_keys(FORMS, words_key(one))
    assert keys == home_keys(FORMS, words_key(other))
    assert {"walls", "home page walls", "walls book", "our walls a book"} == set(keys)


def test_another_title_or_edition_is_another_dictionary() -> None:
    keys = set(home_keys(HOME_PAGES, "home page walls"))
    assert keys.isdisjoint(home_keys(HOME_PAGES, "home page walls 2nd edition"))
    assert keys.isdisjoint(home_keys(HOME_PAGES, "home page"))
