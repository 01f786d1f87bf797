"""Every rule in words, from the rule itself."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from unicodedata import category

import pytest
from support.on_disk import VaultOnDisk

from notelint.config import shipped_rules
from notelint.report.rule_page import catalogue_page

RULES = shipped_rules()


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


def test_the_page_of_the_rules_is_what_they_say_now() -> None:
    page = Path(__file__).parent.parent.parent / "rules" / "README.md"
    assert page.read_text(encoding="utf-8") == catalogue_page(shipped_rules()), (
        "run `python docs/reference.py`"
    )
