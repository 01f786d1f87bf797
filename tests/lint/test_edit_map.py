"""Where the places of a text are once edits are made."""

from __future__ import annotations

import pytest

from notelint.lint.edit_map import EditMap, SpanSet
from notelint.values import Edit, Span

EDITS = EditMap.of([Edit(Span(6, 8), "long"), Edit(Span(2, 4), ""), Edit(Span(9, 9), "x")])


def test_edits_are_aligned_in_order() -> None:
    assert EDITS.old.spans == (Span(2, 4), Span(6, 8), Span(9, 9))
    assert EDITS.new.spans == (Span(2, 2), Span(4, 8), Span(9, 10))


@pytest.mark.parametrize(
    ("offset", "shift"), [(0, 0), (1, 0), (4, -2), (5, -2), (8, 0), (9, 1), (12, 1)]
)
def test_what_stands_behind_an_edit_moves_with_it(offset: int, shift: int) -> None:
    assert EDITS.shift(offset) == shift


@pytest.mark.parametrize(
    ("span", "is_held"),
    [((2, 4), True), ((2, 3), True), ((3, 3), True), ((1, 3), False), ((3, 5), False),
     ((9, 9), False), ((6, 8), True), ((4, 6), False)],
)  # fmt: skip
def test_a_place_holds_what_is_inside(span: tuple[int, int], is_held: bool) -> None:
    assert EDITS.old.hold(Span(*span)) is is_held


@pytest.mark.parametrize(
    ("span", "touches", "is_beside"),
    [((0, 2), False, True), ((0, 1), False, False), ((3, 5), True, True), ((4, 6), False, True),
     ((5, 5), False, False), ((0, 12), True, True), ((8, 12), True, True), ((10, 12), False, False),
     ((4, 5), False, True), ((7, 9), True, True)],
)  # fmt: skip
def test_a_place_touches_what_it_overlaps(
    span: tuple[int, int], touches: bool, is_beside: bool
) -> None:
    assert EDITS.old.touch(Span(*span)) is touches
    assert EDITS.old.touch(Span(*span), beside=True) is is_beside


@pytest.mark.parametrize(
    ("span", "parts"),
    [
        ((0, 12), [(0, 2), (4, 6), (8, 9), (9, 12)]),
        ((3, 7), [(4, 6)]),
        ((2, 4), []),
        ((4, 6), [(4, 6)]),
        ((9, 12), [(9, 12)]),
        ((0, 2), [(0, 2)]),
    ],
)
def test_what_is_outside_is_what_no_place_covers(
    span: tuple[int, int], parts: list[tuple[int, int]]
) -> None:
    assert [tuple(part) for part in EDITS.old.outside(Span(*span))] == parts


def test_without_places_all_is_outside() -> None:
    nothing = SpanSet(())
    assert list(nothing.outside(Span(1, 3))) == [Span(1, 3)]
    assert not nothing.hold(Span(1, 3))
    assert not nothing.touch(Span(1, 3), beside=True)
