"""Texts that were kept, by the names beside them: read in slices, when one of them is asked for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from notelint.disk import KeptTexts, in_slices

TEXTS = {"a": "", "b": "\ud800 \u00e4", "c": "x y"}
MANY = [str(number) for number in range(20_000)]


def kept(*slices: bytes | None, names: Sequence[str] = tuple(TEXTS)) -> tuple[KeptTexts, list[int]]:
    """The texts of some slices, and which of these were read."""
    read: list[int] = []

    def found(number: int) -> bytes | None:
        read.append(number)
        return slices[number]

    return KeptTexts(names, found), read


def written(texts: Sequence[str]) -> list[bytes]:
    return [b"".join(pieces) for pieces in in_slices(texts)]


def test_texts_are_those_that_were_joined_and_a_slice_is_read_once() -> None:
    texts, read = kept(*written(tuple(TEXTS.values())))
    assert [*texts] == [*TEXTS]
    assert ("b" in texts, "d" in texts, len(texts)) == (True, False, 3)
    assert read == []
    assert dict(texts) == TEXTS
    assert read == [0]


@pytest.mark.parametrize("count", [0, 1, 127, 128, 129, 8192, 8193, 20_000])
def test_many_texts_stand_in_slices_of_which_only_those_are_read_that_are_asked(count: int) -> None:
    slices = written(MANY[:count])
    texts, read = kept(*slices, names=MANY[:count])
    assert list(texts.values()) == MANY[:count]
    assert read == [*range(len(slices))]
    assert len(slices) <= 64
    texts, read = kept(*slices, names=MANY[:count])
    if count:
        assert texts[MANY[count - 1]] == MANY[count - 1]
        assert read == [len(slices) - 1]


@pytest.mark.parametrize("section", [None, b"", b"\0", b"\0" * 4, b"a\0b\0c"])
def test_to_ask_where_there_are_not_as_many_as_names_is_an_error(section: bytes | None) -> None:
    texts, _ = kept(section)
    for name in TEXTS:
        with pytest.raises(ValueError, match="no such section"):
            texts[name]


def test_one_that_is_no_text_is_an_error_and_the_others_are_none() -> None:
    texts, _ = kept(b"a\0\xff\0c\0")
    assert (texts["a"], texts["c"]) == ("a", "c")
    with pytest.raises(ValueError, match="utf-8"):
        texts["b"]


def test_what_has_no_name_is_not_there() -> None:
    texts, read = kept(None)
    with pytest.raises(KeyError):
        texts["d"]
    assert read == []
