"""The paths that are named: what of them is checked, and what is said of the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.folders import make
from support.on_disk import VaultOnDisk

from notelint.disk import Discovery, discover, existing

SECRET = "# Secret heading\n"


def found(root: Path, *names: str) -> Discovery:
    return discover(root, existing([str(root / name) for name in names or (".",)]), True)


@pytest.fixture
def linked(vault: VaultOnDisk) -> VaultOnDisk:
    """A vault with links to a note, a folder and a device outside."""
    vault.put("../out/secret.md", SECRET)
    vault.put("a.md", "[[note]] [[note#Secret headin]] [[folder/secret]] [[Secret heading]]\n")
    (vault.root / "note.md").symlink_to("../out/secret.md")
    (vault.root / "folder").symlink_to("../out")
    (vault.root / "zero.md").symlink_to("/dev/zero")
    return vault


def test_nothing_outside_is_read_through_a_link_and_that_is_told_once(
    linked: VaultOnDisk,
) -> None:
    ran = linked.json()
    assert "ecret heading" not in ran.out.replace("#Secret headin]]", "").replace(
        "`Secret heading`", ""
    )
    assert [d["message"] for d in ran.report["diagnostics"]] == [
        "no file of the vault is called `folder/secret`",
        "no file of the vault is called `Secret heading`",
    ]
    assert ran.err.count("note.md") == ran.err.count("folder") == ran.err.count("zero.md") == 1


def test_a_link_s_name_is_a_target_all_the_same(linked: VaultOnDisk) -> None:
    assert found(linked.root).files == ("a.md", "note.md")
    assert found(linked.root).closed == {"note.md"}


@pytest.mark.parametrize("name", ["note.md", "zero.md", "folder", "folder/secret.md", "pipe.md"])
def test_a_named_path_that_is_not_checked_makes_exit_code_2(linked: VaultOnDisk, name: str) -> None:
    os.mkfifo(linked.root / "pipe.md")
    linked.put("b.md", "ﬁ")
    ran = linked.json("--fix", name, "b.md")
    assert ran.code == 2
    assert [line for line in ran.err.splitlines() if name in line and "not checked" in line]
    assert linked.text("b.md") == "fi"
    assert linked.text("../out/secret.md") == SECRET


def test_sources_says_so_too(linked: VaultOnDisk) -> None:
    ran = linked.run("sources", "note.md")
    assert (ran.code, "note.md leads out of the vault" in ran.err) == (2, True)


def test_many_links_out_are_one_line(vault: VaultOnDisk) -> None:
    for number in range(9):
        (vault.root / f"{number}.md").symlink_to("/etc/hosts")
    [problem] = found(vault.root).problems
    assert problem.startswith("0.md, 1.md, 2.md and 6 more: ")


def test_a_folder_that_is_a_link_inside_the_vault_is_the_folder(tmp_path: Path) -> None:
    make(tmp_path, "a/b.md", "c.md")
    (tmp_path / "link").symlink_to("a")
    assert found(tmp_path, "link").notes == ("a/b.md",)
    assert found(tmp_path, "link").problems == ()


@pytest.mark.parametrize("hidden", [".trash/b.md", "inner/b.md"])
def test_a_link_to_a_dot_folder_or_another_vault_leads_out(tmp_path: Path, hidden: str) -> None:
    make(tmp_path, "a.md", hidden, "inner/.obsidian/")
    (tmp_path / "link.md").symlink_to(hidden)
    assert found(tmp_path).closed == {"link.md"}


def test_other_vaults_are_told_of_where_they_are_under_a_named_path(tmp_path: Path) -> None:
    make(tmp_path, "a/one/.obsidian/", "b/two/.obsidian/")
    assert found(tmp_path).vaults == ("a/one", "b/two")
    assert found(tmp_path, "a").vaults == ("a/one",)
    assert found(tmp_path, "a/one").vaults == ("a/one",)


def test_what_stands_in_a_folder_that_cannot_be_listed_is_not_checked(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def refusing(path: str | Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("notelint.disk.walk.os.scandir", refusing)
    vault.put("closed/b.md", "ﬁ")
    vault.put("a.md", "ﬁ")
    ran = vault.run("--fix", "closed/b.md", "a.md")
    assert (ran.code, vault.text("a.md"), vault.text("closed/b.md")) == (2, "fi", "ﬁ")
    assert "closed/b.md cannot be reached: Permission denied" in ran.err
    assert vault.run("closed").code == 2
    whole = vault.run()
    assert (whole.code, whole.err.count("closed: Permission denied; it was left out")) == (0, 1)
