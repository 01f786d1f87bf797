"""When files came into a repository."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.on_disk import Git

from notelint.disk import days_added


def commit(folder: Path, git: Git, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", f"{day}T12:00:00Z")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", day)


@pytest.fixture
def repository(tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A note that was moved twice, one that went and came again, one with an odd name."""
    folder = tmp_path / "repository"
    (folder / "terms").mkdir(parents=True)
    git(folder, "init", "-q")
    for name in ("a", "gone", "R né\n"):
        (folder / f"{name}.md").write_text(f"note {name}\n", encoding="utf-8")
    commit(folder, git, "2024-01-01", monkeypatch)
    git(folder, "mv", "a.md", "b.md")
    git(folder, "rm", "-q", "gone.md")
    commit(folder, git, "2024-02-01", monkeypatch)
    git(folder, "mv", "b.md", "terms/b.md")
    (folder / "gone.md").write_text("again\n", encoding="utf-8")
    (folder / "a.md").write_text("another\n", encoding="utf-8")
    commit(folder, git, "2024-03-01", monkeypatch)
    return folder


def test_a_file_has_the_day_on_which_it_came(repository: Path) -> None:
    assert days_added(repository) == {
        "terms/b.md": "2024-01-01",
        "R né\n.md": "2024-01-01",
        "gone.md": "2024-03-01",
        "a.md": "2024-03-01",
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("log.showRoot", "false"),
        ("diff.orderFile", "/gone"),
        ("i18n.logOutputEncoding", "UTF-16"),
        ("diff.renames", "false"),
        ("log.follow", "true"),
    ],
)
def test_days_are_the_same_whatever_the_user_has_set(
    repository: Path, git: Git, key: str, value: str
) -> None:
    told = days_added(repository)
    git(repository, "config", key, value)
    assert days_added(repository) == told


def test_paths_are_relative_to_the_folder(repository: Path) -> None:
    assert "b.md" in days_added(repository / "terms")


def test_a_clone_without_its_history_tells_nothing(repository: Path, git: Git) -> None:
    part = repository.parent / "part"
    git(repository.parent, "clone", "-q", "--depth", "1", repository.as_uri(), str(part))
    assert days_added(part) == {}


def test_no_repository_tells_nothing(tmp_path: Path) -> None:
    assert days_added(tmp_path) == {}


def test_nothing_is_committed_yet(tmp_path: Path, git: Git) -> None:
    git(tmp_path, "init", "-q")
    assert days_added(tmp_path) == {}


def test_nothing_that_a_repository_names_is_run(repository: Path, git: Git) -> None:
    spy = repository.parent / "spy"
    script = repository.parent / "script"
    script.write_text(f"#!/bin/sh\ntouch {spy}\n", encoding="utf-8")
    script.chmod(0o755)
    (repository / ".gitattributes").write_text("*.md diff=x filter=x\n", encoding="utf-8")
    for key in ("diff.x.textconv", "diff.x.command", "diff.external", "filter.x.clean",
                "core.pager", "gpg.program", "core.fsmonitor"):  # fmt: skip
        git(repository, "config", key, str(script))
    git(repository, "config", "log.showSignature", "true")
    assert days_added(repository)
    assert not spy.exists()
