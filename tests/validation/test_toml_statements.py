"""TOML cut into statements, held against what Python reads."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.validation.toml_statements import statements

VALUES = st.sampled_from(
    [
        "1",
        "true",
        "'#'",
        '"]\\""',
        "[1, 2]",
        "[\n  1, # ]\n  2,\n]",
        "{a = 1}",
        '"""\n[x]\n"a = 1\n"""',
        "'''\n[x]\na = '1'\n'''",
        '[["]"], {b = "}"}]',
        "2024-01-02T03:04:05",
        '""',
        "''",
    ]
)
KEYS = st.sampled_from(["a", "b-c", '"d e"', "'f.g'", "h.i", 'j . "k"', "1"])
BETWEEN = st.sampled_from(["", "\n", "# [x]\n", "  \n\t\n", "# ''' not a string\n"])
ENTRIES = st.tuples(BETWEEN, KEYS, VALUES, st.sampled_from(["\n", " # x = 1\n", "\t\n"])).map(
    lambda parts: f"{parts[0]}{parts[1]} = {parts[2]}{parts[3]}"
)
TABLES = st.tuples(
    st.sampled_from(["", "[t]\n", "[t.u]\n", '[ v . "w x" ] # y\n', "[[z]]\n", "[[z.z]]\n"]),
    st.lists(ENTRIES, max_size=4).map("".join),
).map("".join)


def keys_in(data: Any, location: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the values that are no tables stand."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from keys_in(value, (*location, key))
    elif isinstance(data, list) and data and all(isinstance(item, Mapping) for item in data):
        for index, item in enumerate(data):
            yield from keys_in(item, (*location, index))
    elif location:
        yield location


@given(st.lists(TABLES, max_size=4).map("".join))
def test_every_key_has_a_statement_and_every_statement_reads_by_itself(text: str) -> None:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    found = list(statements(text))
    known = {statement.key[:size] for statement in found for size in range(len(statement.key) + 1)}
    for location in keys_in(data):
        assert any(location[:size] in known for size in range(len(location), 0, -1))
    for statement in found:
        assert statement.is_closed
        assert statement.line == text.count("\n", 0, statement.start) + 1
        tomllib.loads(text[statement.start : statement.end])


@pytest.mark.parametrize(
    "piece",
    [
        '["' * 3, "[ ", '"', "a.", "a = 1\n", "a\n", "''' x", 'a = """\n', "a = [\n", "# \n", "=",
        "[" + " " * 50 + "\n",
    ],
)  # fmt: skip
def test_each_character_is_looked_at_a_few_times(piece: str) -> None:
    assert len(list(statements(piece * 20_000))) <= 20_001
