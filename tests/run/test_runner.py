"""One run: what becomes of the notes of a vault, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import ClassVar

import pytest
from support.on_disk import VaultOnDisk
from support.writing import NEW, OLD

from notelint.authoring import Rule
from notelint.config import ActiveRule, default_settings
from notelint.disk import Discovery
from notelint.lint import Result
from notelint.notes import Note
from notelint.run import Checks, Runner, Treatment, check, open_vault, opened
from notelint.undo import Rewrite
from notelint.values import (
    Applicability,
    Finding,
    RunawayPatternError,
    Severity,
    Span,
    Text,
    WriteError,
)
from notelint.vault import Vault


def test_a_note_that_goes_away_before_it_is_read_is_an_error_of_that_note(tmp_path: Path) -> None:
    settings = default_settings()
    vault = opened(Discovery(tmp_path, ("gone.md",), ("gone.md",)), settings)
    [result] = Runner(vault, Treatment(settings)).results()
    assert result.error is not None
    assert "gone.md" in result.error
    assert not result.was_parsed


NAMES = ("a.md", "b.md", "c.md")


@pytest.fixture
def notes(vault: VaultOnDisk) -> VaultOnDisk:
    for name in NAMES:
        vault.put(name, OLD)
    vault.put("d.md", "A wall.\n")
    return vault


def runner(
    notes: VaultOnDisk, applicability: Applicability | None, write: Callable[[Rewrite], None]
) -> Runner:
    vault = open_vault(notes.root)
    return Runner(vault, Treatment(vault.settings, applicability), write)


@pytest.mark.parametrize("applicability", [Applicability.SAFE, Applicability.UNSAFE])
def test_what_is_fixed_is_written_with_its_rules_and_nothing_else(
    notes: VaultOnDisk, applicability: Applicability
) -> None:
    written: list[Rewrite] = []
    results = list(runner(notes, applicability, written.append).results())
    assert written == [Rewrite(name, OLD.encode(), NEW.encode(), ("ligature",)) for name in NAMES]
    assert [result.path for result in results] == [*NAMES, "d.md"]
    assert [result.findings for result in results] == [()] * 4


@dataclass(frozen=True)
class Watched(Treatment):
    """Keeps a diary of the notes that it treats."""

    diary: list[str] = field(default_factory=list)

    def of(self, note: Note, vault: Vault) -> Result:
        self.diary.append(f"treats {note.path}")
        return super().of(note, vault)


def diary(notes: VaultOnDisk, applicability: Applicability) -> list[str]:
    """What a run did, in order."""
    vault = open_vault(notes.root)
    treatment = Watched(vault.settings, applicability)
    run = Runner(vault, treatment, lambda one: treatment.diary.append(f"writes {one.path}"))
    list(run.results())
    return treatment.diary


def test_each_note_is_written_before_the_next_is_treated(notes: VaultOnDisk) -> None:
    each = [[f"treats {name}", f"writes {name}"] for name in NAMES]
    assert diary(notes, Applicability.SAFE) == [*chain(*each), "treats d.md"]


def test_no_note_is_written_before_all_are_settled(notes: VaultOnDisk) -> None:
    done = diary(notes, Applicability.UNSAFE)
    written = [f"writes {name}" for name in NAMES]
    assert done[-3:] == written
    assert not set(done[:-3]) & set(written)


@pytest.mark.parametrize("applicability", [Applicability.SAFE, Applicability.UNSAFE])
def test_a_note_that_cannot_be_written_keeps_its_findings_and_the_others_are_written(
    notes: VaultOnDisk, applicability: Applicability
) -> None:
    written: list[str] = []

    def write(rewrite: Rewrite) -> None:
        if rewrite.path == "b.md":
            raise WriteError("the disk is full")
        written.append(rewrite.path)

    results = {result.path: result for result in runner(notes, applicability, write).results()}
    assert written == ["a.md", "c.md"]
    assert [result.error for result in results.values()] == [None, "the disk is full", None, None]
    assert results["b.md"].after.content == OLD
    assert [found.name for found in results["b.md"].findings] == ["ligature"]


def test_without_a_fix_it_finds_what_a_check_finds(notes: VaultOnDisk) -> None:
    written: list[Rewrite] = []
    found = list(runner(notes, None, written.append).results())
    assert (found, written) == (list(check(open_vault(notes.root))), [])


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (".", ["x.md", "x/a.md", "xy/a.md"]),
        ("x", ["x/a.md"]),
        ("x/", ["x/a.md"]),
        ("x.md", ["x.md"]),
        ("xy/a.md", ["xy/a.md"]),
    ],
)
def test_a_path_names_a_note_or_all_under_a_folder(
    vault: VaultOnDisk, named: str, found: list[str]
) -> None:
    for path in ("x.md", "x/a.md", "xy/a.md"):
        vault.put(path, OLD)
    assert [result.path for result in check(open_vault(vault.root), [named])] == found


@pytest.fixture
def many(vault: VaultOnDisk) -> VaultOnDisk:
    """More notes than one process takes at once, whose fixes hang on one another."""
    for number in range(150):
        text = f"# side-effect{number}\n\n[[n{(number * 7) % 150}]] sideeffect ﬁnite side-effect\n"
        vault.put(f"n{number}.md", text)
    return vault


@pytest.mark.parametrize("applicability", [None, *Applicability])
def test_several_processes_come_to_the_same_as_one(
    many: VaultOnDisk, applicability: Applicability | None
) -> None:
    vault = open_vault(many.root)
    one, three = (
        list(Runner(vault, Treatment(vault.settings, applicability), None, processes).results())
        for processes in (1, 3)
    )
    assert one == three
    assert any(result.findings or result.fixed for result in one)


@dataclass(frozen=True)
class Stopping(Treatment):
    """Stops a rule on some notes, and says in the text which notes came after."""

    def of(self, note: Note, vault: Vault) -> Result:
        if note.path in ("n40.md", "n77.md", "n78.md"):
            self.stopped.add(note.path, RunawayPatternError("too slow", rule="house"))
        left_out = ", ".join(self.stopped.left_out(note.path))
        return Result(note.path, note.text, Text(left_out), stopped=self.stopped.reasons(note.path))


def test_a_rule_is_left_out_behind_the_same_notes_whatever_the_processes(
    many: VaultOnDisk,
) -> None:
    vault = open_vault(many.root)
    one, three = (
        list(Runner(vault, Stopping(vault.settings), None, processes).results())
        for processes in (1, 3)
    )
    assert one == three
    assert [result.path for result in one if result.stopped] == ["n40.md", "n77.md", "n78.md"]
    assert one[-1].after.content == "house"


@dataclass(frozen=True)
class House(Rule):
    """Runs away on some notes, and finds something in all others."""

    name: ClassVar[str] = "house"
    code: ClassVar[str] = "HOUSE001"

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        if note.path in ("n40.md", "n77.md", "n78.md"):
            raise RunawayPatternError("too slow", rule=self.name)
        yield Finding(Span(0, 1), "a house")


@pytest.mark.parametrize("processes", [1, 3])
def test_a_rule_is_left_out_behind_the_same_notes_where_some_are_checked_together(
    many: VaultOnDisk, processes: int
) -> None:
    settings = default_settings()
    rules = (*settings.rules, ActiveRule(House(), Severity.ERROR))
    settings = replace(settings, rules=rules).selecting(["house", "ligature"])
    vault = open_vault(many.root, settings=settings)
    alone = Runner(vault, Treatment(settings)).results()
    together = list(Checks(vault, Treatment(settings), processes).results())
    expected = [(one.path, one.findings, one.stopped) for one in alone]
    assert [(one.path, one.findings, one.stopped) for one in together] == expected
    assert [path for path, _, stopped in expected if stopped] == ["n40.md", "n77.md", "n78.md"]
    assert not any(item.name == "house" for item in together[-1].findings)
