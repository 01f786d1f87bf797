"""Which preset a vault is written for."""

from __future__ import annotations

import pytest

from notelint.survey import Survey, preset_of
from notelint.survey.look import Head, NoteLook

ENGLISH, GERMAN, FRENCH, SPANISH = "Synthesis", "Synthese", "Synthèse", "Síntesis"


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ([], "dictionary"),
        (["Walls", "Source"], "dictionary"),  # French and English have that one
        ([ENGLISH, GERMAN], "dictionary"),
        ([ENGLISH, GERMAN, "belege"], "german"),
        (["RE\u0301FE\u0301RENCES"], "french"),
        ([SPANISH, "Fuente", FRENCH], "spanish"),
    ],
)
def test_the_headings_of_most_notes_tell(headings: list[str], expected: str) -> None:
    looks = [
        NoteLook(f"{number}.md", heads=(Head(words),)) for number, words in enumerate(headings)
    ]
    assert preset_of(Survey(tuple(looks))) == expected
