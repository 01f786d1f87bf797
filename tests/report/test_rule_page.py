"""`notelint explain`: every rule in words, from the rule itself."""

from __future__ import annotations

from dataclasses import fields
from unicodedata import category

import pytest
from support.on_disk import VaultOnDisk

from notelint.config import shipped_rules

RULES = shipped_rules()


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_explained_by_name_and_by_code_alike(vault: VaultOnDisk, name: str) -> None:
    by_name, by_code = vault.run("explain", name), vault.run("explain", RULES[name].code)
    assert by_name.code == 0
    assert by_name == by_code


@pytest.mark.parametrize("name", RULES)
def test_an_explanation_says_all_that_the_rule_says_of_itself(
    vault: VaultOnDisk, name: str
) -> None:
    rule, page = RULES[name], vault.run("explain", name).out
    said = [name, rule.code, rule.summary, " ".join(rule().reason.split()), str(rule.severity)]
    said += [rule.fixes, *rule.good.rstrip().splitlines()]
    said += [f"`{field.name.replace('_', '-')}`" for field in fields(rule)]
    said += [field.metadata["about"] for field in fields(rule)]
    assert [part for part in said if part not in page] == []


@pytest.mark.parametrize("name", RULES)
def test_an_explanation_holds_nothing_that_a_terminal_obeys(vault: VaultOnDisk, name: str) -> None:
    page = vault.run("explain", name).out
    assert [char for char in page if category(char) in ("Cc", "Cs") and char != "\n"] == []


def test_all_rules_are_listed_in_the_order_of_their_codes(vault: VaultOnDisk) -> None:
    ran = vault.run("explain", "--all")
    rows = [line.split()[:2] for line in ran.out.splitlines()]
    assert ran.code == 0
    assert rows == sorted([rule.code, name] for name, rule in RULES.items())


def test_each_line_of_the_list_fits_and_says_what_is_good(vault: VaultOnDisk) -> None:
    lines = vault.run("explain", "--all").out.splitlines()
    assert all(len(line) <= 120 for line in lines)
    for line, rule in zip(lines, RULES.values(), strict=True):
        assert line.endswith(rule.summary)
        assert ("*" in line) is bool(rule.fixes)


def test_a_prefix_explains_its_family(vault: VaultOnDisk) -> None:
    page = vault.run("explain", "NL40").out
    titles = [line for line in page.splitlines() if line.startswith("# ")]
    assert "# ligature (NL403)" in titles
    assert all("(NL40" in title for title in titles)


def test_an_unknown_rule_is_told_the_near_miss(vault: VaultOnDisk) -> None:
    error = vault.refusal("explain", "sorce-spacing")
    assert "`sorce-spacing`" in error
    assert "did you mean `source-spacing`?" in error


def test_a_rule_that_is_like_no_other_is_told_of_the_list(vault: VaultOnDisk) -> None:
    assert "--all" in vault.refusal("explain", "zzz")
