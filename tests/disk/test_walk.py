"""What is listed of a folder, and what is not entered."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.folders import make

from notelint.cli import main
from notelint.disk.walk import list_folder


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """A folder a thousand deep, which goes again: to remove a tree may take a call for each."""
    folders = [tmp_path / Path(*["d"] * depth) for depth in range(1, 1001)]
    for folder in folders:
        folder.mkdir()
    (folders[-1] / "a.md").write_text("A ﬁnite set.\n", encoding="utf-8")
    yield folders[-1]
    (folders[-1] / "a.md").unlink()
    for folder in reversed(folders):
        folder.rmdir()


def test_a_thousand_folders_deep_is_walked(deep: Path, tmp_path: Path) -> None:
    assert list_folder(tmp_path).files == [(deep / "a.md").relative_to(tmp_path).as_posix()]


@pytest.mark.usefixtures("deep")
@pytest.mark.parametrize("has_git", [True, False])
def test_a_note_down_there_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], has_git: bool
) -> None:
    if has_git:  # broken, so that our own rules are asked
        (tmp_path / ".git").mkdir()
        (tmp_path / ".gitignore").write_text("d/d/x\n")
    assert main(["--vault", str(tmp_path), str(tmp_path)]) == 1
    assert "ligature" in capsys.readouterr().out


def test_a_folder_with_an_obsidian_folder_is_a_vault_of_its_own(tmp_path: Path) -> None:
    make(tmp_path, ".obsidian/", "a.md", "b/.obsidian/", "b/c.md", "b/d/.obsidian/", "e/f.md")
    listing = list_folder(tmp_path)
    assert (sorted(listing.files), listing.vaults) == (["a.md", "e/f.md"], ["b"])


def test_a_file_called_obsidian_makes_no_vault(tmp_path: Path) -> None:
    make(tmp_path, "b/.obsidian", "b/c.md")
    assert (list_folder(tmp_path).files, list_folder(tmp_path).vaults) == (["b/c.md"], [])


def test_each_kind_of_entry_is_told_apart(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b/c.md", "d/.git/", "e/.git")
    (tmp_path / "link.md").symlink_to("a.md")
    (tmp_path / "folder").symlink_to("b")
    (tmp_path / "nowhere.md").symlink_to("gone.md")
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    listing = list_folder(tmp_path)
    assert sorted(listing.files) == ["a.md", "b/c.md", "link.md"]
    assert (listing.links, listing.folder_links) == (["link.md"], ["folder"])
    assert sorted(listing.others) == ["pipe.md", "zero.md"]
    assert sorted(listing.repositories) == ["d", "e"]


def test_a_folder_that_cannot_be_listed_is_told_with_what_is_in_it(tmp_path: Path) -> None:
    listing = list_folder(tmp_path / "gone")
    assert list(listing.unread) == [""]
    listing.unread = {"a/b": "Permission denied"}
    around = {path: listing.around(path) for path in ("a/b", "a/b/c", "a", "a/bc", "")}
    assert around == {"a/b": "a/b", "a/b/c": "a/b", "a": None, "a/bc": None, "": None}
