"""The words that a stretch of a note says, as they are compared."""

from __future__ import annotations

import pytest

from notelint.notes import read_note
from notelint.sources.said_words import said_in, words_said
from notelint.values import Span


def words(content: str) -> str:
    return " ".join(words_said(read_note("note.md", content), Span(0, len(content))))


def own(content: str) -> str:
    said = said_in(read_note("note.md", content), Span(0, len(content)))
    assert len(said.words) == len(said.is_own)
    return " ".join(word for word, is_own in zip(*said, strict=True) if is_own)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("A wall, the wall’s (cell) wall/cell—wall", "a wall the walls cell wall cell wall"),
        ("interleukin-1 interleukin1 pa\u2011per", "interleukin1 interleukin1 paper"),
        ("sur- rounds haemo-\npoietic wi\u00ad\nth wo\u00adrd", "surrounds haemopoietic with word"),
        ("- one-\n  two\n- three", "onetwo three"),
        ("a -- b - c", "a b c"),
        ("ﬁbre CO₂ cafe\u0301 STRASSE straße", "fibre co2 café strasse strasse"),
        ("no\u200bwidth \u200b \ufeff", "nowidth"),
        ("**un**happy *cell* `code` $x$ %% c %% wall[^1] <b>b</b>", "unhappy cell wall b"),
        ("[[cell wall|walls]] [[a#b]] [shown](u) ![[x|y]] ![z](u)", "walls a b shown"),
        ("हिन्दी भाषा — 细胞壁，植物", "हिन्दी भाषा 细胞壁 植物"),
    ],
)
def test_words_are_what_is_read_without_markup_and_scars(written: str, said: str) -> None:
    assert words(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('a "b c" d', "a d"),
        ('a "b\n  c" d', "a d"),
        ('- a "b\n- c" d', "a b c d"),
        ("a “b “c” d” e", "a d e"),
        ("a “b\n\nc", "a c"),
        ("„a“ b »c« d « e » f „g” h", "b d f h"),
        ("‘the cell’s b’ c ‚d‘ e", "c e"),
        ("the cells' b and the walls' c", "the cells b and the walls c"),
        ("'the cell's b' c rock 'n roll", "c rock n roll"),
        ("「a」b『c』", "b"),
        ("a\n\n> b\nc\n\nd\n> e\n- f", "a d f"),
        ("- > a\n  > b\n- c", "c"),
        ("> [!note] a\n> b\n\n> [!QUOTE] c\n> d", "note a b"),
    ],
)
def test_what_is_marked_as_quoted_is_nobody_s_own(written: str, said: str) -> None:
    assert own(written) == said


def test_a_stretch_is_read_from_its_start_to_its_end() -> None:
    content = "one [[two]]\n\nthree [[four]] five\n\n[[six]] seven\n"
    start, end = content.index("three"), content.index("[[six")
    assert words_said(read_note("note.md", content), Span(start, end)) == ["three", "four", "five"]
