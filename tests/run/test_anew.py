"""Processes started anew, as where none can be forked: what they do is what one does."""

from __future__ import annotations

import os
import sys

import pytest
from support.doers import Dying, Talking, Unreadable, doer, square
from support.on_disk import VaultOnDisk
from support.short_notes import LIGATURE

from notelint.run import workers
from notelint.run.workers import CHUNK, in_order, processes_for

PACK = """\
pack: house
version: 1
rules:
  no-etc:
    code: HOUSE001
    kind: words
    where: text
    summary: Nothing is left out.
    reason: Because.
    message: "`{found}` says nothing"
    words: {etc: null}
    bad: "etc\\n"
    good: "x\\n"
"""
ITEMS = range(4 * CHUNK + 7)


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "can_fork", lambda: False)


def test_the_outcomes_are_those_of_one_process_in_order() -> None:
    assert list(in_order(square, ITEMS, 2)) == list(map(square, ITEMS))


def test_all_processes_work_in_turn() -> None:
    doers = list(in_order(doer, ITEMS, 2))
    turns = [set(doers[start : start + CHUNK]) for start in range(CHUNK, len(ITEMS), CHUNK)]
    assert set(doers[:CHUNK]) == {os.getpid()}
    assert all(len(turn) == 1 for turn in turns)
    assert len(set.union(*turns)) == 2


def test_work_that_cannot_be_sent_is_done_here() -> None:
    doers: list[int] = list(in_order(lambda _: os.getpid(), ITEMS, 2))
    assert set(doers) == {os.getpid()}


def test_what_a_process_leaves_undone_that_dies_is_done_all_the_same(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert list(in_order(Dying(CHUNK), ITEMS, 2)) == list(ITEMS)
    assert capfd.readouterr().err == ""


def test_work_that_a_process_cannot_read_is_done_here_without_a_word(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert list(in_order(Unreadable(), ITEMS, 2)) == list(ITEMS)
    assert capfd.readouterr() == ("", "")


def test_where_no_process_is_started_one_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert set(in_order(doer, ITEMS, 3)) == {os.getpid()}


def test_what_work_prints_is_no_outcome(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(in_order(Talking(), ITEMS, 2)) == list(ITEMS)
    assert f"at {CHUNK}\n" in capfd.readouterr().err


def test_more_must_be_done_before_they_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    assert [processes_for(count) for count in (0, 1000, 2000, 10_000)] == [1, 1, 2, 4]
    assert processes_for(3, asked=7) == 7


@pytest.fixture
def many(vault: VaultOnDisk) -> VaultOnDisk:
    """A vault of more notes than one process does before others are started, with a pack."""
    vault.put("house.yaml", PACK)
    vault.put("notelint.yaml", "packs: [house.yaml]\n")
    for number in range(3 * CHUNK + 1):
        text = f"# N\n\n{LIGATURE}[[{number + 1}#N]] [[none {number}]] etc.\n"
        vault.put(f"{number}.md", text)
    return vault


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each chunk of work behind the first whether another process has done it."""
    done: list[bool] = []
    real = workers._Workers.outcomes

    def outcomes(self: workers._Workers[object, object], index: int) -> list[object] | None:
        found = real(self, index)
        done.append(found is not None)
        return found

    monkeypatch.setattr(workers._Workers, "outcomes", outcomes)
    return done


@pytest.mark.parametrize(
    "command",
    [
        ["--no-cache"],
        ["--output-format", "json", "--no-cache", "--select", "ALL"],
        ["--unsafe-fixes", "--diff"],
        ["worklist"],
    ],
)
def test_what_is_said_is_the_same_and_every_process_has_its_part(
    many: VaultOnDisk, command: list[str], parts: list[bool]
) -> None:
    said = many.run(*command, "-j", "1")
    assert parts == []
    assert many.run(*command, "-j", "2") == said
    assert said.code == (0 if command == ["worklist"] else 1)
    assert True in parts
    assert False in parts
    assert abs(parts.count(True) - parts.count(False)) <= len(parts) / 3


def test_a_page_and_a_survey_are_the_same(many: VaultOnDisk, parts: list[bool]) -> None:
    many.run("report", "-o", "one.html", "-j", "1")
    assert parts == []
    many.run("report", "-o", "two.html", "-j", "2")
    assert many.text("one.html") == many.text("two.html")
    assert True in parts
    parts.clear()
    (many.root / "notelint.yaml").unlink()
    said = many.run("init", "--dry-run", "-j", "1")
    assert parts == []
    assert many.run("init", "--dry-run", "-j", "2") == said
    assert True in parts
