"""The hooks, run by the real pre-commit from the real git repository that this project is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from support.on_disk import Git

PROJECT = Path(__file__).parent.parent.parent
NEEDED = ("notelint", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
SYNTHESIS = "## Synthesis\n- What holds it up.\n"
SPACED = SYNTHESIS + "## Source [^1]\n- A wall.\n## References\n\n[^1]: a book\n"
TIGHT = SPACED.replace("Source [", "Source[")

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((PROJECT / NEEDED[-1]).read_text())}


def test_there_are_two_hooks_that_differ_in_mending() -> None:
    assert list(HOOKS) == ["notelint", "notelint-fix"]
    assert "--fix" not in HOOKS["notelint"]["entry"].split()
    assert {"--fix", "--exit-non-zero-on-fix"} <= set(HOOKS["notelint-fix"]["entry"].split())


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_runs_once_on_all_the_notes_that_git_hands_over(name: str) -> None:
    assert HOOKS[name]["types"] == ["markdown"]
    assert HOOKS[name]["require_serial"] is True


def make_project(folder: Path, git: Git) -> Path:
    """This project as it stands on disk, committed to a repository of its own."""
    folder.mkdir()
    for name in NEEDED:
        path = PROJECT / name
        if path.is_dir():
            shutil.copytree(path, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, folder / name)
    commit_all(folder, git)
    return folder


def commit_all(folder: Path, git: Git) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "state")


def run_hook(project: Path, vault: Path, hook: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(project), hook, "--all-files",
         "--verbose", "--color", "never"],
        cwd=vault, env={**os.environ, "PRE_COMMIT_HOME": str(project.parent / "cache")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.mark.integration
def test_both_hooks_run_on_a_real_repository(tmp_path: Path, git: Git) -> None:
    pytest.importorskip("pre_commit")
    project = make_project(tmp_path / "project", git)
    vault = tmp_path / "vault"
    (vault / "terms").mkdir(parents=True)
    note = vault / "terms" / "cell wall.md"
    note.write_text(SPACED)
    (vault / "other.txt").write_text("## Source [^1]\n")
    commit_all(vault, git)

    code, out = run_hook(project, vault, "notelint")
    assert code == 1, out
    assert "source-spacing" in out
    assert note.read_text() == SPACED

    code, out = run_hook(project, vault, "notelint-fix")
    assert code == 1, out
    assert "1 finding mended" in out
    assert note.read_text() == TIGHT
    assert git(vault, "diff", "--name-only", "-z").decode() == "terms/cell wall.md\0"

    git(vault, "add", "-A")
    for hook in ("notelint-fix", "notelint"):
        code, out = run_hook(project, vault, hook)
        assert code == 0, out
    assert (vault / "other.txt").read_text() == "## Source [^1]\n"
