"""What the vault must know of a note: the same from its text as from its tree."""

from __future__ import annotations

import json
import pickle
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.notes import notes

from notelint.notes import NoteSummary, read_note, scan_summary, summarize
from notelint.notes.words import WordCounts, compounds_in, words_in
from notelint.values import Text

many = settings(max_examples=500, deadline=None, derandomize=True)


@many
@given(notes())
def test_a_summary_of_the_text_is_that_of_the_facts(content: str) -> None:
    note = read_note("note.md", content)
    assert scan_summary(content) == summarize(note.text, note.facts)


@pytest.mark.parametrize(
    "content",
    ["- > # h", "   -    >## h", "[^1]: > # h", "[^n]:# h", "[^n]:#", ". #", "1.#"],
)
def test_headings_in_containers_are_seen(content: str) -> None:
    note = read_note("note.md", content)
    assert scan_summary(content) == summarize(note.text, note.facts)


@many
@given(notes())
def test_a_summary_can_be_kept_and_sent(content: str) -> None:
    summary = scan_summary(content)
    assert NoteSummary.from_data(json.loads(json.dumps(summary.as_data()))) == summary
    assert pickle.loads(pickle.dumps(summary)) == summary


@pytest.mark.parametrize(
    "data", [None, 3, "x", [], [1, 2, 3, 4, 5], [[1], [], [], [], ""], [[], [], [], [], "%"]]
)
def test_what_is_no_summary_is_refused(data: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        NoteSummary.from_data(data)


def test_a_summary_says_what_other_notes_ask_for() -> None:
    text = "---\naliases: [PNS]\n---\n# Nerves\n\nSee [[brain#Left half]], side-effects. ^id\n"
    summary = scan_summary(text)
    assert summary.aliases == ("PNS",)
    assert [heading.text for heading in summary.anchors.headings] == ["Nerves"]
    assert summary.anchors.blocks == {"id"}
    assert summary.linked == {"left half"}
    assert dict(summary.words.items())["side-effects"] == 1


def test_words_are_counted_letter_for_letter() -> None:
    counts = WordCounts.of("Cell cell cell, IL-2 and interleukin-2; a to be 12 x9y")
    expected = Counter({"cell": 2, "Cell": 1, "and": 1, "interleukin-2": 1, "x9y": 1, "IL-2": 1})
    assert Counter(dict(counts.items())) == expected


def test_equal_counts_are_packed_alike() -> None:
    assert WordCounts.of("one two two") == WordCounts.of("two one two")
    assert WordCounts.of("") == WordCounts() == WordCounts.of("a b")


def test_a_summary_needs_no_more_of_the_facts_than_it_says() -> None:
    note = read_note("note.md", Text("# A *b* [[c]]\n"))
    assert [tuple(anchor) for anchor in summarize(note.text, note.facts).anchors.headings] == [
        (1, "A *b* [[c]]", "A b c")
    ]


@given(st.text("ab1_-/ é中\u0301."))
def test_words_are_counted_as_they_are_found_one_by_one(text: str) -> None:
    found = Counter([*words_in(text), *compounds_in(text)])
    assert Counter(dict(WordCounts.of(text).items())) == found
