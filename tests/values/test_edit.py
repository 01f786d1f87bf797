"""Edits of a note: all of them together are what they are one after the other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.values import Applicability, Edit, Fix, Span, apply_edits

CONTENT = "abcdefghij"
ENDS = st.lists(st.integers(0, len(CONTENT)), unique=True, max_size=8).map(sorted)


@st.composite
def edits_apart(draw: st.DrawFn) -> list[Edit]:
    """Edits of the content that do not overlap, in any order."""
    ends = draw(ENDS)
    spans = [Span(*ends[at : at + 2]) for at in range(0, len(ends) - 1, 2)]
    return draw(st.permutations([Edit(span, draw(st.text("xyz", max_size=3))) for span in spans]))


@given(edits_apart())
def test_edits_are_made_from_the_end_backwards(edits: list[Edit]) -> None:
    expected = CONTENT
    for span, text in sorted(edits, reverse=True):
        expected = expected[: span.start] + text + expected[span.end :]
    assert apply_edits(CONTENT, edits) == expected


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(2, 4), (4, 6)], "abxxghij"),
        ([(2, 2), (2, 4)], "abxxefghij"),
        ([(0, 0), (10, 10)], "xabcdefghijx"),
        ([(0, 10)], "x"),
        ([], CONTENT),
    ],
)
def test_edits_may_stand_right_next_to_each_other(
    spans: list[tuple[int, int]], expected: str
) -> None:
    assert apply_edits(CONTENT, [Edit(Span(*span), "x") for span in spans]) == expected


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=2, max_size=4))
def test_edits_that_overlap_are_refused(ends: list[tuple[int, int]]) -> None:
    spans = sorted(Span(*sorted(pair)) for pair in ends)
    edits = [Edit(span, "") for span in spans]
    if any(other.start < one.end for one, other in pairwise(spans)):
        with pytest.raises(ValueError, match="edits overlap at offset"):
            apply_edits(CONTENT, edits)
    else:
        assert len(apply_edits(CONTENT, edits)) == 10 - sum(end - start for start, end in spans)


def test_a_fix_of_one_edit_is_safe_unless_it_says_otherwise() -> None:
    fix = Fix.replacing(Span(1, 2), "x", "write `x`")
    assert fix == Fix("write `x`", (Edit(Span(1, 2), "x"),), Applicability.SAFE)
    assert fix.effects == frozenset()


def test_what_is_safer_weighs_more() -> None:
    assert [str(level) for level in sorted(Applicability)] == ["manual", "unsafe", "safe"]
