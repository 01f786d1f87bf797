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

TABLE = ("tool", "notelint")
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


HOSTILE = [
    ('a: 1\nb: !!int ""\n', 2),
    ('b: !!int "_"\n', 1),
    ("b: !!int 1:59\n", 1),
    ("b: !!float abc\n", 1),
    ("b: !!float 1:2.5\n", 1),
    ("b: !!bool abc\n", 1),
    ("b: !!timestamp abc\n", 1),
    ("b: !!binary é\n", 1),
    ("b: !!int [a]\n", 1),
    ("b: !!set abc\n", 1),
    ("x: y\nb: 2024-02-30\n", 2),
    ("b: " + "9" * 5000, 1),
    ("b: 0x" + "f" * 5000, 1),
    ("a: b\nc: " + "[" * 5000, 2),
    ("a: b\nc: " + "[" * 150 + "]" * 150, 2),
    ("- " * 5000 + "x", 1),
    ("? " * 5000 + "x", 1),
    ("a: b\nx: " + "{a: " * 150 + "}" * 150, 2),
]


@pytest.mark.parametrize(("text", "line"), HOSTILE, ids=lambda value: repr(value)[:30])
def test_yaml_that_is_made_to_fail_is_an_error_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ConfigError) as caught:
        load_yaml("f.yaml", text)
    assert caught.value.place == Place("f.yaml", line)
    assert caught.value.remedy
    assert len(str(caught.value)) < 200


def test_a_value_that_holds_itself_is_an_error() -> None:
    with pytest.raises(ConfigError, match="holds itself through an alias"):
        load_yaml("f.yaml", "a: &a [*a]\n")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1:59:59", "1:59:59"),
        ("12:30", "12:30"),
        ("1:30.5", "1:30.5"),
        ("1" + ":59" * 100_000, "1" + ":59" * 100_000),
        ("1_000", 1000),
        ("0x1f", 31),
        ("1.50", 1.5),
        ("1e3", "1e3"),
        ("yes", True),
        (".inf", float("inf")),
    ],
    ids=lambda value: str(value)[:12],
)
def test_a_plain_number_has_no_colons(written: str, value: object) -> None:
    read = load_yaml("f.yaml", f"a: {written}\n")
    assert read.data == {"a": value}
    assert read.written == {("a",): written}


OTHERS = [
    "[tool.other]\na = " + "[" * 5000 + "]" * 5000,
    "[tool.other]\na = " + "9" * 5000,
    "[tool.other]\na = b",
    "[tool.other\nx = 1",
    "[tool." + "a." * 5000 + "b]",
    'x = """\n[tool.notelint]\nselect = 3\n"""',
    "x = '''\n[tool.notelint]\nselect = 3\n'''",
    'x = ["]", "[tool.notelint]", # ]\n 1]',
    "a = 1\na = 2",
    "no key",
]


@pytest.mark.parametrize("other", OTHERS, ids=lambda value: repr(value)[:30])
def test_the_tables_of_others_are_no_affair_of_ours(other: str) -> None:
    before = load_toml("f.toml", f"{other}\n[tool.notelint]\nignore = ['x']\n", TABLE)
    behind = load_toml("f.toml", f"[tool.notelint]\nignore = ['x']\n{_as_table(other)}\n", TABLE)
    assert before is not None
    assert behind is not None
    assert before.data == behind.data == {"ignore": ["x"]}
    assert before.place(("ignore",)).line == other.count("\n") + 3
    assert load_toml("f.toml", other, TABLE) is None


def _as_table(other: str) -> str:
    return other if other.startswith("[") else f"[other]\n{other}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\n" + "b = " + "[" * 5000 + "]" * 5000, 3),
        ("a = 1\n" + "b = " + "{a = " * 150 + "1" + "}" * 150, 3),
        ("a = " + "9" * 5000, 2),
        ("[tool.notelint." + "a." * 5000 + "b]", 2),
        ("a." * 5000 + "b = 1", 2),
        ("a = 1\n\na = 2", 4),
        ("a = 1\nb = ", 3),
        ("a = [1,\n2,", 2),
        ("a = 'x\nb = 1", 2),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_toml_that_is_made_to_fail_is_an_error_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ConfigError) as caught:
        load_toml("f.toml", f"[tool.notelint]\n{text}\n", TABLE)
    assert caught.value.place in (Place("f.toml", line), Place("f.toml"))
    assert caught.value.remedy


def test_a_value_that_never_ends_and_hides_the_table_is_an_error() -> None:
    with pytest.raises(ConfigError) as caught:
        load_toml("f.toml", "[other]\na = [1,\n[tool.notelint]\nignore = []\n", TABLE)
    assert caught.value.place == Place("f.toml", 2)
