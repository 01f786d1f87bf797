"""Whether two words make a compound."""

from __future__ import annotations

import pytest
from support.vaults import vault_of

from notelint.wording import may_be_compound

VAULT = vault_of({"a.md": "A membrane, and theory of Rajasekaran.\n", "terms/Quilt.md": ""})


@pytest.mark.parametrize(
    ("compound", "is_one"),
    [
        ("membrane-theory", True),
        ("quilt-membrane", True),  # a note is called so
        ("half-life", True),
        ("two-egg", True),
        ("six-sided", True),
        ("almond-shaped", True),
        ("quilt-like", True),
        ("life-like", False),
        ("other-wise", False),
        ("on-set", False),
        ("can-not", False),
        ("ra-jasekaran", False),
        ("with-out", False),
        ("hydro-power", False),
        ("ten-sion", False),
        ("kin-ship", False),
        ("two-fold", False),
        ("quilt-sail", True),
        ("quilt-brane", False),
    ],
)
def test_both_halves_are_words_or_such_as_any_word_has(compound: str, is_one: bool) -> None:
    assert may_be_compound(VAULT, compound) is is_one


def test_other_hyphens_and_capitals_are_alike() -> None:
    assert may_be_compound(VAULT, "Membrane\u2010Theory")
