"""Words of grammar."""

from __future__ import annotations

from notelint.wording import HANGING
from notelint.wording.function_words import BESIDE_CUES, LINKING


def test_a_hyphen_hangs_before_conjunctions_of_all_languages() -> None:
    assert {"and", "or", "to", "und", "oder", "et", "ou", "y", "o", "e"} <= {*HANGING}
    assert len({*HANGING}) == len(HANGING)


def test_what_a_sentence_goes_on_with_may_stand_beside_a_cue() -> None:
    assert {*HANGING} < LINKING < BESIDE_CUES
