"""Which Syntheses are copied, as somebody sees it who had seen no rule: the folder is the label."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from second_reader import score as scoring

SYNTHESES = Path(__file__).parent / "syntheses"
EVALUATION = Path(__file__).parents[2] / "docs/evaluation.md"
WRITTEN = ("copied", "paraphrased", "original")


@lru_cache(maxsize=1)
def found() -> dict[str, int]:
    """How many notes of each folder are said to be copied."""
    paths = {item.path for item in scoring.run(SYNTHESES, ["copied-synthesis"])}
    return {name: sum(path.startswith(f"{name}/") for path in paths) for name in WRITTEN}


@pytest.mark.parametrize("name", WRITTEN)
def test_there_are_fifty_of_each(name: str) -> None:
    assert len(list((SYNTHESES / "vault" / name).glob("*.md"))) == 50


def test_what_somebody_wrote_himself_is_not_called_copied() -> None:
    assert (found()["paraphrased"], found()["original"]) == (0, 0)


def test_of_twenty_copied_ones_one_is_missed_at_most() -> None:
    assert found()["copied"] >= 0.95 * 50


def test_the_documentation_has_these_numbers() -> None:
    rows = [f"| {name} | 50 | {count} |" for name, count in found().items()]
    assert "\n".join(rows) in EVALUATION.read_text(encoding="utf-8")
