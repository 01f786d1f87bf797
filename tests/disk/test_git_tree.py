"""A folder as a commit has it."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from support.on_disk import Git

from notelint.disk import GitTree, NoteFile, tree_at_merge_base

FILES = {"a.md": b"one\n", "sub/b.md": b"\xff two", "empty.md": b"", "é.md": b"three\r\n"}


@pytest.fixture
def repository(tmp_path: Path, git: Git) -> Path:
    return committed(tmp_path / "repository", git)


def committed(folder: Path, git: Git, *options: str) -> Path:
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    git(folder, "init", "-q", *options)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "state")
    return folder


def tree(folder: Path) -> GitTree:
    return tree_at_merge_base(folder, "HEAD", FILES)


def test_it_has_the_files_with_their_contents(repository: Path) -> None:
    there = tree(repository)
    assert set(there.files) == set(FILES)
    assert all(there.has(name, content) for name, content in FILES.items())
    assert not there.has("a.md", b"two\n")
    assert not there.has("new.md", b"")
    assert dict(there.contents(["new.md", *FILES], 100)) == {
        name: NoteFile(content) for name, content in FILES.items()
    }


def test_what_is_too_large_is_told_by_its_size(repository: Path) -> None:
    assert dict(tree(repository).contents(["sub/b.md", "a.md"], 4)) == {
        "sub/b.md": NoteFile(size=5),
        "a.md": NoteFile(b"one\n"),
    }


def test_below_a_folder_paths_start_there(repository: Path) -> None:
    assert set(tree(repository / "sub").files) == {"b.md"}


def test_longer_ids_are_compared_as_well(tmp_path: Path, git: Git) -> None:
    there = tree(committed(tmp_path / "repository", git, "--object-format=sha256"))
    assert all(there.has(name, content) for name, content in FILES.items())
    assert not there.has("a.md", b"two\n")


@pytest.mark.skipif(os.name == "nt", reason="links need a permission there")
def test_a_symbolic_link_is_there_and_has_no_text(repository: Path, git: Git) -> None:
    (repository / "link.md").symlink_to("a.md")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "link")
    there = tree(repository)
    assert there.has("link.md", b"whatever it leads to")
    assert list(there.contents(["link.md"], 100)) == []


def test_names_are_told_as_a_macintosh_has_them(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    name = unicodedata.normalize("NFD", "é.md")
    assert name in tree_at_merge_base(repository, "HEAD", [name]).files
