"""What notelint finds in notes whose defects were labelled by somebody who had seen no rule."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from second_reader import score as scoring
from second_reader.score import Score

EVALUATION = Path(__file__).parents[2] / "docs/evaluation.md"


@lru_cache(maxsize=1)
def score() -> Score:
    return scoring.score()


def test_no_safe_fix_is_wrong() -> None:
    """The reader would put the plural's letter into the link; it is shown the same outside."""
    wrong = [scoring.read(found)[slice(*found.span)] for found in score().wrong_fixes]
    assert wrong == ["[[nerve cell]]"]


def test_of_a_thousand_findings_five_are_wrong_at_most() -> None:
    assert score().precision >= 0.995


def test_nine_certain_defects_in_ten_are_found() -> None:
    assert score().recall >= 0.9


def test_the_documentation_has_these_numbers() -> None:
    page = EVALUATION.read_text(encoding="utf-8")
    assert "\n".join(scoring.table(score())) in page
    assert f"precision {score().precision:.4f}" in page
    assert f"recall {score().recall:.4f}" in page


def test_every_label_stands_at_its_place() -> None:
    for label in scoring.read_labels(scoring.FOLDER):
        assert scoring.read(label)[label.span.start : label.span.end] == label.text
