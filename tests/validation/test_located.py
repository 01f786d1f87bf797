"""YAML and TOML of strangers: the line of every key, and what is no data at all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.configurations import LIGATURE, told
from support.on_disk import VaultOnDisk
from support.packs import entry, pack, using

from notelint.validation import Located, Location, load_toml, load_yaml, located
from notelint.values import ConfigError, Place

WRONG = [
    ("a: [1\nb: 2\n", 2, ["YAML"]),
    ("ignore: [ligature]\nrules: {]\n", 2, ["YAML"]),
    ("a: 1\n---\nb: 2", 2, ["YAML"]),
    ("? [a]\n: b", 1, ["YAML"]),
    ("ignore: !!python/name:os.system", 1, ["YAML"]),
]  # fmt: skip


@pytest.mark.parametrize(("config", "line", "parts"), WRONG)
def test_what_is_no_yaml_is_named_with_its_line(
    vault: VaultOnDisk, config: str, line: int, parts: list[str]
) -> None:
    error = told(vault, config)
    assert f"notelint.yaml:{line}: " in error
    assert [part for part in parts if part not in error] == []


WRONG_TOML = [
    ("[tool.notelint]\n\nignroe = 'x'", 3, "did you mean `ignore`?"),
    ("[tool]\nnotelint.ignroe = 'x'", 2, "did you mean `ignore`?"),
    ("[ tool . notelint ]\nignroe = 'x'", 2, "did you mean `ignore`?"),
    ("[tool.\"notelint\"]\nignroe = 'x'", 2, "did you mean `ignore`?"),
    ("[tool.notelint.rules.source-spacing]\nstyle = 'tigth'", 2, "'tight'"),
    ("[tool.notelint.rules]\nsource-spacing.style = 'tigth'", 2, "'tight'"),
    ("[tool.notelint.rules]\nsource-spacing = {style = 'tigth'}", 2, "'tight'"),
    ("[tool.notelint.per-file.\"a/*\"]\nignroe = []", 2, "did you mean `ignore`?"),
    ("[tool.notelint]\nignore = [\n  'x',\n]", 2, "`x`"),
    ("[[tool.notelint.dictionaries]]\nmatch = 'x'\n[[tool.notelint.dictionaries]]\nmach = 'y'", 4,
     "did you mean `match`?"),
]  # fmt: skip


@pytest.mark.parametrize(("config", "line", "part"), WRONG_TOML)
def test_a_wrong_key_in_toml_is_named_with_its_line(
    vault: VaultOnDisk, config: str, line: int, part: str
) -> None:
    error = told(vault, config, "pyproject.toml")
    assert f"pyproject.toml:{line}: " in error
    assert part in error


def test_toml_that_does_not_load_is_named_with_its_line(vault: VaultOnDisk) -> None:
    vault.put("a.md", LIGATURE)
    vault.put("pyproject.toml", "[tool.notelint]\nignore = [\n")
    assert "pyproject.toml" in vault.refusal()
    vault.put("pyproject.toml", "[tool.notelint]\nignore ligature\nselect = 3\n")
    assert "pyproject.toml:2: not TOML" in vault.refusal()


def test_a_pack_that_explodes_is_refused(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(located, "MOST_NODES", 1000)
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in pairwise("abcdefghi")]
    vault.put("house.yaml", "\n".join(lines))
    vault.put("notelint.yaml", "packs: [house.yaml]\n")
    assert "more than 1,000 values" in vault.refusal()


def test_a_key_that_stands_twice_is_refused(vault: VaultOnDisk) -> None:
    text = pack(house_rule=entry())
    using(vault, text + text.partition("rules:\n")[2])
    error = vault.refusal()
    assert "rules.house-rule: stands in line " in error


def test_merged_keys_are_not_keys_that_stand_twice() -> None:
    read = load_yaml("x", "a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  x: 3\n")
    assert read.data["b"] == {"x": 3, "y": 2}


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("a",), 1),
        (("a", "b"), 2),
        (("a", "b", 1), 4),
        (("a", "b", 1, "deeper"), 4),
        (("a", "x"), 1),
        (("c",), 5),
        (("x",), 1),
        ((), 1),
    ],
)
def test_a_place_is_that_of_the_key_or_of_the_nearest_around_it(
    location: Location, line: int
) -> None:
    read = load_yaml("f.yaml", "a:\n  b:\n  - x\n  - y\nc: z\n")
    assert read.place(location) == Place("f.yaml", line)


def test_a_place_without_a_line_is_the_file() -> None:
    assert Located("f.yaml", {}).place(("a", 0)) == Place("f.yaml")


keys = st.text("abcxyz-_", min_size=1, max_size=8)
data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
)


def keys_in(value: Any, location: Location = ()) -> Iterator[Location]:
    """Where the keys of mappings stand, at any depth."""
    if isinstance(value, dict):
        yield from ((*location, key) for key in value)
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        if isinstance(inner, dict | list):
            yield from keys_in(inner, (*location, key))


@given(st.dictionaries(keys, data, min_size=1, max_size=4))
def test_yaml_is_read_as_it_was_written_and_each_key_has_the_line_that_it_stands_in(
    written: dict[str, Any],
) -> None:
    text = yaml.safe_dump(written, width=10_000)
    read = load_yaml("f.yaml", text)
    lines = text.splitlines()
    assert read.data == written
    for location in keys_in(written):
        assert f"{location[-1]}" in lines[(read.place(location).line or 0) - 1]


@pytest.mark.parametrize("text", ["a: [", "a: [\n", "a: [\n\n\n", "a: [b,\n  c\n", "'a\n"])
def test_what_breaks_off_is_told_with_a_line_that_there_is(text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_yaml("f.yaml", text)
    assert caught.value.place
    assert caught.value.place.line in range(1, len(text.splitlines()) + 1)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("[tool.ruff]\nnotelint = 1\n", None),
        ("tool = 3\n", None),
        ("[tool.notelint]\n", {}),
        ("[tool]\nnotelint.a.b = 3\n", {"a": {"b": 3}}),
        ("tool = {notelint = {a = 3}}\n", {"a": 3}),
    ],
)
def test_of_toml_one_table_is_read_if_it_is_there(text: str, data: object) -> None:
    read = load_toml("f.toml", text, ("tool", "notelint"))
    assert (None if read is None else read.data) == data
