"""Where blanks stand before semicolons and colons by right."""

from __future__ import annotations

import pytest

from notelint.wording import blanks_before_marks_belong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le mur est dans la maison ; voilà.", True),
        ("The wall is in the house ; so it is.", False),
        ("« mur » : salle", True),
        ("salt ; pepper", False),
        ("Mur ; maison : ville ! voilà ?", True),
        ("Wall ; house: town; so: it is", False),
        ("", False),
    ],
)
def test_french_has_them_and_english_not(text: str, expected: bool) -> None:
    assert blanks_before_marks_belong(text) is expected
