"""What is done with one note: read, checked, fixed as far as is asked for, and never half."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.notes import notes
from support.vaults import vault_of

from notelint.authoring import Rule
from notelint.config import ActiveRule, Settings, default_settings
from notelint.disk import NoteFile
from notelint.lint import Result
from notelint.notes import Note, read_note
from notelint.run import Treatment
from notelint.values import Applicability, Finding, RunawayPatternError, Severity, Text
from notelint.vault import Vault

NOTE = "ﬁ [[#Wals]]\n\n# Walls\n"  # the ligature has a safe fix, the link an unsafe one
SETTINGS = default_settings().selecting(["ligature", "unresolved-heading"])


def treated(
    content: str, applicability: Applicability | None = None, settings: Settings = SETTINGS
) -> Result:
    treatment = Treatment(settings, applicability)
    return treatment.of_file("a.md", NoteFile(content.encode()), vault_of({"a.md": content}))


@pytest.mark.parametrize(
    ("applicability", "after", "remaining"),
    [
        (None, NOTE, ["ligature", "unresolved-heading"]),
        (Applicability.SAFE, NOTE.replace("ﬁ", "fi"), ["unresolved-heading"]),
        (Applicability.UNSAFE, "fi [[#Walls|Wals]]\n\n# Walls\n", []),
    ],
)
def test_fixes_are_applied_that_are_as_safe_as_was_asked_for(
    applicability: Applicability | None, after: str, remaining: list[str]
) -> None:
    result = treated(NOTE, applicability)
    assert (result.before.content, result.after.content) == (NOTE, after)
    assert [found.name for found in result.findings] == remaining
    assert len(result.fixed) == 2 - len(remaining)


@pytest.mark.parametrize(("most", "is_parsed"), [(len(NOTE), True), (len(NOTE) - 1, False)])
def test_a_note_is_parsed_up_to_its_largest_size(most: int, is_parsed: bool) -> None:
    result = treated(NOTE, Applicability.SAFE, replace(SETTINGS, max_note_size=most))
    assert result.was_parsed is is_parsed
    assert (result.after.content != NOTE) is is_parsed


def test_what_could_not_be_read_has_its_error_and_nothing_else() -> None:
    result = Treatment(SETTINGS).of_file("a.md", NoteFile(error="gone"), vault_of())
    assert result == Result.unread("a.md", "gone")


def test_a_note_that_is_not_utf8_is_checked_by_its_bytes() -> None:
    settings = default_settings().selecting(["ligature", "invalid-encoding"])
    treatment = Treatment(settings, Applicability.UNSAFE)
    result = treatment.of_file("a.md", NoteFile("ﬁ".encode() + b"\xe9"), vault_of())
    assert [(found.name, found.span) for found in result.findings] == [("invalid-encoding", (3, 4))]
    assert (result.after, result.was_parsed) == (result.before, False)


def test_a_note_that_is_left_has_all_its_findings_and_says_why() -> None:
    treatment = Treatment(SETTINGS, Applicability.UNSAFE)
    left = treatment.left("a.md", NoteFile(NOTE.encode()), vault_of({"a.md": NOTE}), "is full")
    assert left == replace(treated(NOTE), error="is full")


@dataclass(frozen=True, kw_only=True)
class Runaway(Rule):
    """Runs away from every note with a section sign in it."""

    name: ClassVar[str] = "runaway"
    code: ClassVar[str] = "HOUSE001"

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        if "§" in note.text.content:
            raise RunawayPatternError("takes too long", rule=self.name)
        return iter(())


@pytest.mark.parametrize(
    ("sign", "stopped"), [("", ()), ("§", ("takes too long",))], ids=["a good note", "a bad one"]
)
@pytest.mark.parametrize("applicability", [None, Applicability.UNSAFE])
def test_a_note_is_treated_without_the_rule_that_ran_away(
    sign: str, stopped: tuple[str, ...], applicability: Applicability | None
) -> None:
    rules = (*SETTINGS.rules, ActiveRule(Runaway(), Severity.ERROR))
    settings = replace(SETTINGS, rules=rules).selecting([*SETTINGS.selected, "runaway"])
    result = treated(NOTE + sign, applicability, settings)
    assert result.stopped == stopped
    assert replace(result, stopped=()) == treated(NOTE + sign, applicability)


TEXTS = st.lists(notes(), max_size=4).map(lambda made: {f"{n}.md": t for n, t in enumerate(made)})


@settings(deadline=None)  # the first one loads the parser
@given(TEXTS)
def test_notes_that_are_checked_together_have_the_findings_of_each(texts: dict[str, str]) -> None:
    vault, treatment = vault_of(texts), Treatment(default_settings())
    together = [treatment.read(path, Text(text)) for path, text in texts.items()]
    turns: list[str] = []
    found = treatment.of_each(together, vault, lambda note: turns.append(note.path))
    assert found == [treatment.of(note, vault) for note in together]
    assert turns[-len(texts) :] == [*texts]


def test_of_notes_that_are_checked_together_none_is_where_a_rule_runs_away() -> None:
    rules = (*SETTINGS.rules, ActiveRule(Runaway(), Severity.ERROR))
    settings = replace(SETTINGS, rules=rules).selecting(["runaway"])
    together = [read_note(path, sign) for path, sign in (("a.md", ""), ("b.md", "§"))]
    with pytest.raises(RunawayPatternError):
        Treatment(settings).of_each(together, vault_of())
