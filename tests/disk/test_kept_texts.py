"""Texts that were kept, by the names beside them: read once, when one of them is asked for."""

from __future__ import annotations

import pytest

from notelint.disk import KeptTexts, joined

TEXTS = {"a": "", "b": "\ud800 \u00e4", "c": "x y"}


def kept(section: bytes | None) -> tuple[KeptTexts, list[str]]:
    """The texts of a section, and how often it was read."""
    read: list[str] = []

    def found() -> bytes | None:
        read.append("")
        return section

    return KeptTexts(TEXTS, found), read


def test_texts_are_those_that_were_joined_and_the_section_is_read_once() -> None:
    texts, read = kept(b"".join(joined(TEXTS.values())))
    assert [*texts] == [*TEXTS]
    assert ("b" in texts, "d" in texts, len(texts)) == (True, False, 3)
    assert read == []
    assert dict(texts) == TEXTS
    assert len(read) == 1


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
