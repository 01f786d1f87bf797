"""What git ignores, with git itself as the judge."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.folders import make, notes_in
from support.on_disk import Git, VaultOnDisk

FILES = [
    "a.md", "b.md", "x y.md", "#a.md", "!a.md", "été.md", "build/a.md", "build/keep.md",
    "deep/build/a.md", "deep/er/a.md", "deep/er/keep.md", "Notes/a.md", "notes2/b.md",
    "trail .md", "a\\b.md",
]  # fmt: skip
IGNORES: list[dict[str, str]] = [
    {".gitignore": "a.md\n"},
    {".gitignore": "/a.md\n"},
    {".gitignore": "*.md\n!keep.md\n"},
    {".gitignore": "build/\n"},
    {".gitignore": "build\n!build/keep.md\n"},
    {".gitignore": "build/*\n!build/keep.md\n"},
    {".gitignore": "/build/\n"},
    {".gitignore": "deep/**/a.md\n"},
    {".gitignore": "**/er\n"},
    {".gitignore": "deep/**\n"},
    {".gitignore": "\\#a.md\n\\!a.md\n# a comment\n\n"},
    {".gitignore": "!a.md\n"},
    {".gitignore": "x y.md\r\n"},
    {".gitignore": "a.md  \ntrail\\ .md\n"},
    {".gitignore": "\ufeffa.md\n"},
    {".gitignore": "été.md\n"},
    {".gitignore": "[ab].md\n"},
    {".gitignore": "[!a].md\n"},
    {".gitignore": "[a\n"},
    {".gitignore": "!\n"},
    {".gitignore": "/\n"},
    {".gitignore": "a\\\n"},
    {".gitignore": "a\\\\b.md\n"},
    {".gitignore": "?.md\n"},
    {".gitignore": "*\n!*/\n!deep/er/keep.md\n"},
    {".gitignore": "notes/\nNOTES2/\n"},
    {".gitignore": "*.md\n", "deep/.gitignore": "!er/keep.md\n"},
    {".gitignore": "!deep/er/a.md\n", "deep/.gitignore": "*\n"},
    {".gitignore": "deep/\n", "deep/.gitignore": "!*\n"},
    {"deep/.gitignore": "/er/a.md\n", "deep/er/.gitignore": "!a.md\nkeep.md\n"},
    {".git/info/exclude": "a.md\n"},
    {".git/info/exclude": "a.md\n", ".gitignore": "!/a.md\n"},
    {".gitignore": "a.md\n", ".git/info/exclude": "!a.md\n"},
]


@pytest.mark.parametrize("ignores", IGNORES, ids=lambda ignores: repr(list(ignores.values())))
def test_the_notes_that_git_ignores_are_not_checked(
    vault: VaultOnDisk, git: Git, ignores: dict[str, str]
) -> None:
    git(vault.root, "init", "-q")
    git(vault.root, "config", "core.ignoreCase", "false")
    make(vault.root, *FILES)
    for name, content in ignores.items():
        vault.put(name, content)
    listed = git(vault.root, "ls-files", "-z", "--others", "--exclude-standard").decode()
    expected = sorted(name for name in listed.split("\0") if name.endswith(".md"))
    assert notes_in(vault.root) == expected


def test_a_vault_inside_a_repository_obeys_the_files_above_it(vault: VaultOnDisk, git: Git) -> None:
    git(vault.root, "init", "-q")
    make(vault.root, "notes/a.md", "notes/b.md", "notes/drafts/c.md")
    vault.put(".gitignore", "/notes/a.md\ndrafts/\n")
    assert notes_in(vault.root / "notes") == ["b.md"]


def test_a_vault_that_git_ignores_whole_has_no_note_to_check(vault: VaultOnDisk, git: Git) -> None:
    git(vault.root, "init", "-q")
    make(vault.root, "notes/a.md")
    vault.put(".gitignore", "notes/\n")
    assert notes_in(vault.root / "notes") == []


def test_outside_a_repository_nothing_is_ignored(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    (tmp_path / ".gitignore").write_text("a.md\n")
    assert notes_in(tmp_path) == ["a.md"]


def test_a_worktree_whose_git_is_a_file_is_a_repository(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b.md", ".git")
    (tmp_path / ".gitignore").write_text("a.md\n")
    assert notes_in(tmp_path) == ["b.md"]
