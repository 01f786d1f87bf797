"""``notelint test-pack``: the examples of packs, held against their rules."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk
from support.packs import entry, pack


def test_each_failure_is_told_with_its_own_pack(vault: VaultOnDisk) -> None:
    vault.put("a.yaml", pack(house_rule=entry(bad="A wall.\n")))
    vault.put("b.yaml", pack(other_rule=entry(code="HOUSE002", good="A fence.\n")))
    ran = vault.run("test-pack", "b.yaml", "a.yaml")
    *lines, last = ran.out.splitlines()
    assert ran.code == 1
    assert [line.partition(":")[0] for line in lines] == ["b.yaml", "a.yaml"]
    assert [line.split(": ")[1] for line in lines] == ["other-rule", "house-rule"]
    assert last == "2 rules, 4 examples: 2 failures."


def test_what_a_pack_is_called_never_reaches_the_terminal_as_it_is(vault: VaultOnDisk) -> None:
    vault.put("a\x1b[31m.yaml", pack(house_rule=entry(bad="A wall.\n")))
    ran = vault.run("test-pack", "a\x1b[31m.yaml")
    assert ran.code == 1
    assert "\x1b" not in ran.out


def test_a_failing_example_is_told_with_its_line(vault: VaultOnDisk) -> None:
    content = pack(house_rule=entry(bad="A wall.\n"))
    vault.put("house.yaml", content)
    line = content.splitlines().index("    bad: |") + 1 if "bad: |" in content else None
    line = line or next(n for n, text in enumerate(content.splitlines(), 1) if "bad:" in text)
    ran = vault.run("test-pack", "house.yaml")
    assert ran.out.splitlines() == [
        f"house.yaml:{line}: house-rule: bad: finds nothing",
        "1 rule, 2 examples: 1 failure.",
    ]


def test_several_packs_are_tested_together(vault: VaultOnDisk) -> None:
    vault.put("a.yaml", pack(house_rule=entry()))
    vault.put("b.yaml", pack(other_rule=entry(code="HOUSE002")))
    ran = vault.run("test-pack", "a.yaml", "b.yaml", "a.yaml")
    assert (ran.code, ran.out) == (0, "2 rules, 4 examples: all hold.\n")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [([], "FILE"), (["gone.yaml"], "no such pack"), (["wrong.yaml"], "wrong.yaml:")],
)
def test_test_pack_cannot_go_on_without_a_right_pack(
    vault: VaultOnDisk, arguments: list[str], part: str
) -> None:
    vault.put("wrong.yaml", pack(house_rule=entry(kind="x")))
    assert part in vault.refusal("test-pack", *arguments)
