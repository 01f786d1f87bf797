"""The table of dictionaries, and the titles in the names of home pages."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.conventions import (
    PARTS_OF_SPEECH,
    UNSTOPPED_PARTS_OF_SPEECH,
    Dictionary,
    find_dictionary,
    title_in,
)
from notelint.conventions.dictionary import DICTIONARIES, HOME_PAGES
from notelint.conventions.dictionary_table import TABLE

# Titles as they stand in vaults, without the form around them, each with a label that it prints;
# none for one that prints none.
TITLES = {
    "Concise Medical Dictionary 10th Edition by Oxford Reference": "vb.",
    "A Dictionary of Psychology 4th Edition by Oxford Reference": "npl.",
    "APA Dictionary of Psychology 2nd Edition": "adj.",
    "A Dictionary of Biology 8th Edition by Oxford Reference": None,
    "A Dictionary of Business and Management 6th Edition by Oxford Reference": None,
    "A Dictionary of Chemistry 8th Edition by Oxford Reference": None,
    "A Dictionary of Computer Science 7th Edition by Oxford Reference": None,
    "A Dictionary of Economics 5th Edition by Oxford Reference": None,
    "A Dictionary of Electronics and Electrical Engineering 5th Edition by Oxford Reference": None,
    "The Concise Oxford Dictionary of Mathematics 6th Edition by Oxford Reference": None,
    "Collins Dictionary of Mathematics": None,
    "Chambers Dictionary of Physics": None,
    "Stedman's Medical Dictionary 28th Edition": None,
    "Stedman’s Concise Medical Dictionary": None,
    "Merriam-Webster's Collegiate Dictionary 11th Edition": "vt",
    "Merriam-Webster's Medical Dictionary": "n",
    "Merriam-Webster": "noun",
    "Webster's Third New International Dictionary, Unabridged": "n pl",
    "Black's Law Dictionary 9th Edition by West": "abbr.",
    "The Concise Oxford Dictionary": "v.tr.",
    "The Concise Oxford Dictionary of Current English 8th Edition": "v.tr.",
    "Concise Oxford English Dictionary, Eleventh Edition (Oxford University Press)": "comb. form",
    "The Oxford English Reference Dictionary 2nd ed.": "symb.",
    "New Shorter Oxford English Dictionary": "vbl. n.",
    "Shorter Oxford Dictionary 6th Edition": "a.",
    "The Oxford English Dictionary 2nd Edition by Oxford University Press": "ppl. a.",
    "The Oxford English Dictionary by Oxford University Press": "sb.",
    "American Heritage® Dictionary of the English Language 5th Edition": "tr.v.",
    "The American Heritage College Dictionary 4th Edition": "intr.v.",
    "Webster's Revised Unabridged Dictionary (1913)": "v. t.",
    "The Collaborative International Dictionary of English v.0.48": "p. pr.",
    "Collins COBUILD Advanced Learner's English Dictionary": "quant",
    "Collins Gem English Dictionary": "vt.",
    "Collins English Dictionary 12th Edition": "npl",
    "Collins Concise English Dictionary": "vb",
    "Le Petit Robert": "n. m.",
    "Le Grand Robert de la langue française 2e édition": "v. pron.",
    "Littré": "v. a.",
    "Diccionario de la lengua española 23ª edición": "prnl.",
    "Lo Zingarelli 2024": "agg.",
    "Vocabolario Treccani": "s. f.",
    "Duden Deutsches Universalwörterbuch 9. Auflage": "sw. V.",
    "Michaelis Moderno Dicionário": "sm",
}
LABELLED = {title: label for title, label in TITLES.items() if label}
# Works that are called much like one of the table.
OTHER_WORKS = [
    "Glossary by Capterra",
    "Programming Rust 2nd Edition by O'Reilly",
    "A Dictionary of Rowing 3rd Edition",
    "The Concise Oxford Dictionary of Music 5th Edition",
    "The Concise Oxford Dictionary of Linguistics",
    "The Oxford Dictionary of English Grammar 2nd Edition",
    "The Oxford English Dictionary of Rowing",
    "Collins Dictionary of Sociology 4th Edition",
    "Chambers Biographical Dictionary",
    "The Oxford Dictionary of Law",
    "Le Petit Robert des noms propres",
    "Merriam-Webster's Geographical Atlas",
    "The Romance of the Oxford English Dictionary: A History",
]


@pytest.mark.parametrize("form", HOME_PAGES)
@pytest.mark.parametrize("title", TITLES)
def test_the_table_knows_a_dictionary_in_every_spelling(form: str, title: str) -> None:
    name = form.replace("*", title)
    dictionary = find_dictionary(DICTIONARIES, name)
    assert dictionary is not None
    label = TITLES[title]
    assert label in dictionary.parts_of_speech if label else not dictionary.parts_of_speech
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


def test_each_row_of_the_table_has_a_title() -> None:
    found = {find_dictionary(DICTIONARIES, title) for title in TITLES}
    labels = {entry.parts_of_speech for entry in found if entry}
    assert labels == {labels for _, labels in TABLE}


@pytest.mark.parametrize("title", LABELLED)
def test_a_dictionary_prints_no_label_twice_and_none_that_is_unheard_of(title: str) -> None:
    dictionary = find_dictionary(DICTIONARIES, title)
    assert dictionary is not None
    assert len(dictionary.labels) == len(dictionary.parts_of_speech)
    assert set(dictionary.parts_of_speech) <= {*PARTS_OF_SPEECH, *UNSTOPPED_PARTS_OF_SPEECH}


@given(st.text("ab*", max_size=6), st.text("ab", max_size=8))
def test_a_pattern_of_stars_matches_what_a_shell_matches(match: str, name: str) -> None:
    found = find_dictionary((Dictionary(match),), name)
    assert (found is not None) == fnmatchcase(name, match)


@pytest.mark.parametrize(
    ("match", "name", "is_found"),
    [
        ("*Book of Walls", "(Home Page) Book of Walls", True),
        ("*Book of Walls", "(Home Page) Book of Walls 2nd Edition by Wall Press", True),
        ("*Book of Walls", "(Home Page) Book of Walls by Wall Press", True),
        ("*Book of Walls", "(Home Page) Book of Walls and Doors 2nd Edition", False),
        ("*Book of Walls", "(Home Page) Book of Walls Made Easy", False),
        ("*Book of Wall[st]", "(Home Page) Book of Walls", True),
        ("*Book of Wall?", "(Home Page) Book of Wallet", False),
    ],
)
def test_a_pattern_may_end_with_the_title(match: str, name: str, is_found: bool) -> None:
    assert (find_dictionary((Dictionary(match),), name) is not None) == is_found


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
