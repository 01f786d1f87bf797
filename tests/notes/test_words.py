"""Words as notes write them, counted and packed."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.notes import WordCounts, times, words_in

PIECES = ("ab-b", "b-ab", "ab-1", "/", "a", "_", "é", ".", " ")
COUNTS = st.dictionaries(st.text("aäß-1", min_size=1, max_size=4), st.integers(1, 999_999_999))


def test_words_are_counted_letter_for_letter() -> None:
    counts = WordCounts.of("Cell cell cell, IL-2 and interleukin-2; a to be 12 x9y")
    expected = Counter({"cell": 2, "Cell": 1, "and": 1, "interleukin-2": 1, "x9y": 1, "IL-2": 1})
    expected.update(["to", "be", "12"])
    assert Counter(dict(counts.items())) == expected


def test_equal_counts_are_packed_alike() -> None:
    assert WordCounts.of("one two two") == WordCounts.of("two one two")
    assert WordCounts.of("") == WordCounts() == WordCounts.of("a b")


@given(st.text("ab1_-/ é中\u0301."))
def test_words_are_counted_as_they_are_found_one_by_one(text: str) -> None:
    counts = {word: count for word, count in WordCounts.of(text).items() if "-" not in word}
    assert Counter(counts) == Counter(words_in(text))


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_compounds_are_counted_but_for_the_names_of_pages(text: str) -> None:
    compound = r"(?<![\w-])(?<!\w/)(?:[^\W\d_]{2,}-\d+|[^\W\d_]+-[^\W\d_]{2,})(?![\w-])"
    counts = {word: count for word, count in WordCounts.of(text).items() if "-" in word}
    assert counts == Counter(re.findall(compound, text))


@given(COUNTS)
def test_what_was_packed_is_there_again(counts: dict[str, int]) -> None:
    packed = WordCounts.pack(counts)
    assert dict(packed.items()) == counts
    assert WordCounts.checked(packed.packed) == packed


@pytest.mark.parametrize(
    "text",
    [
        *("cell", "0 cell", "1", "1 ", "1  cell", "-1 cell", "1 cell\n\n", "1 c\n2", "1 a\n\n2 b"),
        *("1 a b ", " 1 a", "1_0 a", "1.5 a", "\u0661 a", "1000000000 a", "9" * 5000 + " a"),
    ],
)
def test_what_holds_no_counts_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no counts"):
        WordCounts.checked(text)


def test_what_holds_no_counts_is_refused_soon() -> None:
    with pytest.raises(ValueError, match="no counts"):
        WordCounts.checked("1 a\n" * 500_000 + "x")


@pytest.mark.parametrize(
    ("text", "compounds"),
    [
        ("Side-effects of Interleukin-1", ["side-effects", "interleukin-1"]),
        ("ab-c, a-1, ab-1x, 3-four, one-two-three, _ab-cd", []),
        ("X-ray, a-bc", ["x-ray", "a-bc"]),
        ("side\u2010effects, side-ef\u00adfects", ["side-effects", "side-effects"]),
        ("https://example.org/side-effects", []),
        ("side/side-effects", []),
        ("(/side-effects)", ["side-effects"]),
        ("über-groß", ["über-groß"]),
    ],
)
def test_a_compound_is_one_hyphen_between_words(text: str, compounds: list[str]) -> None:
    counted = [word.lower() for word, _ in WordCounts.of(text).items() if "-" in word]
    assert sorted(counted) == sorted(set(compounds))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cells AND walls", ["cells", "and", "walls"]),
        ("of a cell, to a1b", ["of", "cell", "to", "a1b"]),
        ("prac- tices and prac-\n> tices, haemo\u00ad poietic **Bap-** **tist**", ["and"]),
        ("mid- to late", ["late"]),
        ("- cell\n- wall - cell", ["cell", "wall", "cell"]),
        ("cross-wall x_wall wall", ["wall"]),
        ("Straße", ["straße"]),
    ],
)
def test_a_word_has_two_letters_and_no_hyphen_and_is_no_piece(text: str, words: list[str]) -> None:
    assert list(words_in(text)) == words


@pytest.mark.parametrize(("count", "told"), [(1, "once"), (2, "twice"), (3, "3 times")])
def test_a_count_is_told_in_words(count: int, told: str) -> None:
    assert times(count) == told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a `cell` wall", ["wall"]),
        ("```\ncell\n```\nwall", ["wall"]),
        ("$cell$ $$\ncell\n$$ wall", ["wall"]),
        ("for $5 a cell for $6", ["cell", "for"]),
        ("[[cell|wall]] [[cell]] [wall](cell.md) https://example.org/cell", ["https", "wall"]),
        ('<span title="cell">wall</span>', ["wall"]),
        ("cafe\u0301 caf\u00e9 w\u00adall", ["caf\u00e9", "wall"]),
    ],
)
def test_what_is_no_prose_counts_for_nothing(text: str, words: list[str]) -> None:
    assert sorted(dict(WordCounts.of(text).items())) == words
