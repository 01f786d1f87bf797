"""Which preset a vault is written for."""

from __future__ import annotations

import pytest

from notelint.survey import Survey, preset_of
from notelint.survey.look import Head, NoteLook


def look(*headings: str) -> NoteLook:
    """A note with some headings, of which those with a `^` cite."""
    return NoteLook("a.md", heads=tuple(Head(words.strip("^"), "^" in words) for words in headings))


ENGLISH = look("Synthesis", "Source^", "References")
GERMAN = look("Quelle^")
FRENCH = look("RE\u0301FE\u0301RENCES", "source^", "Source")
SPANISH = look("Síntesis", "Fuente^", "Fuente^")


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        ([], "dictionary"),
        ([look("Source^")], "dictionary"),  # French and English have that one
        ([look("Synthese", "Belege"), look("Synthèse"), look("Referencias")], "dictionary"),
        ([look("Synthèse", "Source")], "dictionary"),
        ([ENGLISH, GERMAN], "dictionary"),
        ([ENGLISH, GERMAN, GERMAN], "german"),
        ([FRENCH, look("Source^")], "french"),
        ([SPANISH, GERMAN, SPANISH], "spanish"),
    ],
)
def test_the_headings_of_most_notes_tell(looks: list[NoteLook], expected: str) -> None:
    assert preset_of(Survey(tuple(looks))) == expected
