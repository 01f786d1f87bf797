"""Runs taken back: every note as it was, unless somebody changed it since."""

from __future__ import annotations

import errno
import json
import os
import stat

import pytest
from support.faults import deaths, fail
from support.on_disk import VaultOnDisk
from support.records import SPACED, mended, rewrite
from support.writing import NEW, OLD, needs_fork

from notelint.cli import main


@pytest.mark.parametrize(
    "note",
    [
        OLD,
        OLD.replace("\n", "\r\n"),
        "\ufeff" + OLD,
        "ﬁ",
        "𝒳 🧱 e\u0301 ﬁ\0\x85\u2028\r\r\n",
        "ﬁ \u00ad" * 5000,
    ],
)
def test_undo_gives_back_every_byte(vault: VaultOnDisk, note: str) -> None:
    vault.put("a.md", note)
    vault.run("--fix")
    assert vault.text("a.md") != note
    ran = vault.run("undo")
    assert (ran.code, vault.text("a.md"), ran.err) == (0, note, "")
    assert "1 note restored" in ran.out


def test_a_note_whose_name_is_not_utf8_is_restored(vault: VaultOnDisk) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    try:
        mended(vault, name)
    except OSError:
        pytest.skip("the disk wants names in UTF-8")
    assert vault.run("undo").code == 0
    assert vault.text(name) == OLD


def test_a_restored_note_keeps_its_mode(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD).chmod(0o640)
    vault.run("--fix")
    vault.run("undo")
    assert stat.S_IMODE((vault.root / "a.md").stat().st_mode) == 0o640


def test_a_second_undo_restores_the_run_before_it(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD + SPACED)
    vault.run("--fix", "--select", "ligature")
    vault.run("--fix", "--select", "source-spacing")
    assert vault.run("undo").code == 0
    assert vault.text("a.md") == NEW + SPACED
    assert vault.run("undo").code == 0
    assert vault.text("a.md") == OLD + SPACED
    assert "left to undo" in vault.refusal("undo")


def test_a_run_after_an_undo_can_be_undone(vault: VaultOnDisk) -> None:
    mended(vault, "a.md")
    vault.run("undo")
    vault.run("--fix")
    assert vault.run("undo").out.startswith("run 2 ")
    assert vault.text("a.md") == OLD


def test_unsafe_fixes_are_undone_too(vault: VaultOnDisk) -> None:
    note = "[[photosyntesis]] ﬁn\n"
    vault.put("a.md", note)
    vault.put("photosynthesis.md", "")
    vault.run("--fix", "--unsafe-fixes")
    assert vault.text("a.md") != note.replace("ﬁ", "fi")
    vault.run("undo")
    assert vault.text("a.md") == note


def test_each_vault_has_its_own_runs(folder: VaultOnDisk) -> None:
    for name in ("one", "two"):
        folder.put(f"{name}/.obsidian/app.json", "{}")
        folder.put(f"{name}/a.md", OLD)
    folder.run("--fix", "one", "two")
    folder.run("undo", "--vault", "two")
    assert (folder.text("one/a.md"), folder.text("two/a.md")) == (NEW, OLD)


def test_a_vault_that_is_reached_through_a_link_is_the_same(vault: VaultOnDisk) -> None:
    mended(vault, "a.md")
    link = vault.root.with_name("link")
    link.symlink_to(vault.root)
    assert vault.run("undo", "--vault", str(link)).code == 0
    assert vault.text("a.md") == OLD


def test_a_note_that_changed_since_is_named_and_left(vault: VaultOnDisk) -> None:
    mended(vault, "a.md", "b.md")
    vault.put("a.md", "my own words\n")
    ran = vault.run("undo")
    assert (ran.code, vault.text("a.md"), vault.text("b.md")) == (1, "my own words\n", OLD)
    assert ran.err == "notelint: a.md: changed since; left as it is\n"
    assert "1 note restored" in ran.out
    assert "left to undo" in vault.refusal("undo")


@pytest.mark.parametrize("becomes", ["nothing", "another name"])
def test_a_note_that_is_gone_is_named_and_not_made_again(vault: VaultOnDisk, becomes: str) -> None:
    mended(vault, "a.md", "b.md")
    path = vault.root / "a.md"
    path.rename(path.with_name("c.md")) if becomes == "another name" else path.unlink()
    ran = vault.run("undo")
    assert (ran.code, path.exists(), vault.text("b.md")) == (1, False, OLD)
    assert "a.md: deleted or renamed since" in ran.err


def test_what_a_later_run_changed_counts_as_changed(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD + SPACED)
    vault.run("--fix", "--select", "ligature")
    vault.run("--fix", "--select", "source-spacing")
    assert vault.run("undo", "1").code == 1
    assert vault.text("a.md") == (NEW + SPACED).replace("Source [", "Source[")


def test_what_was_restored_by_hand_is_as_before(vault: VaultOnDisk) -> None:
    mended(vault, "a.md")
    vault.put("a.md", OLD)
    ran = vault.run("undo")
    assert (ran.code, ran.err) == (0, "")
    assert "0 notes restored" in ran.out


@pytest.mark.parametrize(
    "path", ["../out.md", "/out.md", "link/out.md", "link.md", ".obsidian/a.md", "a.txt", "a\0.md"]
)
def test_a_record_that_leads_out_of_the_vault_is_refused(vault: VaultOnDisk, path: str) -> None:
    mended(vault, "a.md")
    outside = vault.root.parent / "out.md"
    for file in (outside, vault.root / ".obsidian" / "a.md", vault.root / "a.txt"):
        file.write_text(NEW)
    (vault.root / "link").symlink_to(vault.root.parent)
    (vault.root / "link.md").symlink_to(outside)
    name = str(outside) if path == "/out.md" else path
    rewrite(
        vault,
        lambda lines: [lines[0], json.dumps({**json.loads(lines[1]), "path": name}).encode(), b""],
    )
    ran = vault.run("undo")
    assert ran.code == 2
    assert "no note of the vault" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert {outside.read_text(), (vault.root / "a.txt").read_text()} == {NEW}


def test_an_undo_that_fails_can_be_repeated(vault: VaultOnDisk) -> None:
    mended(vault, "a.md", "b.md")
    with vault.monkeypatch.context() as patch:
        fail(patch, "replace", 1, OSError(errno.ENOSPC, "No space left on device"))
        ran = vault.run("undo")
    assert (ran.code, vault.text("a.md"), vault.text("b.md")) == (2, NEW, OLD)
    assert "a.md: not restored" in ran.err
    assert vault.run("undo").code == 0
    assert vault.text("a.md") == OLD


def test_a_note_that_cannot_be_read_is_an_error(vault: VaultOnDisk) -> None:
    mended(vault, "a.md")
    (vault.root / "a.md").unlink()
    (vault.root / "a.md").mkdir()
    ran = vault.run("undo")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "a.md: cannot be read" in ran.err


@needs_fork
def test_an_undo_that_dies_at_any_step_can_be_repeated(vault: VaultOnDisk) -> None:
    names = ("a.md", "b.md")
    mended(vault, *names)
    for _ in deaths(lambda: main(["undo"])):
        assert {vault.text(name) for name in names} <= {OLD, NEW}
        vault.run("undo")
        assert {vault.text(name) for name in names} == {OLD}
        vault.run("--fix")
        assert {vault.text(name) for name in names} == {NEW}
        assert [name for name in os.listdir(vault.root) if name.startswith(".notelint")] == []
