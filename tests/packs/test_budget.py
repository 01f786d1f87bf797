"""Patterns of strangers: they mean what they mean in `re`, and are stopped when they run away."""

from __future__ import annotations

import re
from typing import Any

import pytest
import regex
from support.on_disk import VaultOnDisk
from support.packs import RUNAWAY, SLOW, entry, found, pack, using

from notelint.packs import budget
from notelint.run.stopped_rules import MOST_STOPS_IN_ALL


@pytest.fixture
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", 0.1)


def test_what_matches_nothing_is_no_finding(vault: VaultOnDisk) -> None:
    rule = entry(patterns=[{"find": "x*|(?<=b)"}], fix=None)
    assert found(vault, pack(house_rule=rule), "axxb\n") == ["xx"]


def test_a_pattern_means_what_it_means_in_re(vault: VaultOnDisk) -> None:
    find, note = (
        r"(?i)(?<!x)\bfo{1,2}(?:[a-c]|\d)+?\b(?=,|$)",
        "fooa, Foo1b, xfoa, foo, foaa\n",
    )
    rule = entry(patterns=[{"find": find}], fix=None)
    expected = [match[0] for match in re.finditer(find, note)]
    assert expected == ["fooa", "Foo1b", "foaa"]
    assert found(vault, pack(house_rule=rule), note) == expected


@pytest.mark.usefixtures("_hurry")
@pytest.mark.parametrize(
    "slow",
    [
        SLOW,
        {**SLOW, "where": "lines"},
        entry(code="SLOW001", kind="form", where="lines", patterns=None, fix=None,
              forms=["(a|aa)+b"]),
        entry(code="SLOW001", kind="required", patterns=None, fix=None, forms=["(a+)+$"],
              message="m"),
    ],
)  # fmt: skip
def test_a_rule_that_takes_too_long_is_stopped_and_all_else_goes_on(
    vault: VaultOnDisk, slow: dict[str, Any]
) -> None:
    using(vault, pack(slow_rule=slow, house_rule=entry()), RUNAWAY)
    vault.put("b.md", "A fence.\n")
    ran = vault.json("--select", "SLOW,house-rule")
    assert ran.code == 2
    names = [(d["path"], d["name"]) for d in ran.report["diagnostics"] if d["name"] != "slow-rule"]
    assert names == [("a.md", "house-rule"), ("b.md", "house-rule")]
    [line] = ran.err.splitlines()
    assert line.startswith("notelint: ")
    assert "house.yaml: slow-rule takes longer than 0.1 s on `a.md`, and was stopped" in line


@pytest.mark.usefixtures("_hurry")
@pytest.mark.parametrize("how", [["--fix"], ["--fix", "--unsafe-fixes"]])
def test_a_note_is_fixed_by_the_rules_that_are_not_stopped(
    vault: VaultOnDisk, how: list[str]
) -> None:
    using(vault, pack(slow_rule=SLOW, house_rule=entry()), RUNAWAY)
    ran = vault.run(*how)
    assert (ran.code, vault.text("a.md")) == (2, RUNAWAY.replace("fence", "wall"))
    assert len(ran.err.splitlines()) == 1


@pytest.mark.usefixtures("_hurry")
def test_time_is_counted_over_all_of_a_note(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(1000))
    monkeypatch.setattr(budget, "process_time", lambda: next(clock) / 1000)
    using(vault, pack(house_rule=entry()), "*fence* b " * 200)
    assert "takes longer than 0.1 s" in vault.run().err


def test_a_rule_that_finds_too_much_is_stopped(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MOST_FOUND", 5)
    using(vault, pack(house_rule=entry(patterns=[{"find": "."}], fix=None)), "12345\n")
    assert (vault.run().code, vault.run().err) == (1, "")
    vault.put("a.md", "123456\n")
    assert "finds more than 5 places" in vault.run().err


def test_a_rule_that_writes_too_much_is_stopped_before_it_fills_the_memory(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MOST_WRITTEN", 100_000)
    rule = entry(patterns=[{"find": "(a+)", "replace": "\\1" * 400}])
    using(vault, pack(house_rule=rule), "aaaa\n")
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (2, "aaaa\n")
    assert "would write more than 100,000 characters" in ran.err


@pytest.mark.usefixtures("_hurry")
def test_many_rules_that_run_away_are_stopped_together(vault: VaultOnDisk) -> None:
    rules = {
        f"slow-{number}": entry(
            code=f"SLOW{number:03}", patterns=[{"find": f"(a+)+{number}$"}], fix=None
        )
        for number in range(60)
    }
    vault.put("b.md", RUNAWAY)
    using(vault, pack(**rules, house_rule=entry()), RUNAWAY)
    ran = vault.run("--select", "SLOW,NL4")
    lines = ran.err.splitlines()
    assert (ran.code, len(lines)) == (2, MOST_STOPS_IN_ALL)
    assert lines[-1].endswith("; so many did that no rule of a pack runs any more")


@pytest.mark.usefixtures("_hurry")
def test_all_rules_of_packs_share_the_time_of_a_note(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "SECONDS_OF_NOTE", 0.15)
    clock = iter(range(10_000))
    monkeypatch.setattr(budget, "process_time", lambda: next(clock) / 1000)
    using(vault, pack(house_rule=entry(), other_rule=entry(code="HOUSE002")), "*a* fence " * 80)
    assert "other-rule takes longer than 0.15 s together with the other rules" in vault.run().err


def test_a_rule_that_is_not_selected_is_never_compiled(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = []
    make = regex.compile

    def counted(pattern: str, *flags: int, **options: bool) -> object:
        compiled.extend([pattern] if options.get("cache_pattern", True) else [])
        return make(pattern, *flags, **options)

    monkeypatch.setattr(regex, "compile", counted)
    rule = entry(code="HOUSE002", patterns=[{"find": "unlikely"}], fix=None)
    using(vault, pack(house_rule=entry(), other_rule=rule))
    vault.run("--select", "house-rule")
    assert compiled == ["fence"]
