"""A text that is not on disk, treated as if it were."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from support.notes import notes
from support.on_disk import VaultOnDisk

from notelint.disk import NoteFile
from notelint.run import check, check_text, fix_text, open_vault, treat
from notelint.values import Applicability

# The link makes the fix of the heading a manual one.
HEADING = "\n\n# A$\\textemdash$B\n\n[[#A$\\textemdash$B]]\n"
NOTE = "ﬁ [[#Wals]]\n\n# Walls\n"


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(notes())
def test_a_text_is_judged_as_the_same_note_on_disk(vault: VaultOnDisk, text: str) -> None:
    vault.put("b.md", "[[a#One]]\n")
    vault.put("a.md", "")
    before = open_vault(vault.root)
    text += HEADING
    vault.put("a.md", text)
    [on_disk, _] = check(open_vault(vault.root))
    assert check_text(before, "a.md", text) == on_disk


@pytest.mark.parametrize("path", ["new.md", "new/folder/new.md"])
def test_a_note_that_does_not_exist_is_fixed_and_not_written(vault: VaultOnDisk, path: str) -> None:
    result = fix_text(open_vault(vault.root), path, NOTE)
    assert (result.path, result.after.content) == (path, NOTE.replace("ﬁ", "fi"))
    assert [found.path for found in result.findings] == [path]
    assert sorted(entry.name for entry in vault.root.iterdir()) == [".obsidian"]


def test_unsafe_fixes_are_applied_where_they_are_asked_for(vault: VaultOnDisk) -> None:
    result = fix_text(open_vault(vault.root), "a.md", NOTE, applicability=Applicability.UNSAFE)
    assert result.after.content == "fi [[#Walls|Wals]]\n\n# Walls\n"


@pytest.mark.parametrize(
    ("file", "error", "names"),
    [(NoteFile(b"\xff"), None, ["invalid-encoding"]), (NoteFile(error="gone"), "gone", [])],
)
def test_what_is_no_text_is_told_and_left(
    vault: VaultOnDisk, file: NoteFile, error: str | None, names: list[str]
) -> None:
    result = treat(open_vault(vault.root), "a.md", file, Applicability.UNSAFE)
    assert (result.was_parsed, result.after) == (False, result.before)
    assert (result.error, [found.name for found in result.findings]) == (error, names)


def test_a_text_with_half_a_character_is_one_that_is_not_utf8(vault: VaultOnDisk) -> None:
    result = check_text(open_vault(vault.root), "a.md", "é\ud83e")
    assert [(found.name, found.span.start) for found in result.findings] == [
        ("invalid-encoding", 2)
    ]


def test_a_text_that_is_no_note_by_its_name_says_nothing_of_the_vault(vault: VaultOnDisk) -> None:
    text = "%% interleukin-1 interleukin-1 interleukin-1 %% So interleukin1 does it.\n"
    found = [
        [finding.name for finding in check_text(open_vault(vault.root), path, text).findings]
        for path in ("x.md", "x.txt")
    ]
    assert found == [["lost-hyphen"], []]
