"""Lines that are matched are equal and in order, whatever is repeated, and each is looked at a few
times."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher, unified_diff
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.report import line_matches
from notelint.report.diff import _hunks
from notelint.report.line_matches import LineMatcher

LINES = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@pytest.mark.parametrize("few", [0, 4, 64])
@given(old=LINES, new=LINES)
def test_the_lines_that_are_matched_are_equal_and_in_order(
    few: int, old: list[str], new: list[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line_matches, "_FEW", few)
        *blocks, last = LineMatcher(old, new).get_matching_blocks()
        operations = LineMatcher(old, new).get_opcodes()
    assert last == (len(old), len(new), 0)
    assert all(old[a : a + size] == new[b : b + size] for a, b, size in blocks)
    assert all(
        one.a + one.size <= other.a and one.b + one.size <= other.b
        for one, other in pairwise([*blocks, last])
    )
    made = [new[c:d] if tag != "equal" else old[a:b] for tag, a, b, c, d in operations]
    assert [line for part in made for line in part] == new


@given(st.lists(st.integers(0, 200), unique=True), st.data())
def test_what_is_left_of_lines_that_differ_is_matched_whole(
    numbers: list[int], data: st.DataObject
) -> None:
    old = list(map(str, numbers))
    is_kept = data.draw(st.lists(st.booleans(), min_size=len(old), max_size=len(old)))
    new = [line if kept else f"{line}!" for line, kept in zip(old, is_kept, strict=True)]
    blocks = LineMatcher(old, new).get_matching_blocks()
    assert sum(block.size for block in blocks) == sum(is_kept)


@given(old=LINES, new=LINES)
def test_hunks_are_written_as_difflib_writes_them(old: list[str], new: list[str]) -> None:
    matches = LineMatcher(old, new).get_opcodes() == SequenceMatcher(None, old, new).get_opcodes()
    texts = ["".join(f"{line}\n" for line in lines) for lines in (old, new)]
    expected = unified_diff(*(text.splitlines(keepends=True) for text in texts), "a/n", "b/n")
    if matches and old != new:  # of some lines it matches others
        assert "".join(_hunks("n", *texts)) == "".join(expected)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (lambda n: "same", lambda n: "same" if n % 2 else "other"),
        (lambda n: f"{n // 3}", lambda n: f"{n // 3}" if n % 5 else ""),
        (lambda n: "a " if n % 2 else "", lambda n: "a" if n % 2 else ""),
        (lambda n: f"{n}", lambda n: f"{n}" if n % 2 else f"{n}!"),
    ],
)
def test_each_line_is_compared_a_few_times(
    before: Callable[[int], str], after: Callable[[int], str]
) -> None:
    class Line(str):
        compared = 0

        def __eq__(self, other: object) -> bool:
            Line.compared += 1
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    old, new = ([Line(make(number)) for number in range(4000)] for make in (before, after))
    LineMatcher(old, new).get_opcodes()
    assert Line.compared < 100 * 4000
