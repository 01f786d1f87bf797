"""Texts that take little room."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.vault.packed_texts import PackedTexts

texts = st.dictionaries(
    st.text(max_size=4), st.text(st.characters(exclude_characters="\0"), max_size=40), max_size=40
)


@given(whole=texts, cuts=st.lists(st.integers(0, 40), max_size=4), data=st.data())
def test_packed_texts_are_those_that_were_given(
    whole: dict[str, str], cuts: list[int], data: st.DataObject
) -> None:
    items, at = list(whole.items()), [0, *sorted(cuts), 40]
    parts = [PackedTexts(dict(items[start:end])) for start, end in pairwise(at)]
    packed = PackedTexts.joined(parts)
    order = data.draw(st.permutations(list(whole)))
    assert {name: packed[name] for name in order} == whole
    assert (list(packed.items()), len(packed)) == (items, len(whole))
    assert packed.keys() == whole.keys()
    assert pickle.loads(pickle.dumps(packed)) == packed


def test_half_characters_are_kept_and_a_name_that_is_not_there_is_an_error() -> None:
    packed = PackedTexts({"a": "\ud800"})
    assert (packed["a"], "a" in packed, "b" in packed) == ("\ud800", True, False)
    with pytest.raises(KeyError):
        packed["b"]
