"""Misread labels of quoted dictionaries, as somebody labelled them who had seen no rule."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from second_reader import score as scoring
from second_reader.score import Score

FOLDER = scoring.FOLDER / "printed_labels"
EVALUATION = Path(__file__).parents[2] / "docs/evaluation.md"


@lru_cache(maxsize=1)
def score() -> Score:
    return scoring.score(FOLDER)


def test_no_safe_fix_is_wrong() -> None:
    assert score().wrong_fixes == []


def test_nothing_is_found_where_the_reader_found_nothing() -> None:
    assert score().wrong == []


def test_nineteen_certain_labels_in_twenty_are_found() -> None:
    assert score().recall >= 0.95


def test_the_documentation_has_these_numbers() -> None:
    page = EVALUATION.read_text(encoding="utf-8")
    assert "\n".join(scoring.table(score())) in page
    assert f"precision {score().precision:.4f}, recall {score().recall:.4f}" in page


def test_every_label_stands_at_its_place() -> None:
    for label in scoring.read_labels(FOLDER):
        assert scoring.read(label)[label.span.start : label.span.end] == label.text
