"""How the notes of a vault write words, all of them together."""

from __future__ import annotations

import pytest

from notelint.notes import WordCounts
from notelint.vault.spelling import NoteWords, Spelling


def words(text: str, title: str = "") -> NoteWords:
    return NoteWords(WordCounts.of(text), title)


NOTES = (
    words("Cell cell side-effects Side-Effects sideeffects TTN IL-2"),
    words("cell cells side-effects Cross-wall crossw-all ATP atp crosswall"),
)
SPELLING = Spelling.of(NOTES)


@pytest.mark.parametrize(
    ("word", "count"),
    [("cell", 3), ("Cell", 0), ("cells", 1), ("side-effects", 3), ("il-2", 1), ("wall", 0)],
)
def test_words_are_counted_letter_case_aside(word: str, count: int) -> None:
    assert SPELLING.count(word) == count


@pytest.mark.parametrize(
    ("word", "is_small"), [("cell", True), ("atp", True), ("ttn", False), ("wall", False)]
)
def test_a_word_is_small_where_one_note_writes_it_so(word: str, is_small: bool) -> None:
    assert SPELLING.is_small(word) is is_small


def test_the_parts_of_a_compound_are_those_of_others_with_a_word() -> None:
    others = words("bed-shaped rod-shaped cus-shaped rod-like, a bed, a rod of like size")
    spelling = Spelling.of([others])
    assert spelling.count_parts("almond-shaped") == (0, 2)
    assert spelling.count_parts("rod-shaped") == (1, 1)
    changed = spelling.replaced([(others, words("a rod-like rod, like a bed"))])
    assert changed.count_parts("rod-shaped") == (1, 0)
    assert changed.compounds.keys() == {"rodlike", "rod*", "*like"}


def test_words_with_a_hyphen_are_found_without_it_as_they_are_mostly_written() -> None:
    asked = {"sideeffects", "il2", "cell", "side-effects"}
    assert SPELLING.hyphenated(asked) == {"sideeffects": "side-effects", "il2": "il-2"}
    assert SPELLING.hyphenated({"crosswall"}) == {"crosswall": "cross-wall"}
    other = Spelling.of([*NOTES, words("crossw-all")])
    assert other.hyphenated({"crosswall"}) == {"crosswall": "crossw-all"}


def test_a_changed_note_takes_its_own_words_back_alone() -> None:
    changed = SPELLING.replaced([(NOTES[1], words("cell"))])
    assert changed == Spelling.of([NOTES[0], words("cell")])
    assert changed.hyphenated({"crosswall"}) == {}
    assert changed.replaced([(words("cell"), NOTES[1])]) == SPELLING


def test_the_title_of_a_note_is_a_word_of_the_vault_and_not_in_small_letters() -> None:
    spelling = Spelling.of([words("cell", "Side-effects of IL-2")])
    assert (spelling.count("side-effects"), spelling.count("il-2")) == (1, 1)
    assert not spelling.is_small("side-effects")


def test_a_compound_with_one_letter_is_counted_and_never_joined() -> None:
    spelling = Spelling.of([words("An e-mail by X-ray")])
    assert (spelling.count("e-mail"), spelling.count("x-ray")) == (1, 1)
    assert spelling.hyphenated({"email", "xray"}) == {}


def test_words_with_a_small_letter_before_capitals_are_counted_as_they_are_written() -> None:
    notes = [words("iPhone iPhone iphone IPhone"), words("iPhone mRNA cell")]
    spelling = Spelling.of(notes)
    asked = ["iPhone", "IPhone", "iphone", "mRNA", "cell"]
    assert [spelling.count_mixed(word) for word in asked] == [3, 0, 0, 1, 0]
    changed = spelling.replaced([(notes[0], words("cell"))])
    assert changed == Spelling.of([words("cell"), notes[1]])
    assert changed.count_mixed("iPhone") == 1
