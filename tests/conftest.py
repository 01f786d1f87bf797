"""Fixtures that all tests share."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support.on_disk import GIT_ENVIRONMENT, Git, VaultOnDisk

LEADING_TO_A_REPOSITORY = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"),
    *("GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX"),
)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test touches the cache and the records of whoever runs it: the folder that stands for the
    user's, in this process and (where the system asks the environment) in those it starts."""
    user = tmp_path / "user"
    for kind in ("cache", "state"):
        place = user / kind / "notelint"
        monkeypatch.setattr(f"platformdirs.user_{kind}_path", lambda *_, place=place, **__: place)
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(user / kind))
    return user


@pytest.fixture(autouse=True)
def own_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test writes into the repository around: a hook and `git rebase --exec` name it to all that
    they run, and the git of a test would take it for its own."""
    for name in LEADING_TO_A_REPOSITORY:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> VaultOnDisk:
    """An empty folder without any mark of a vault."""
    root = tmp_path / "vault"
    root.mkdir()
    monkeypatch.chdir(root)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return VaultOnDisk(root, capsys, monkeypatch)


@pytest.fixture
def vault(folder: VaultOnDisk) -> VaultOnDisk:
    """An empty vault: the folder with Obsidian's own folder in it."""
    (folder.root / ".obsidian").mkdir()
    return folder


@pytest.fixture
def git(monkeypatch: pytest.MonkeyPatch) -> Git:
    """The real git: ``git(folder, "apply", "-", stdin=b"…")``."""
    for name, value in GIT_ENVIRONMENT.items():
        monkeypatch.setenv(name, value)

    def run(
        folder: Path, *arguments: str, stdin: bytes = b"", codes: tuple[int, ...] = (0,)
    ) -> bytes:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, input=stdin, capture_output=True, check=False
        )
        assert done.returncode in codes, done.stderr.decode(errors="replace")
        return done.stdout

    return run
