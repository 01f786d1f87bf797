"""``notelint undo``: what is said of a run that is taken back."""

from __future__ import annotations

import re

import pytest
from support.on_disk import VaultOnDisk
from support.records import SPACED, mended
from support.writing import NEW, OLD

from notelint.disk import state_folder


@pytest.mark.parametrize(
    ("names", "restored"), [(("a.md",), "1 note"), (("a.md", "b.md"), "2 notes")]
)
def test_the_run_is_told_with_its_time_and_its_notes(
    vault: VaultOnDisk, names: tuple[str, ...], restored: str
) -> None:
    for name in names:
        vault.put(name, OLD)
    vault.run("--fix")
    out = vault.run("undo").out
    assert re.fullmatch(rf"run 1 of \d{{4}}-\d\d-\d\d \d\d:\d\d: {restored} restored\.\n", out)


def test_what_a_note_is_called_never_reaches_the_terminal_as_it_is(vault: VaultOnDisk) -> None:
    vault.put("a\x1b[31m.md", OLD)
    vault.run("--fix")
    vault.put("a\x1b[31m.md", "my own words\n")
    ran = vault.run("undo")
    assert ran.code == 1
    assert "changed since" in ran.err
    assert "\x1b" not in ran.err


def test_a_vault_that_is_not_there_has_no_runs(vault: VaultOnDisk) -> None:
    for arguments in ([], ["--list"], ["1"]):
        assert "no such folder" in vault.refusal("undo", *arguments, "--vault", "gone")


def test_a_run_can_be_named_and_undone_again(vault: VaultOnDisk) -> None:
    mended(vault, "a.md", "b.md")
    vault.put("a.md", "my own words\n")
    vault.run("undo")
    vault.put("a.md", NEW)
    assert vault.run("undo", "1").code == 0
    assert vault.text("a.md") == OLD
    assert "no run 7" in vault.refusal("undo", "7")
    assert "--help" in vault.refusal("undo", "last")


def test_the_list_tells_of_each_run_what_it_did(vault: VaultOnDisk) -> None:
    vault.put("b.md", SPACED)
    mended(vault, "a.md")
    mended(vault, "c.md")
    vault.run("undo")
    newest, oldest = vault.run("undo", "--list").out.splitlines()
    assert newest.split()[0] == "2"
    assert newest.endswith("1 note: ligature  (undone)")
    assert oldest.split()[0] == "1"
    assert oldest.endswith("2 notes: ligature, source-spacing")


def test_asking_for_an_undo_leaves_nothing_where_nothing_is(vault: VaultOnDisk) -> None:
    assert "left to undo" in vault.refusal("undo")
    assert not state_folder(vault.root).exists()
