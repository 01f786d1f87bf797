"""The table of dictionaries, and the titles in the names of home pages."""

from __future__ import annotations

import pytest

from notelint.conventions import Dictionary, find_dictionary, title_in
from notelint.conventions.dictionary import DICTIONARIES, HOME_PAGES

# Names as they stand in vaults, without the form around them.
LABELLED = [
    "Concise Medical Dictionary 10th Edition by Oxford Reference",
    "A Dictionary of Psychology 4th Edition by Oxford Reference",
]
UNLABELLED = [
    "A Dictionary of Biology 8th Edition by Oxford Reference",
    "A Dictionary of Business and Management 6th Edition by Oxford Reference",
    "A Dictionary of Chemistry 8th Edition by Oxford Reference",
    "A Dictionary of Computer Science 7th Edition by Oxford Reference",
    "A Dictionary of Economics 5th Edition by Oxford Reference",
    "A Dictionary of Electronics and Electrical Engineering 5th Edition by Oxford Reference",
    "The Concise Oxford Dictionary of Mathematics 6th Edition by Oxford Reference",
]
OTHER_WORKS = [
    "Glossary by Capterra",
    "Programming Rust 2nd Edition by O'Reilly",
    "A Dictionary of Rowing 3rd Edition",
]


@pytest.mark.parametrize("form", HOME_PAGES)
@pytest.mark.parametrize("title", LABELLED + UNLABELLED)
def test_the_table_knows_a_dictionary_in_both_spellings(form: str, title: str) -> None:
    name = form.replace("*", title)
    dictionary = find_dictionary(DICTIONARIES, name)
    assert dictionary is not None
    assert bool(dictionary.parts_of_speech) == (title in LABELLED)
    assert title_in(HOME_PAGES, name) == title


@pytest.mark.parametrize("form", HOME_PAGES)
@pytest.mark.parametrize("title", OTHER_WORKS)
def test_a_home_page_need_not_be_a_dictionary_of_the_table(form: str, title: str) -> None:
    name = form.replace("*", title)
    assert find_dictionary(DICTIONARIES, name) is None
    assert title_in(HOME_PAGES, name) == title


def test_each_entry_of_the_table_is_reached() -> None:
    """None stands behind one that matches all that it matches."""
    names = [entry.match.replace("*", "") for entry in DICTIONARIES]
    assert [find_dictionary(DICTIONARIES, name) for name in names] == list(DICTIONARIES)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("(HOME PAGE) A Book of Walls", "A Book of Walls"),
        ("home page - A Book of Walls", "A Book of Walls"),
        ("(Home Page)  A Book of Walls ", "A Book of Walls"),
        ("Home Page - (Home Page) twice", "(Home Page) twice"),
        ("(Home Page) Wo\u0308rterbuch", "Wörterbuch"),
        ("(Home Page)A Book of Walls", "A Book of Walls"),
        ("Home Page: A Book of Walls", "A Book of Walls"),
        ("Home Page – A Book of Walls", "A Book of Walls"),
        ("Homepage — A Book of Walls", "A Book of Walls"),
        ("Home Page-specific", None),
        ("Home Pages - A Book of Walls", None),
        ("(Home Page)", None),
        ("(Home Page) ", None),
        ("My (Home Page) A Book of Walls", None),
        ("A Book of Walls", None),
    ],
)
def test_a_title_stands_in_the_name_of_a_home_page(name: str, title: str | None) -> None:
    assert title_in(HOME_PAGES, name) == title


def test_a_form_may_have_words_behind_the_title() -> None:
    assert title_in(("Página - * (fin)",), "Pa\u0301gina - Muros (Fin)") == "Muros"
    assert title_in(("Página - * (fin)",), "Página - Muros") is None


@pytest.mark.parametrize("name", ["MAUERWO\u0308RTERBUCH", "mauerwörterbuch"])
def test_letter_case_and_normal_form_of_a_name_do_not_matter(name: str) -> None:
    entry = Dictionary("*Mauerw\u00f6rterbuch*")
    assert find_dictionary((entry,), name) is entry


def test_the_first_entry_that_matches_counts() -> None:
    first, second = Dictionary("*Walls 2nd*", ("n.",)), Dictionary("*Walls*")
    assert find_dictionary((first, second), "A Book of Walls 2nd Edition") is first
    assert find_dictionary((first, second), "A Book of Walls") is second


def test_labels_are_known_by_their_letters() -> None:
    assert Dictionary("*", ("n.", "p.p.")).labels == {"n": "n.", "pp": "p.p."}
