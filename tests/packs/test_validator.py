"""The door for packs: what a wrong one is told."""

from __future__ import annotations

from typing import Any

import pytest
from support.on_disk import VaultOnDisk
from support.packs import DOCS, DOCUMENTED, WRONG, entry, pack, using

from notelint.packs import shipped_packs
from notelint.packs.validator import validate_pack
from notelint.validation import load_yaml


@pytest.mark.parametrize(("changes", "key", "parts"), WRONG)
def test_a_wrong_entry_is_named_with_its_line_and_what_is_allowed(
    vault: VaultOnDisk, changes: dict[str, Any], key: str, parts: list[str]
) -> None:
    content = pack(house_rule=entry(**changes))
    using(vault, content)
    error = vault.refusal()
    line = int(error.partition("house.yaml:")[2].partition(":")[0])
    name = key.partition(".")[0]
    lines = content.splitlines()
    at = next((i for i, text in enumerate(lines, 1) if text.startswith(f"    {name}:")), 3)
    assert at <= line <= at + (3 if "." in key else 1)
    assert key in error
    assert [part for part in parts if part not in error] == []


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("pack: a\nversion: 2\nrules: {}\n", ["house.yaml:2: version", "should be 1, not 2"]),
        ("pack: a\nrules: {}\n", ["version: is required"]),
        ("pack: a\nversion: 1\nrules: {}\n", ["house.yaml:3: rules", "at least 1"]),
        ("pack: a\nversion: 1\nrules: [a]\n", ["house.yaml:3: rules", "mapping"]),
        ("pack: a\nversion: 1\nrules: {a: b}\n", ["house.yaml:3: rules.a", "mapping"]),
        ("pack: a\nversion: 1\nrulse: {}\n", ["house.yaml:3: rulse", "did you mean `rules`?"]),
        (pack(House=entry()), ["rules.House", "`house-rule`"]),
        (pack(a__b=entry()), ["rules.a--b", "`house-rule`"]),
        (
            pack(
                **{
                    f"a{n}": entry(code=f"A{n:03}", patterns=[{"find": "a{9999}"}] * 7, fix=None)
                    for n in range(3)
                }
            ),
            ["rules: have patterns", "200,000 pieces"],
        ),
        (pack(ligature=entry()), ["house.yaml:4", "`ligature`", "comes with notelint"]),
        (pack(a=entry(), b=entry()), ["`HOUSE001`", "taken at", "choose another"]),
        ('pack: a\nversion: 1\nrules: {"\\e[31m": {}}\n', ["\\x1b[31m"]),
    ],
)
def test_a_wrong_pack_is_named_with_its_line(
    vault: VaultOnDisk, content: str, parts: list[str]
) -> None:
    using(vault, content)
    error = vault.refusal()
    assert [part for part in parts if part not in error] == []
    assert "\x1b" not in error


@pytest.mark.parametrize("shipped", [*shipped_packs()], ids=lambda pack: pack.name)
def test_the_packs_that_ship_are_of_the_same_form(shipped: Any) -> None:
    validate_pack(load_yaml(shipped.name, shipped.read_text(encoding="utf-8")))


def test_the_documented_error_is_what_is_said(vault: VaultOnDisk) -> None:
    vault.put("house.yaml", DOCUMENTED.replace("kind: spelling", "kind: speling"))
    error = vault.refusal("test-pack", "house.yaml").partition("house.yaml")[2]
    assert error in DOCS.read_text(encoding="utf-8")
