"""A vault's own packs: which files are some, and how their rules are rules like any other."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
import yaml
from hypothesis import event, given, settings
from support.on_disk import VaultOnDisk
from support.pack_strategies import entries
from support.packs import HOUSE, entry, pack, using
from support.vaults import vault_of

from notelint.config import ActiveRule, shipped_rules
from notelint.lint import check
from notelint.notes import read_note
from notelint.packs import own_rules
from notelint.packs.loader import LARGEST
from notelint.validation import load_yaml
from notelint.values import NotelintError


@pytest.mark.parametrize(
    ("more", "arguments", "names"),
    [
        ("", [], ["house-rule"]),
        ("", ["--select", "other-rule"], ["other-rule"]),
        ("", ["--select", "HOUSE002"], ["other-rule"]),
        ("", ["--select", "HOUSE"], ["house-rule", "other-rule"]),
        ("", ["--select", "HOUSE00"], ["house-rule", "other-rule"]),
        ("", ["--select", "ALL"], ["house-rule", "other-rule"]),
        ("", ["--extend-select", "other-rule"], ["house-rule", "other-rule"]),
        ("", ["--ignore", "house-rule"], []),
        ("ignore: [HOUSE001]\n", [], []),
        ("select: [NL4]\n", [], []),
        ("extend-select: HOUSE002\n", [], ["house-rule", "other-rule"]),
        ("per-file: {a.md: {ignore: [house-rule]}}\n", [], []),
        ("per-file: {b.md: {ignore: [house-rule]}}\n", [], ["house-rule"]),
    ],
)
def test_an_own_rule_is_selected_like_any_other(
    vault: VaultOnDisk, more: str, arguments: list[str], names: list[str]
) -> None:
    using(vault, HOUSE, more=more)
    assert vault.json(*arguments).names == names


@pytest.mark.parametrize("name", ["house-rule", "HOUSE001"])
def test_a_configuration_sets_an_own_rule_by_name_and_by_code(
    vault: VaultOnDisk, name: str
) -> None:
    using(vault, HOUSE, more=f"rules: {{{name}: {{severity: error}}}}\n")
    [diagnostic] = vault.json().report["diagnostics"]
    assert (diagnostic["name"], diagnostic["severity"]) == ("house-rule", "error")


def test_a_note_allows_an_own_rule(vault: VaultOnDisk) -> None:
    using(vault, HOUSE, "A fence. %% notelint: allow house-rule %%\n")
    assert vault.json().names == []


def test_an_own_rule_mends(vault: VaultOnDisk) -> None:
    using(vault, HOUSE)
    vault.run("--fix")
    assert vault.text("a.md") == "A wall.\n"


def test_the_severity_of_an_own_rule_is_its_own(vault: VaultOnDisk) -> None:
    using(vault, pack(house_rule=entry(severity="info")))
    assert vault.json().report["diagnostics"][0]["severity"] == "info"
    assert vault.run().code == 0


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        (None, ["notelint.yaml:1: ", "house.yaml: no such pack", "did you mean `hose.yaml`?"]),
        (b"a: \xff", ["house.yaml: not UTF-8, at byte 3"]),
        (b"#" * (LARGEST + 1), ["house.yaml: more than 1,000,000 bytes", "split"]),
        (b"", ["house.yaml: a pack has the keys `pack`, `version` and `rules`"]),
        (b"- a\n", ["house.yaml: a pack has the keys"]),
        (b"[" * 5000, ["house.yaml:1: nested more than 100 deep; make it flatter"]),
        (b"a: [\nb: 2\n", ["house.yaml:2: not YAML"]),
    ],
)
def test_what_is_no_pack_is_told_so(
    vault: VaultOnDisk, content: bytes | None, parts: list[str]
) -> None:
    vault.put("rules/hose.yaml", HOUSE)
    vault.put("notelint.yaml", "packs: [rules/house.yaml]\n")
    if content is not None:
        vault.put("rules/house.yaml", content)
    error = vault.refusal()
    assert [part for part in parts if part not in error] == []


def test_a_missing_pack_in_a_missing_folder_says_what_to_do(vault: VaultOnDisk) -> None:
    vault.put("notelint.yaml", "packs: [gone/house.yaml]\n")
    assert "check the path" in vault.refusal()


def test_a_folder_is_no_pack(vault: VaultOnDisk) -> None:
    vault.put("rules/a.yaml", "")
    vault.put("notelint.yaml", "packs: [rules]\n")
    assert "rules: cannot be read" in vault.refusal()


@pytest.mark.parametrize("second", [entry(), entry(code="HOUSE002")])
def test_two_packs_have_no_rule_in_common(vault: VaultOnDisk, second: dict[str, Any]) -> None:
    name = "house_rule" if second["code"] != "HOUSE001" else "other_rule"
    vault.put("a.yaml", pack(house_rule=entry()))
    vault.put("b.yaml", pack(**{name: second}))
    vault.put("notelint.yaml", "packs: [a.yaml, b.yaml]\n")
    error = vault.refusal()
    assert "b.yaml:" in error.partition("is taken at")[0]
    assert "a.yaml:" in error.partition("is taken at")[2]


def test_a_wrong_pack_stops_before_any_note_is_written(vault: VaultOnDisk) -> None:
    using(vault, pack(house_rule=entry(), b=entry(code="HOUSE002", where="x")))
    vault.refusal("--fix")
    assert vault.text("a.md") == "A fence.\n"


@pytest.mark.parametrize(
    ("config", "is_loaded"), [(None, False), ("packs: [rules/house.yaml]\n", True)]
)
def test_regex_is_loaded_only_where_there_is_a_pack(
    vault: VaultOnDisk, config: str | None, is_loaded: bool
) -> None:
    using(vault, HOUSE)
    if config is None:
        (vault.root / "notelint.yaml").unlink()
    code = (
        "import sys, json, notelint.cli; notelint.cli.main(['--no-cache', '-q']);"
        "print(json.dumps(['regex' in sys.modules, 'pydantic' in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=vault.root, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) == [is_loaded, is_loaded]


def test_own_rules_leave_the_shipped_ones_alone(vault: VaultOnDisk) -> None:
    before = dict(shipped_rules())
    using(vault, HOUSE)
    vault.run()
    assert dict(shipped_rules()) == before


CONTENT = """\
---
a: "[[x]]"
---
# Synthesis

A *wall* `code` [[fence|a]] $x$ ![[w.png]] a[^1]

| a | b |
|---|---|
| [[c\\|d]] | e |

[^1]: a book
"""
NOTE = read_note("a.md", CONTENT)


@settings(max_examples=300, deadline=None)
@given(entries())
def test_a_pack_is_told_what_is_wrong_or_its_rules_run(entry: dict[str, Any]) -> None:
    text = yaml.safe_dump({"pack": "a", "version": 1, "rules": {"house-rule": entry}})
    try:
        [rule] = own_rules([load_yaml("house.yaml", text)], shipped_rules())
        found = check(NOTE, [ActiveRule(rule(), rule.severity)], vault_of(files=["a.md"]))
    except NotelintError as error:
        told, found = str(error), ()
    else:
        told = "house.yaml"
    event(told[:11] if found else "nothing found")
    assert "house.yaml" in told
    assert len(told.splitlines()) == 1
    assert all(0 <= d.span.start <= d.span.end <= len(CONTENT) for d in found)
