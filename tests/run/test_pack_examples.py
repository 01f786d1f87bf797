"""The examples of a pack's rule: how many there are, and which do not hold."""

from __future__ import annotations

from typing import Any

import pytest
from support.on_disk import VaultOnDisk
from support.packs import ENTRY, RUNAWAY, entry, pack

from notelint.packs import PackRule, budget, make_rules
from notelint.run import count_examples, failing_examples


def rule_of(made: dict[str, Any]) -> type[PackRule]:
    [rule] = make_rules({"rules": {"house-rule": made}})
    return rule


@pytest.mark.parametrize("cases", [0, 1, 3])
def test_the_bad_and_the_good_note_and_every_case_are_examples(cases: int) -> None:
    assert count_examples(entry(cases=[{"note": "x\n", "found": []}] * cases)) == 2 + cases
    assert count_examples(ENTRY) == 2


def test_all_that_is_wrong_with_a_case_is_told_at_its_place() -> None:
    right = {"note": "fence\n", "found": ["fence"], "fixed": "wall\n"}
    wrong = {"note": "fence\n", "found": ["wall"], "fixed": "fence\n"}
    made = entry(cases=[right, wrong, right])
    assert list(failing_examples(rule_of(made), made)) == [
        (("cases", 1), "finds `fence`, not `wall`"),
        (("cases", 1), "is mended to 'wall\\n', not 'fence\\n'"),
    ]


def test_a_case_need_not_say_what_it_is_mended_to() -> None:
    made = entry(cases=[{"note": "fence\n", "found": ["fence"]}])
    assert list(failing_examples(rule_of(made), made)) == []


def said_of(vault: VaultOnDisk, **changes: Any) -> list[str]:
    """What test-pack says of a rule, without the place and the last line."""
    vault.put("house.yaml", pack(house_rule=entry(**changes)))
    ran = vault.run("test-pack", "house.yaml")
    *lines, last = ran.out.splitlines()
    assert (ran.err, ran.code) == ("", int(bool(lines)))
    assert last.startswith("1 rule, ")
    return [line.partition(": house-rule: ")[2] for line in lines]


NEW_REFERENCE = "a reference or a definition would be lost, or come from nowhere"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"bad": "A wall.\n"}, ["bad: finds nothing"]),
        ({"good": "A fence, a fence.\n"}, ["good: finds `fence`, `fence`"]),
        ({"bad": "x\n", "good": "fence\n"}, ["bad: finds nothing", "good: finds `fence`"]),
        ({"cases": [{"note": "fence\n", "found": ["fence"], "fixed": "wall\n"}]}, []),
        ({"cases": [{"note": "wall\n", "found": []}]}, []),
        ({"cases": [{"note": "fence\n", "found": []}]}, ["cases.0: finds `fence`, not nothing"]),
        ({"cases": [{"note": "wall\n", "found": ["x"]}]}, ["cases.0: finds nothing, not `x`"]),
        ({"cases": [{"note": "fence\n", "found": ["fence"], "fixed": "x\n"}]},
         ["cases.0: is mended to 'wall\\n', not 'x\\n'"]),
        ({"patterns": [{"find": "fence", "replace": "fence2"}]},
         ["bad: cannot be mended: house-rule: still not settled after 10 rounds"]),
        ({"patterns": [{"find": "fence", "replace": "[^9]"}]},
         [f"bad: cannot be mended: house-rule: {NEW_REFERENCE}"]),
        ({"bad": "A \x1b[31m.\n"}, ["bad: finds nothing"]),
    ],
)  # fmt: skip
def test_examples_are_held_against_their_rule(
    vault: VaultOnDisk, changes: dict[str, Any], expected: list[str]
) -> None:
    assert said_of(vault, **changes) == expected


@pytest.fixture
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", 0.1)


@pytest.mark.usefixtures("_hurry")
def test_an_example_that_runs_away_is_one_that_fails(vault: VaultOnDisk) -> None:
    lines = said_of(vault, patterns=[{"find": "(a+)+$"}], fix=None, bad="a", good=RUNAWAY)
    assert ["takes longer than 0.1 s" in line for line in lines] == [True]
    assert lines[0].startswith("good: ")
