"""Places as SARIF has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.report.sarif_regions import context, region
from notelint.values import Span, Text


def test_a_region_has_four_numbers_and_what_stands_there() -> None:
    assert region(Span(3, 7), Text("🧱\r\nab\r\n𝒳")) == {
        "startLine": 2, "startColumn": 1, "endLine": 3, "endColumn": 1,
        "snippet": {"text": "ab\r\n"},
    }  # fmt: skip
    assert "snippet" not in region(Span(0, 1), Text("ab"), with_snippet=False)


@pytest.mark.parametrize(
    ("note", "found", "around"),
    [
        ("a\nb\nc\nd\ne\n", "c", "b\nc\nd"),
        ("a\nb\n", "a", "a\nb"),
        ("ab", "a", "ab"),
        ("ab", "ab", None),
    ],
)
def test_a_context_is_one_line_before_and_behind(note: str, found: str, around: str | None) -> None:
    start = note.index(found)
    span = context(Span(start, start + len(found)), Text(note))
    assert (span and note[span.start : span.end]) == around


@given(st.text("ab\n", max_size=60), st.data())
def test_a_context_holds_more_than_the_finding(note: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(note))] * 2)))
    around = context(Span(start, end), Text(note))
    assert around is None or (around.start <= start <= end <= around.end)
    assert around != Span(start, end)


def test_what_is_quoted_of_a_long_line_is_short() -> None:
    text = Text("a" * 1_000_000)
    around = context(Span(5_000, 5_010), text)
    assert around == Span(4_800, 5_210)
    assert context(Span(0, 500_000), text) is None
    assert len(region(Span(0, 500_000), text)["snippet"]["text"]) < 2_000
