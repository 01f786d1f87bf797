"""The hashes by which GitHub knows a line again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.report.line_hashes import LineHashes
from notelint.values import Text


def hashes(content: str) -> list[str]:
    text = Text(content)
    of_lines = LineHashes(text)
    return [of_lines[line] for line in range(1, len(text.lines) + 1)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [  # as github/codeql-action has them in its own tests
        ("", ["c129715d7a2bc9a3:1"]),
        (
            " a\nb\n  \t\tc\n d",
            ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
        ),
    ],
)
def test_they_are_those_of_github_s_own_action(content: str, expected: list[str]) -> None:
    assert hashes(content) == expected


def test_equal_lines_are_counted() -> None:
    made = hashes("A line that is here again and again.\n" * 10)
    first = made[0].partition(":")[0]
    assert made[:6] == [f"{first}:{number}" for number in range(1, 7)]
    assert len(set(made)) == len(made)


@given(st.text("ab🧱 \t\n", max_size=300))
def test_blanks_and_the_kind_of_line_ending_do_not_count(content: str) -> None:
    expected = hashes(content)
    assert hashes(content.replace("\n", "\r\n")) == expected
    assert hashes(content.replace("\n", "\r")) == expected
    assert hashes(content.replace(" ", "").replace("\t", "")) == expected
