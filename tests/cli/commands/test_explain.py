"""``notelint explain``: the rule that was asked for, by its name, code or prefix."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk
from support.packs import HOUSE, entry, pack, using

from notelint.config import shipped_rules

RULES = shipped_rules()


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_explained_by_name_and_by_code_alike(vault: VaultOnDisk, name: str) -> None:
    by_name, by_code = vault.run("explain", name), vault.run("explain", RULES[name].code)
    assert by_name.code == 0
    assert by_name == by_code


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


def test_an_own_rule_is_explained(vault: VaultOnDisk) -> None:
    using(vault, HOUSE)
    page = vault.run("explain", "house-rule").out
    parts = ["# house-rule (HOUSE001)", "Walls are walls.", "They are.", "Safe.", "A fence."]
    assert [part for part in parts if part not in page] == []
    assert vault.run("explain", "HOUSE001").out == page
    assert "HOUSE002 other-rule" in vault.run("explain", "--all").out
    assert len(vault.run("explain", "HOUSE").out.split("\n# ")) == 2


def test_explain_takes_a_vault_and_a_configuration(vault: VaultOnDisk) -> None:
    vault.put("b/.obsidian/x", "")
    vault.put("b/house.yaml", HOUSE)
    vault.put("b/notelint.yaml", "packs: [house.yaml]\n")
    assert "`house-rule`" in vault.refusal("explain", "house-rule")
    for arguments in (["--vault", "b"], ["--config", "b/notelint.yaml"],
                      ["--config", "packs=[b/house.yaml]"]):  # fmt: skip
        assert vault.run("explain", "house-rule", *arguments).code == 0
    assert vault.run("explain", "ligature", "--vault", "b", "--isolated").code == 0


def test_explain_says_what_is_wrong_with_the_configuration(vault: VaultOnDisk) -> None:
    using(vault, pack(house_rule=entry(kind="x")))
    assert "house.yaml:" in vault.refusal("explain", "ligature")
    assert vault.run("explain", "ligature", "--isolated").code == 0


def test_json_is_what_all_rules_say_of_themselves(vault: VaultOnDisk) -> None:
    told = vault.run("explain", "--all", "--output-format", "json").report
    assert [list(rule) for rule in told] == [
        ["code", "name", "summary", "reason", "default", "fix", "options"]
    ] * len(shipped_rules())
    rule = next(rule for rule in told if rule["name"] == "unresolved-link")
    assert (rule["code"], rule["default"]) == ("NL301", True)
    assert rule["fix"].startswith("Unsafe ")
    assert rule["options"] == [
        {
            "name": "planned",
            "type": "tuple[str, ...]",
            "default": [],
            "about": shipped_rules()["unresolved-link"]
            .__dataclass_fields__["planned"]
            .metadata["about"],
        }
    ]


def test_json_of_one_rule_is_an_array_of_it(vault: VaultOnDisk) -> None:
    [rule] = vault.run("explain", "NL206", "--output-format", "json").report
    assert (rule["name"], rule["fix"], rule["options"]) == ("duplicate-definition", None, [])
