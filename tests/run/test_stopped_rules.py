"""Rules that ran away: on which notes they do not run, and what is said of them."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk
from support.packs import RUNAWAY, SLOW, entry, pack, using

from notelint.packs import budget
from notelint.run.stopped_rules import MOST_STOPS, StoppedRules
from notelint.values import RunawayPatternError


def stopped(*places: tuple[str, str]) -> StoppedRules:
    """A run in which rules were stopped on notes."""
    rules = StoppedRules()
    for path, rule in places:
        rules.add(path, RunawayPatternError(f"{rule} takes too long", rule=rule))
    return rules


def test_a_rule_that_was_stopped_on_a_note_does_not_run_on_it_again() -> None:
    rules = stopped(("a.md", "x"), ("a.md", "y"), ("b.md", "x"))
    assert [rules.left_out(path) for path in ("a.md", "b.md", "c.md")] == [{"x", "y"}, {"x"}, set()]


def test_a_rule_that_was_stopped_often_runs_on_no_note() -> None:
    often = [(f"{number}.md", "x") for number in range(MOST_STOPS)]
    assert stopped(*often[1:], ("0.md", "y")).left_out("new.md") == set()
    assert stopped(*often, ("0.md", "y")).left_out("new.md") == {"x"}


def test_the_last_note_on_which_it_ran_is_told_so() -> None:
    rules = stopped(*((f"{number}.md", "x") for number in range(MOST_STOPS)))
    reasons = [rules.reasons(f"{number}.md") for number in range(MOST_STOPS + 1)]
    assert reasons[: MOST_STOPS - 1] == [("x takes too long",)] * (MOST_STOPS - 1)
    assert reasons[MOST_STOPS - 1 :] == [
        ("x takes too long; x does not run on the notes that follow",),
        (),
    ]


def test_stops_on_one_note_are_told_in_order() -> None:
    rules = stopped(("a.md", "y"), ("a.md", "x"))
    assert rules.reasons("a.md") == ("y takes too long", "x takes too long")


@pytest.fixture
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", 0.1)


@pytest.mark.usefixtures("_hurry")
def test_a_rule_that_is_stopped_again_and_again_does_not_run_any_more(vault: VaultOnDisk) -> None:
    using(vault, pack(slow_rule=SLOW, house_rule=entry()))
    for index in range(MOST_STOPS + 2):
        vault.put(f"b{index}.md", RUNAWAY)
    ran = vault.json()
    lines = ran.err.splitlines()
    told = [line.endswith("; slow-rule does not run on the notes that follow") for line in lines]
    assert told == [False] * (MOST_STOPS - 1) + [True]
    assert ran.names == ["house-rule"] * (MOST_STOPS + 3)
