"""The lexicon of part-of-speech labels."""

from __future__ import annotations

import pytest

from notelint.conventions import PARTS_OF_SPEECH, UNSTOPPED_PARTS_OF_SPEECH


@pytest.mark.parametrize(
    "label",
    ["n.", "v.t.", "vb. tr.", "comb. form", "Adj.", "n. m.", "loc. adv.", "prnl.", "s.m.", "bn."],
)
def test_printed_labels_are_in_it(label: str) -> None:
    assert label in PARTS_OF_SPEECH


@pytest.mark.parametrize("label", ["noun", "verb", "n", "adj", "vt", "nm", "Substantiv"])
def test_labels_without_a_stop_are_told_apart(label: str) -> None:
    assert label in UNSTOPPED_PARTS_OF_SPEECH
    assert label not in PARTS_OF_SPEECH


@pytest.mark.parametrize("label", ["a", "the", "number", "wall", "de", "is", ""])
def test_words_that_begin_a_sense_are_none(label: str) -> None:
    assert label not in UNSTOPPED_PARTS_OF_SPEECH


def test_the_two_are_told_by_their_stops() -> None:
    assert all("." in label for label in PARTS_OF_SPEECH)
    assert not any("." in label for label in UNSTOPPED_PARTS_OF_SPEECH)


@pytest.mark.parametrize("labels", [PARTS_OF_SPEECH, UNSTOPPED_PARTS_OF_SPEECH])
def test_each_stands_there_once_and_trimmed(labels: tuple[str, ...]) -> None:
    assert len(set(labels)) == len(labels)
    assert all(label == " ".join(label.split()) for label in labels)
