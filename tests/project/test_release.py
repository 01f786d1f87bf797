"""``release.py``, with the real git, in repositories of its own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.on_disk import Git

from notelint import __version__

PROJECT = Path(__file__).parent.parent.parent
NEXT = "987.6.5"
CHANGELOG = "# Changelog\n\n## Unreleased\n\n- Notes float.\n\n## 0.0.9 (2025-01-31)\n\n- Notes.\n"


@dataclass(frozen=True)
class Project:
    """A repository that releases are made of."""

    root: Path
    git: Git

    def run(self, *arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "release.py", *arguments],
            cwd=self.root, capture_output=True, check=False,
        )  # fmt: skip
        return done.returncode, (done.stdout + done.stderr).decode("utf-8")

    def put(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")

    def text(self, name: str) -> str:
        return (self.root / name).read_bytes().decode("utf-8")

    def told(self, *arguments: str) -> str:
        return self.git(self.root, *arguments).decode("utf-8")

    def commit(self) -> None:
        self.git(self.root, "add", "-A")
        self.git(self.root, "commit", "-q", "-m", "state")

    @property
    def state(self) -> tuple[str, ...]:
        """What no refusal may change."""
        return (
            self.told("rev-parse", "HEAD"),
            self.told("tag", "--list"),
            self.told("status", "--porcelain"),
        )


@pytest.fixture
def project(tmp_path: Path, git: Git) -> Project:
    """A small project, with a release behind it."""
    made = Project(tmp_path / "project", git)
    made.put("notelint/values/version.py", '__version__ = "0.1.0"\n')
    made.put("CITATION.cff", "version: 0.1.0\ndate-released: 2025-01-31\nlicense: MIT\n")
    made.put("action.yml", 'inputs:\r\n  default: "0.1.0"\r\n')
    made.put("docs/a.md", "notelint==0.1.0, notelint==0.1.0.1, other==0.1.0, rev: v0.1.0\n")
    made.put("CHANGELOG.md", CHANGELOG)
    shutil.copy(PROJECT / "release.py", made.root)
    git(made.root, "init", "-q", "-b", "main")
    made.commit()
    git(made.root, "tag", "v0.0.9")
    return made


def test_one_command_releases_this_project(tmp_path: Path, git: Git) -> None:
    """All places that name the version have the new one; the tests of each compare the rest."""
    copy = Project(tmp_path / "copy", git)
    for name in git(PROJECT, "ls-files", "-z", "-co", "--exclude-standard").decode().split("\0"):
        if (PROJECT / name).is_file() and not name.startswith(("tests/", "editors/")):
            (copy.root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, copy.root / name)
    git(copy.root, "init", "-q")
    copy.commit()
    code, said = copy.run(NEXT)
    assert (code, copy.told("status", "--porcelain")) == (0, ""), said
    old = copy.told("grep", "-nF", __version__, "HEAD^").splitlines()
    [*left] = git(copy.root, "grep", "-nF", __version__, "HEAD", codes=(0, 1)).decode().splitlines()
    assert len(old) > 6
    assert not [line for line in left if "CHANGELOG.md" not in line]
    assert copy.told("tag", "--points-at", "HEAD") == f"v{NEXT}\n"
    unreleased = re.split(
        r"^## ", (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.M
    )[1]
    assert copy.run("--notes", NEXT) == (0, unreleased.removeprefix("Unreleased").strip() + "\n")


def test_a_release_is_a_commit_and_a_tag(project: Project) -> None:
    code, said = project.run("0.2.0", "--date", "2026-02-03")
    assert (code, "git push --follow-tags" in said) == (0, True)
    assert project.told("log", "--format=%s", "-1") == "Release 0.2.0\n"
    assert project.told("cat-file", "-t", "v0.2.0") == "tag\n"
    assert project.told("status", "--porcelain") == ""
    assert project.text("notelint/values/version.py") == '__version__ = "0.2.0"\n'
    assert project.text("action.yml") == 'inputs:\r\n  default: "0.2.0"\r\n'
    citation = "version: 0.2.0\ndate-released: 2026-02-03\nlicense: MIT\n"
    assert project.text("CITATION.cff") == citation
    moved = "## Unreleased\n\n## 0.2.0 (2026-02-03)\n\n- Notes float.\n"
    assert project.text("CHANGELOG.md") == CHANGELOG.replace(
        "## Unreleased\n\n- Notes float.\n", moved
    )
    assert project.run("0.2.0", "--notes") == (0, "- Notes float.\n")
    assert project.run("0.0.9", "--notes") == (0, "- Notes.\n")


def test_the_versions_of_others_stay(project: Project) -> None:
    project.run("0.2.0")
    kept = "notelint==0.2.0, notelint==0.1.0.1, other==0.1.0, rev: v0.1.0\n"
    assert project.text("docs/a.md") == kept


def test_a_version_that_was_named_but_never_released_can_be(project: Project) -> None:
    code, said = project.run("0.1.0")
    assert code == 0, said
    assert project.told("tag", "--list") == "v0.0.9\nv0.1.0\n"
    assert project.run("0.1.0")[0] == 1


def test_a_dry_run_shows_the_change_and_writes_nothing(project: Project) -> None:
    before = project.state
    code, shown = project.run("0.2.0", "--dry-run", "--date", "2026-02-03")
    assert (code, project.state) == (0, before)
    assert project.git(project.root, "apply", "--check", "-", stdin=shown.encode()) == b""
    assert '+__version__ = "0.2.0"\n' in shown
    assert "+## 0.2.0 (2026-02-03)\n" in shown


@pytest.mark.parametrize(
    ("version", "reason"),
    [
        ("0.0.8", "not higher than 0.0.9"),
        ("0.0.9", "not higher than 0.0.9"),
        ("0.0.10", "not higher than 0.0.9"),
        ("0.1.0rc1", "not higher than 0.0.9"),
        ("two", "is no version"),
        ("v0.2.0", "is written 0.2.0"),
        ("0.2.0-rc1", "is written 0.2.0rc1"),
        ("0.2.0+here", "is written 0.2.0"),
    ],
)
def test_a_wrong_version_is_refused(project: Project, version: str, reason: str) -> None:
    before = project.state
    code, said = project.run(version)
    assert (code, project.state) == (1, before)
    assert reason in said


@pytest.mark.parametrize("name", ["docs/a.md", "docs/new.md"])
def test_what_is_not_committed_is_refused(project: Project, name: str) -> None:
    project.put(name, "other\n")
    before = project.state
    code, said = project.run("0.2.0")
    assert (code, project.state) == (1, before)
    assert name in said


@pytest.mark.parametrize("changelog", ["# Changelog\n", CHANGELOG.replace("- Notes float.\n", "")])
def test_a_release_of_nothing_is_refused(project: Project, changelog: str) -> None:
    project.put("CHANGELOG.md", changelog)
    project.commit()
    before = project.state
    code, said = project.run("0.2.0")
    assert (code, project.state) == (1, before)
    assert "nothing under `## Unreleased`" in said


def test_a_tag_that_is_there_is_refused(project: Project) -> None:
    project.git(project.root, "tag", "v0.2.0")
    before = project.state
    code, said = project.run("0.2.0")
    assert (code, project.state) == (1, before)
    assert "a tag v0.2.0 already" in said


def test_what_git_refuses_leaves_all_as_it_was(project: Project) -> None:
    hook = project.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n")
    hook.chmod(0o755)
    before = project.state
    code, said = project.run("0.2.0")
    assert (code, project.state) == (1, before)
    assert "not today" in said


def test_there_are_no_notes_of_a_version_that_never_was(project: Project) -> None:
    code, said = project.run("0.5.0", "--notes")
    assert (code, "says nothing of 0.5.0" in said) == (1, True)
