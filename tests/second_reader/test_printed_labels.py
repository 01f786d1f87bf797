"""Misread labels of quoted dictionaries, as readers labelled them who had seen no rule."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from second_reader import score as scoring
from second_reader.score import Score

FOLDER = scoring.FOLDER / "printed_labels"
AGAIN = scoring.FOLDER / "labels_again"
THIRD = scoring.FOLDER / "labels_third"
FOURTH = scoring.FOLDER / "labels_fourth"
FIFTH = scoring.FOLDER / "labels_fifth"
LEAST = {FOLDER: 0.95, AGAIN: 0.95, THIRD: 0.95, FOURTH: 0.95, FIFTH: 0.85}  # of the certain labels
SETS = pytest.mark.parametrize("folder", LEAST, ids=lambda folder: folder.name)
EVALUATION = Path(__file__).parents[2] / "docs/evaluation.md"


@lru_cache(maxsize=5)
def score(folder: Path) -> Score:
    return scoring.score(folder)


@SETS
def test_no_safe_fix_is_wrong(folder: Path) -> None:
    assert score(folder).wrong_fixes == []


@SETS
def test_nothing_is_found_where_the_reader_found_nothing(folder: Path) -> None:
    assert score(folder).wrong == []


@SETS
def test_most_certain_labels_are_found(folder: Path) -> None:
    assert score(folder).recall >= LEAST[folder]


@SETS
def test_the_documentation_has_these_numbers(folder: Path) -> None:
    page, scored = EVALUATION.read_text(encoding="utf-8"), score(folder)
    assert "\n".join(scoring.table(scored)) in page
    assert f"precision {scored.precision:.4f}, recall {scored.recall:.4f}" in page


@SETS
def test_every_label_stands_at_its_place(folder: Path) -> None:
    for label in scoring.read_labels(folder):
        assert scoring.read(label)[label.span.start : label.span.end] == label.text
