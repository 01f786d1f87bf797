"""Mappings that never change: a copy with changes is what a dict would be."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from notelint.vault.layered import Layered, counted, regrouped

KEYS = st.integers(0, 30)
STEPS = st.lists(st.dictionaries(KEYS, st.one_of(st.none(), st.integers(1, 9)), max_size=4))


@given(st.dictionaries(KEYS, st.integers(1, 9)), STEPS)
def test_a_changed_copy_is_what_a_changed_dict_is(
    base: dict[int, int], steps: list[dict[int, int | None]]
) -> None:
    layered, expected = Layered(dict(base)), dict(base)
    for changes in steps:
        earlier = layered
        before = dict(earlier)
        layered = layered.updated(changes)
        for key, value in changes.items():
            if value is None:
                expected.pop(key, None)
            else:
                expected[key] = value
        assert dict(earlier) == before
    assert layered == expected
    assert len(layered) == len(expected)
    assert all((key in layered) == (key in expected) for key in range(31))
    assert [layered.get(key) for key in range(31)] == [expected.get(key) for key in range(31)]
    assert [layered.get(key, 0) for key in range(31)] == [expected.get(key, 0) for key in range(31)]
    assert layered.among({*range(31)}) == expected.keys()
    assert pickle.loads(pickle.dumps(layered)) == layered


def test_a_copy_costs_its_changes_and_not_the_base() -> None:
    base = {number: number + 1 for number in range(10_000)}
    copies = [Layered(base)]
    for number in range(100):
        copies.append(copies[-1].updated({number: 1}))
    assert all(copy._base is base for copy in copies)
    assert copies[-1].updated({10_001: 1})._base is not base


def test_counts_that_come_to_nothing_are_gone() -> None:
    counts = counted(Layered({"a": 1, "b": 2}), {"a": -1, "b": -1, "c": 3})
    assert counts == {"b": 1, "c": 3}


def test_a_member_moves_between_groups_that_stay_in_order() -> None:
    groups = Layered({"a": ("x", "y"), "b": ("z",)})
    assert regrouped(groups, [("y", ["a"], ["b"])]) == {"a": ("x",), "b": ("y", "z")}
    assert regrouped(groups, [("z", ["b"], [])]) == {"a": ("x", "y")}
    assert regrouped(groups, [("x", ["a"], ["a"])]) == groups
    swapped = regrouped(groups, [("x", ["a"], ["b"]), ("z", ["b"], ["a"])])
    assert swapped == {"a": ("y", "z"), "b": ("x",)}


def test_what_is_in_it_is_shown() -> None:
    assert repr(Layered({"a": 1}, {"b": 2})) == "Layered({'a': 1, 'b': 2})"
