"""The words of a note in haste: none that it counts is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.notes import notes

from notelint.notes import WORD, read_note
from notelint.wording import rough_words, words_at

PIECES = [
    *(
        "well",
        "being",
        "WALL",
        "1",
        "e\u0301",
        "É",
        "\u0301",
        "I\u0307",
        "İ",
        "Σ",
        "ς",
        "ﬁ",
        "К",
        "字",
        "_",
    ),
    *("-", "\u2010", "\u2011", "\u00ad", "'", "’", "“", "/", "\\-", "*", "**", "`", "$", "&amp;"),
    *("[[", "]]", "|", "](", ")", "<b>", "https://a.b/", " ", " ", " ", "\n", "\u00a0", "\ud800"),
]
pieces = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


@given(notes() | pieces)
def test_all_words_that_a_note_counts_are_among_them(content: str) -> None:
    note = read_note("a.md", content)
    assert note.words_by_key.keys() - rough_words(note) == set()


@given(notes() | pieces, st.integers(0, 9))
def test_words_stand_where_all_of_them_are_looked_through(content: str, number: int) -> None:
    note = read_note("a.md", content)
    all_words = [m for span in note.facts.prose for m in WORD.finditer(content, *span)]
    some = {word.lower() for word in sorted({m[0] for m in all_words})[number : number + 2]}
    expected = [m.span() for m in all_words if m[0].lower() in some]
    assert [m.span() for m in words_at(note, some)] == expected


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("The Interleukin-1 of `code`.\n", {"the", "interleukin-1", "of", "code"}),
        ("a_b “well\u00adbeing” caf\u00e9\n", {"a", "b", "wellbeing", "caf\u00e9"}),
        ("T\u2010cells\u2014all\n", {"t-cells", "all"}),
    ],
)
def test_what_is_no_word_parts_them(content: str, words: set[str]) -> None:
    assert rough_words(read_note("a.md", content)) == words
