"""JSON in pieces is the JSON of the whole."""

from __future__ import annotations

import json
from itertools import count, islice

from hypothesis import given
from hypothesis import strategies as st

from notelint.report.json_text import array, as_json, with_list

VALUES = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), VALUES), st.lists(VALUES))
def test_the_pieces_make_the_object(head: dict[str, object], items: list[object]) -> None:
    head.pop("items", None)
    text = "".join(with_list(head, "items", items))
    assert json.loads(text) == {**head, "items": items}
    assert text.endswith("\n")


def test_an_item_is_written_before_the_next_is_made() -> None:
    assert list(islice(array(count()), 4)) == ["[", "\n 0", ",\n 1", ",\n 2"]


def test_an_empty_list_is_one() -> None:
    assert "".join(array([])) == "[]"


def test_what_utf8_cannot_say_is_escaped_wherever_it_stands() -> None:
    value = {"a": ["caf\udce9", {"b": "é"}], "c": 1}
    assert json.loads(as_json(value).encode()) == {"a": ["caf\\xe9", {"b": "é"}], "c": 1}
    assert as_json("caf\udce9") == '"caf\\\\xe9"'
