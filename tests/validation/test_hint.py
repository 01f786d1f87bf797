"""Near misses: what somebody who typed a wrong name may have meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.validation import near_miss, nearest


@pytest.mark.parametrize(
    ("wrong", "allowed", "hint"),
    [
        ("ligatur", ["math-dash", "ligature"], "; did you mean `ligature`?"),
        ("ignroe", ["ignore", "select"], "; did you mean `ignore`?"),
        ("ab", ["abc", "abcd"], "; did you mean `abc`?"),
        ("zzz", ["ligature"], ""),
        ("", ["ligature"], ""),
        ("ligature", [], ""),
    ],
)
def test_the_nearest_name_is_told_if_it_is_near_at_all(
    wrong: str, allowed: list[str], hint: str
) -> None:
    assert near_miss(wrong, allowed) == hint


@given(st.lists(st.text(min_size=1), min_size=1), st.data())
def test_no_name_is_nearer_than_the_name_itself(names: list[str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(names))
    assert near_miss(name, iter(names)) == f"; did you mean `{name}`?"


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("ligatrue", "ligature"),
        ("Ligature", "ligature"),
        ("math_dash", "math-dash"),
        ("unresolved links", "unresolved-link"),
        ("unresolved-lock", None),  # a link, or a block
        ("unresolved", None),
        ("wall", None),
        ("", None),
    ],
)
def test_what_is_meant_differs_by_few_letters_and_is_one_alone(
    wrong: str, meant: str | None
) -> None:
    names = ["ligature", "math-dash", "unresolved-link", "unresolved-block", "walls-of-stone"]
    assert nearest(wrong, names) == meant
    assert nearest(wrong, []) is None
