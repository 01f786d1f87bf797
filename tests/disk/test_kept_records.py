"""Records of the cache: looked up by key, and no section of another form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.disk import KeptRecords, records_of

many = settings(max_examples=100, deadline=None, derandomize=True)
KEYS = st.text(st.sampled_from("\0ab\u00e9\ud800\U0001f600"), max_size=3)
TEXTS = st.text(st.sampled_from("x\ud800\u00e9"), max_size=3)


def written(texts: dict[str, str]) -> bytes:
    return b"".join(records_of(texts.items()))


@many
@given(st.dictionaries(KEYS, TEXTS, max_size=9), KEYS)
def test_a_text_is_found_by_its_key_and_by_no_other(texts: dict[str, str], other: str) -> None:
    kept = KeptRecords(written(texts))
    assert {key: kept.get(key) for key in texts} == texts == dict(kept.pairs())
    assert (kept.has(other), kept.get(other)) == (other in texts, texts.get(other))
    assert len(kept) == len(texts)


@pytest.mark.parametrize("section", [b"", b"x", b"\1\0\0\0", b"\xff" * 4, b"\xff" * 64, b"{}"])
def test_another_section_is_an_error(section: bytes) -> None:
    with pytest.raises(ValueError, match="no such section"):
        KeptRecords(section)


def test_to_look_into_what_was_written_by_others_is_an_error_or_finds_something() -> None:
    whole = written({"a": "x", "b": "y"})
    for at in range(len(whole)):
        for byte in (0, 1, 255):
            try:
                kept = KeptRecords(whole[:at] + bytes([byte]) + whole[at + 1 :])
                told = [kept.get("a"), kept.get("b"), *dict(kept.pairs()).values()]
            except ValueError:
                continue
            assert all(text is None or isinstance(text, str) for text in told)
