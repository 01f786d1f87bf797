"""What git ignores, with git itself as the judge."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.folders import make, notes_in
from support.on_disk import Git, VaultOnDisk

from notelint.disk import discover, git, gitignore

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


@pytest.fixture(params=["git", "own rules"])
def judge(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Whether git is asked, or is not there to be asked."""
    if request.param == "own rules":
        monkeypatch.setattr(git, "_program", lambda: None)
    return str(request.param)


@pytest.mark.usefixtures("judge")
@pytest.mark.parametrize("ignores", IGNORES, ids=lambda ignores: repr(list(ignores.values())))
def test_the_notes_that_git_ignores_are_not_checked(
    vault: VaultOnDisk, git: Git, ignores: dict[str, str]
) -> None:
    repository(vault, git)
    make(vault.root, *FILES)
    for name, content in ignores.items():
        vault.put(name, content)
    assert notes_in(vault.root) == not_ignored(vault.root, git)


def repository(vault: VaultOnDisk, git: Git) -> None:
    git(vault.root, "init", "-q")
    git(vault.root, "config", "core.ignoreCase", "false")


def not_ignored(root: Path, git: Git) -> list[str]:
    """The notes that git does not leave out."""
    listed = git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    names = map(os.fsdecode, listed.split(b"\0"))
    return sorted({name for name in names if name.endswith(".md")})


ATOMS = [
    *("a", "b", "*", "**", "?", "/", "/", "[ab]", "[!a]", "[a-b]", "[b-a]", "[[:alpha:]]", "[a"),
    *("\\", "\\*", " ", "é", ".md", "/**/", "**/", "[a/b]", "[]-]", "!", "#", "(", "+"),
]
LINES = st.lists(st.sampled_from(ATOMS), min_size=1, max_size=5).map("".join)
ENDINGS = st.sampled_from(["\n", "/\n", "\r\n", " \n"])
IGNORE_FILES = st.lists(
    st.tuples(st.sampled_from(["", "!"]), LINES, ENDINGS).map("".join), min_size=1, max_size=5
).map("".join)
NAMES = ["a", "b", "ab", "é", "a b", "*", "("]
PATHS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4).map("/".join)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    ignores=st.dictionaries(st.sampled_from(["", "a/", "a/b/"]), IGNORE_FILES, min_size=1),
    paths=st.sets(PATHS, min_size=1, max_size=20),
    tracked=st.integers(0, 3),
)
def test_whatever_the_patterns_are_git_s_answer_is_ours(
    git: Git, ignores: dict[str, str], paths: set[str], tracked: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        git(root, "init", "-q")
        git(root, "config", "core.ignoreCase", "false")
        make(root, *(f"{path}.md" for path in paths), "a/b/")
        for inner, content in ignores.items():
            (root / inner / ".gitignore").write_text(content, encoding="utf-8")
        own = gitignore._Rules(root, root, [])
        assert [path for path in all_notes(root) if path not in own] == not_ignored(root, git)
        for path in sorted(paths)[:tracked]:
            git(root, "--literal-pathspecs", "add", "-f", "--", f"{path}.md")
        assert notes_in(root) == not_ignored(root, git)


def all_notes(root: Path) -> list[str]:
    return notes_in(root, respect_gitignore=False)


def test_what_git_s_settings_name_is_ignored_too(
    vault: VaultOnDisk, git: Git, tmp_path: Path
) -> None:
    repository(vault, git)
    (tmp_path / "excludes").write_text("b.md\n")
    git(vault.root, "config", "core.excludesFile", str(tmp_path / "excludes"))
    make(vault.root, "a.md", "b.md")
    assert notes_in(vault.root) == ["a.md"]


@pytest.mark.usefixtures("judge")
def test_the_user_s_own_excludes_are_read(
    vault: VaultOnDisk, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository(vault, git)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    make(tmp_path, "xdg/git/")
    (tmp_path / "xdg" / "git" / "ignore").write_text("b.md\n")
    make(vault.root, "a.md", "b.md")
    assert notes_in(vault.root) == ["a.md"]


@pytest.mark.usefixtures("judge")
def test_a_worktree_obeys_what_its_repository_excludes(
    vault: VaultOnDisk, git: Git, tmp_path: Path
) -> None:
    repository(vault, git)
    vault.put(".git/info/exclude", "b.md\n")
    git(vault.root, "commit", "-q", "--allow-empty", "-m", "x")
    tree = tmp_path / "tree"
    git(vault.root, "worktree", "add", "-q", str(tree))
    make(tree, "a.md", "b.md")
    assert notes_in(tree) == ["a.md"]


@pytest.mark.usefixtures("judge")
def test_a_repository_in_the_vault_has_its_own_rules(vault: VaultOnDisk, git: Git) -> None:
    repository(vault, git)
    for name in ("inner", "ignored"):
        (vault.root / name).mkdir()
        git(vault.root / name, "init", "-q")
        make(vault.root / name, "a.md", "b.md")
        vault.put(f"{name}/.gitignore", "b.md\n")
    vault.put(".gitignore", "ignored/\n")
    assert notes_in(vault.root) == ["inner/a.md"]


def test_a_note_that_is_tracked_is_checked_whatever_ignores_it(
    vault: VaultOnDisk, git: Git
) -> None:
    repository(vault, git)
    make(vault.root, "a/b.md", "a/c.md")
    vault.put(".gitignore", "a/\n")
    git(vault.root, "add", "-f", "a/b.md")
    assert notes_in(vault.root) == ["a/b.md"]


def test_no_program_of_a_stranger_s_repository_runs(vault: VaultOnDisk, git: Git) -> None:
    repository(vault, git)
    program = vault.put("run", "#!/bin/sh\ntouch ran\n")
    program.chmod(0o755)
    for key in ("core.fsmonitor", "core.sshCommand", "core.pager", "core.editor"):
        git(vault.root, "config", key, str(program))
    hook = vault.put(".git/hooks/post-index-change", "#!/bin/sh\ntouch ran\n")
    hook.chmod(0o755)
    make(vault.root, "a.md", "b.md")
    vault.put(".gitignore", "b.md\n")
    assert notes_in(vault.root) == ["a.md"]
    assert not (vault.root / "ran").exists()


def test_another_repository_in_the_environment_is_not_asked(
    vault: VaultOnDisk, git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository(vault, git)
    make(vault.root, "a.md", "b.md")
    vault.put(".gitignore", "b.md\n")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "gone"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "gone"))
    assert notes_in(vault.root) == ["a.md"]


def test_git_that_waits_for_ever_is_not_waited_for(
    vault: VaultOnDisk, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notelint.disk.git.SECONDS", 0.3)
    repository(vault, git)
    make(vault.root, "a.md", "c/b.md")
    vault.put("c/.gitignore", "b.md\n")
    os.mkfifo(vault.root / ".gitignore")
    found = discover(vault.root, [vault.root], True)
    assert found.notes == ("a.md",)
    assert "takes longer than 0.3 s" in "".join(found.problems)
    assert ".gitignore: a pipe, not a file; it ignores nothing" in "".join(found.problems)


def test_a_broken_repository_is_read_by_our_own_rules(vault: VaultOnDisk) -> None:
    make(vault.root, "a.md", "b.md")
    vault.put(".git/config", "[core\n")
    vault.put(".gitignore", "b.md\n")
    assert notes_in(vault.root) == ["a.md"]


def test_git_is_asked_once_and_only_where_a_folder_is_named(
    vault: VaultOnDisk, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository(vault, git)
    make(vault.root, "a.md", "b.md", "c/d.md")
    asked: list[Path] = []

    def counted(folder: Path) -> object:
        asked.append(folder)
        return ignored_in(folder)

    from notelint.disk.git import ignored_in

    monkeypatch.setattr(gitignore, "ignored_in", counted)
    notes_in(vault.root, "a.md", "b.md")
    assert asked == []
    notes_in(vault.root, respect_gitignore=False)
    assert asked == []
    notes_in(vault.root, ".", "c")
    assert asked == [vault.root]


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
