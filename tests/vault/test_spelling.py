"""How the notes of a vault write words, all of them together."""

from __future__ import annotations

import pytest

from notelint.notes import WordCounts
from notelint.vault.spelling import Spelling

NOTES = (
    WordCounts.of("Cell cell side-effects Side-Effects sideeffects TTN IL-2"),
    WordCounts.of("cell cells side-effects Cross-wall crossw-all ATP atp crosswall"),
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


def test_words_with_a_hyphen_are_found_without_it_as_they_are_mostly_written() -> None:
    asked = ["sideeffects", "il2", "cell", "side-effects"]
    assert SPELLING.hyphenated(asked) == {"sideeffects": "side-effects", "il2": "il-2"}
    assert SPELLING.hyphenated(["crosswall"]) == {"crosswall": "cross-wall"}
    other = Spelling.of([*NOTES, WordCounts.of("crossw-all")])
    assert other.hyphenated(["crosswall"]) == {"crosswall": "crossw-all"}


def test_a_changed_note_takes_its_own_words_back_alone() -> None:
    changed = SPELLING.replaced([(NOTES[1], WordCounts.of("cell"))])
    assert changed == Spelling.of([NOTES[0], WordCounts.of("cell")])
    assert changed.hyphenated(["crosswall"]) == {}
    assert changed.replaced([(WordCounts.of("cell"), NOTES[1])]) == SPELLING
