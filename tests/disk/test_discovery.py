"""Which folder is the vault, which files are in it, and which notes are checked."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from support.folders import make, notes_in
from support.on_disk import Git, VaultOnDisk

from notelint.disk import discover, existing, find_root
from notelint.values import UsageError

NOTE = "A ﬁnite set.\n"


def has_config(folder: Path) -> bool:
    return (folder / "notelint.yaml").is_file()


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "a/b/c"),
        (["a/b/.obsidian/"], "a/b"),
        (["a/b/.obsidian/", "a/.obsidian/"], "a/b"),
        (["a/notelint.yaml"], "a"),
        (["a/.git/"], "a"),
        (["a/.git"], "a"),
        (["a/.obsidian/", "a/b/notelint.yaml", "a/b/c/.git/"], "a"),
        (["a/notelint.yaml", "a/b/.git/"], "a"),
        (["a/.git/", "a/b/notelint.yaml"], "a/b"),
        (["a/b/c/.obsidian/"], "a/b/c"),
        (["a/b/.obsidian"], "a/b/c"),
        (["a/b/c/d/.obsidian/"], "a/b/c"),
    ],
)
def test_the_vault_is_the_nearest_folder_of_the_strongest_mark(
    tmp_path: Path, marks: list[str], expected: str
) -> None:
    make(tmp_path, "a/b/c/", *marks)
    assert find_root(tmp_path / "a/b/c", has_config) == tmp_path / expected


def test_the_command_finds_the_vault_above_the_note_that_is_named(vault: VaultOnDisk) -> None:
    vault.put("a/b/c.md", NOTE)
    vault.monkeypatch.chdir(vault.root.parent)
    report = vault.json("vault/a/b/c.md").report
    assert (report["vault"], report["diagnostics"][0]["path"]) == (str(vault.root), "a/b/c.md")


def test_files_of_all_kinds_are_link_targets_and_notes_are_checked(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "B.MD", "c.Md", "d.txt", "e.png", "f.markdown", "md", ".md", "a.md.bak")
    found = discover(tmp_path, [tmp_path], True)
    assert found.notes == ("B.MD", "a.md", "c.Md")
    assert set(found.files) == {
        "B.MD", "a.md", "a.md.bak", "c.Md", "d.txt", "e.png", "f.markdown", "md",
    }  # fmt: skip


@pytest.mark.parametrize("folder", [".obsidian", ".trash", ".git", "a/.hidden", ".a/b"])
def test_dot_folders_are_outside_the_vault(tmp_path: Path, folder: str) -> None:
    make(tmp_path, "x.md", f"{folder}/y.md")
    assert discover(tmp_path, [tmp_path], True).files == ("x.md",)


def test_a_folder_may_be_called_like_a_note(tmp_path: Path) -> None:
    make(tmp_path, "a.md/b.md")
    assert notes_in(tmp_path) == ["a.md/b.md"]
    assert notes_in(tmp_path, "a.md") == ["a.md/b.md"]


def test_deep_folders_are_walked(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 400)
    make(tmp_path, f"{deep}/a.md")
    assert notes_in(tmp_path) == [f"{deep}/a.md"]


@pytest.mark.parametrize("name", [unicodedata.normalize(f, "é ö ﬁ.md") for f in ("NFC", "NFD")])
def test_names_stay_as_the_disk_has_them(tmp_path: Path, name: str) -> None:
    make(tmp_path, name)
    assert [*notes_in(tmp_path), *notes_in(tmp_path, name)] == [name, name]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["."], ["a.md", "b/a.md", "b/c/a.md", "b2/a.md"]),
        (["b"], ["b/a.md", "b/c/a.md"]),
        (["b/"], ["b/a.md", "b/c/a.md"]),
        (["b/c", "a.md"], ["a.md", "b/c/a.md"]),
        (["b", "b/c", "b/a.md"], ["b/a.md", "b/c/a.md"]),
        (["b/../a.md"], ["a.md"]),
    ],
)
def test_the_notes_under_the_named_paths_are_checked(
    tmp_path: Path, paths: list[str], expected: list[str]
) -> None:
    make(tmp_path, "a.md", "b/a.md", "b/c/a.md", "b2/a.md")
    assert notes_in(tmp_path, *paths) == expected


def test_a_path_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UsageError, match=r"gone\.md"):
        existing(["gone.md"])


def test_a_path_outside_the_vault_is_an_error(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "vault/")
    with pytest.raises(UsageError, match="outside the vault"):
        discover(tmp_path / "vault", [tmp_path / "a.md"], True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_is_a_problem_and_no_failure(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b/c.md")
    (tmp_path / "b").chmod(0)
    found = discover(tmp_path, [tmp_path], True)
    (tmp_path / "b").chmod(0o755)
    assert found.notes == ("a.md",)
    assert "b" in found.problems[0]


def test_a_vault_that_went_away_is_a_problem_and_no_failure(tmp_path: Path) -> None:
    found = discover(tmp_path / "gone", [], True)
    assert (found.files, len(found.problems)) == ((), 1)


def test_a_link_to_a_note_outside_is_a_target_and_never_checked(tmp_path: Path) -> None:
    make(tmp_path, "outside.md", "vault/a.md")
    root = tmp_path / "vault"
    (root / "link.md").symlink_to("../outside.md")
    found = discover(root, [root], True)
    assert (found.files, found.notes) == (("a.md", "link.md"), ("a.md",))


def test_a_link_to_a_note_outside_is_not_checked_when_it_is_named(vault: VaultOnDisk) -> None:
    (vault.root.parent / "outside.md").write_text(NOTE)
    (vault.root / "link.md").symlink_to("../outside.md")
    ran = vault.run("link.md")
    assert "ligature" not in ran.out


def test_a_link_to_a_folder_outside_is_not_entered(tmp_path: Path) -> None:
    make(tmp_path, "outside/b.md", "vault/a.md")
    root = tmp_path / "vault"
    (root / "link").symlink_to("../outside")
    assert notes_in(root) == ["a.md"]
    assert notes_in(root, "link") == []


def test_a_note_with_a_second_name_is_checked_once_under_its_own(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    (tmp_path / "b.md").symlink_to("a.md")
    found = discover(tmp_path, [tmp_path], True)
    assert (found.files, found.notes) == (("a.md", "b.md"), ("a.md",))
    assert notes_in(tmp_path, "b.md") == ["a.md"]


@pytest.mark.parametrize("target", ["a.txt", ".trash/a.md", ".obsidian/x.json"])
def test_a_note_s_name_that_leads_to_what_is_no_note_is_not_checked(
    tmp_path: Path, target: str
) -> None:
    make(tmp_path, target)
    (tmp_path / "b.md").symlink_to(target)
    assert notes_in(tmp_path) == []


def test_folders_that_link_in_a_circle_end(tmp_path: Path) -> None:
    make(tmp_path, "a/b.md")
    (tmp_path / "a/up").symlink_to("..")
    (tmp_path / "a/self").symlink_to(".")
    assert notes_in(tmp_path) == ["a/b.md"]


@pytest.mark.parametrize("target", ["loop.md", "gone.md", "loop.md/x"])
def test_a_link_that_leads_nowhere_is_no_file(tmp_path: Path, target: str) -> None:
    make(tmp_path, "a.md")
    (tmp_path / "loop.md").symlink_to(target)
    assert notes_in(tmp_path) == ["a.md"]


def test_a_vault_may_be_reached_through_a_link(vault: VaultOnDisk) -> None:
    vault.put("terms/a.md", NOTE)
    link = vault.root.parent / "link"
    link.symlink_to(vault.root)
    assert [d["path"] for d in vault.json(f"{link}/terms").report["diagnostics"]] == ["terms/a.md"]


def test_ignored_notes_are_checked_when_asked_for(tmp_path: Path) -> None:
    make(tmp_path, "a.md", ".git/")
    (tmp_path / ".gitignore").write_text("a.md\n")
    assert notes_in(tmp_path, respect_gitignore=False) == ["a.md"]


def test_an_ignored_note_is_still_a_link_target(vault: VaultOnDisk, git: Git) -> None:
    git(vault.root, "init", "-q")
    vault.put(".gitignore", "drafts/\n")
    vault.put("drafts/b.md", NOTE)
    vault.put("a.md", "[[b]]\n")
    report = vault.json().report
    assert (report["summary"]["files"], report["diagnostics"]) == (1, [])
