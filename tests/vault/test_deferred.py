"""Mappings that are made when they are first looked at."""

from __future__ import annotations

import pytest

from notelint.vault.deferred import Deferred


class Making:
    """Counts how often a mapping is made."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> dict[str, int]:
        self.times += 1
        return {"a": 1, "b": 2}


def test_nothing_is_made_before_it_is_looked_at_and_then_once() -> None:
    make = Making()
    mapping = Deferred(make)
    assert make.times == 0
    assert (mapping["a"], "b" in mapping, "c" in mapping, len(mapping)) == (1, True, False, 2)
    assert (dict(mapping), mapping.get("c"), list(mapping)) == ({"a": 1, "b": 2}, None, ["a", "b"])
    assert make.times == 1
    with pytest.raises(KeyError):
        mapping["c"]


def test_its_keys_are_a_set() -> None:
    assert Deferred(Making()).keys() & {"b", "c"} == {"b"}


def test_what_cannot_be_made_is_tried_again() -> None:
    def fail() -> dict[str, int]:
        raise ValueError("no")

    mapping = Deferred(fail)
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            len(mapping)
