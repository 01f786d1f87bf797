"""Normal forms of names: lower case as JavaScript has it, which spells no letter out."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.values.keys import (
    block_key,
    definition_key,
    file_key,
    heading_key,
    label_key,
    name_key,
    title_key,
    words_key,
)

Key = Callable[[str], str]

# Letters that `str.casefold` spells out or takes for others, beside what it makes of them.
SPELT_OUT = {
    "ß": "ss",
    "ſ": "s",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬀ": "ff",
    "ﬃ": "ffi",
    "ﬆ": "st",
    "ŉ": "ʼn",
    "և": "եւ",
    "ᾳ": "αι",
    "ẚ": "aʾ",
    "µ": "μ",
    "ϐ": "β",
}
KEYS = (name_key, file_key, heading_key, block_key, label_key, title_key, words_key)
each_key = pytest.mark.parametrize("key", KEYS, ids=lambda key: key.__name__)


@each_key
@pytest.mark.parametrize("letter", SPELT_OUT)
def test_no_letter_is_taken_for_others(letter: str, key: Key) -> None:
    assert letter.casefold() == SPELT_OUT[letter]
    assert key(letter) == letter
    assert key(letter) != key(SPELT_OUT[letter])


def test_case_folding_differs_from_lower_case_in_these_and_more() -> None:
    lower = {char for char in map(chr, range(sys.maxunicode)) if char.lower() == char}
    assert set(SPELT_OUT) <= {char for char in lower if char.casefold() != char}


def test_a_dotted_capital_i_becomes_two_characters_as_in_javascript() -> None:
    assert name_key("İ") == "i̇"


def test_a_sigma_is_one_wherever_it_stands() -> None:
    assert file_key("ΟΔΟΣ") + ".md" == file_key("ΟΔΟΣ.md") == file_key("οδος.md")


def test_lower_case_is_composed_again() -> None:
    assert name_key("J\u030c") == name_key("\u01f0")


@each_key
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_key_is_its_own_key(key: Key, name: str) -> None:
    assert key(key(name)) == key(name)


@each_key
@given(st.text("abcXYZ äÖÉ-_.5"))
def test_letter_case_and_normal_form_are_of_no_account(key: Key, name: str) -> None:
    assert key(name.upper()) == key(name)
    assert key(unicodedata.normalize("NFD", name)) == key(name)


def test_a_no_break_space_in_a_file_name_is_a_space() -> None:
    assert file_key("Cell\u00a0Wall") == file_key("cell wall")


def test_punctuation_in_a_heading_is_space() -> None:
    assert heading_key("Source [^1]:  (x)") == heading_key("source 1 x")


def test_link_definitions_are_matched_as_commonmark_matches_them() -> None:
    assert definition_key("ẞ") == definition_key(" SS ") == "ss"
    assert definition_key("a \n\tb") == "a b"


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=40))
def test_the_key_of_a_heading_is_its_own_key(text: str) -> None:
    key = heading_key(text)
    assert heading_key(key) == key
    assert heading_key(text.upper()) == heading_key(text.upper().lower())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Source[^1]", "source 1"),
        ("Walls: what, and why?", "walls what and why"),
        ("  a   b ", "a b"),
        ("a\tb", "a b"),
        ("A | B # C ^ D", "a b c d"),
        ("C++ & C#", "c c"),
        ("e\u0301", "é"),
        ("{x} ~ `y`", "x y"),
        ("İ", "i\u0307"),
    ],
)
def test_headings_that_are_one_to_obsidian(one: str, other: str) -> None:
    assert heading_key(one) == heading_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("cross-wall", "cross wall"), ("a_b", "a b"), ("don't", "dont"), ("x²", "x2"), ("“a”", "a")],
)
def test_headings_that_are_two_to_obsidian(one: str, other: str) -> None:
    assert heading_key(one) != heading_key(other)
