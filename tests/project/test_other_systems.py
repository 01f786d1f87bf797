"""What can be tried here of Windows and macOS: notelint needs nothing that only Linux has."""

from __future__ import annotations

import json
import ntpath
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from support.on_disk import VaultOnDisk
from support.short_notes import LIGATURE

from notelint.disk import shown_path

PROJECT = Path(__file__).parent.parent.parent
ELSEWHERE = PROJECT / "tests" / "support" / "elsewhere.py"
DEVICES = re.compile("con|prn|aux|nul|(?:com|lpt)[1-9]", re.IGNORECASE)
COMMANDS = [
    ["."],
    ["--output-format", "sarif", "."],
    ["--diff", "."],
    ["--fix", "."],
    ["--unsafe-fixes", "--fix", "."],
    ["undo", "--list"],
    ["undo"],
    ["."],
    ["--add-allow", "."],
    ["sources", "--format", "json"],
    ["worklist"],
    ["report", "-o", "page.html"],
    ["init", "--dry-run"],
    ["baseline", "-o", "known.json"],
    ["--baseline", "known.json", "."],
    ["resolve", "terms/a.md", "b"],
    ["tree", "terms/a.md"],
    ["config", "--schema"],
    ["explain", "--all"],
    ["completions", "fish"],
    ["--show-settings"],
]


def said(system: str, root: Path) -> list[Any]:
    """What all commands say there, on a vault of some notes."""
    (root / ".obsidian").mkdir(parents=True)
    (root / "terms").mkdir()
    (root / "terms" / "a.md").write_bytes("# A\r\n\r\nA ﬁnite set, [[b]] [[gone]].\r\n".encode())
    (root / "terms" / "b.md").write_text(LIGATURE, encoding="utf-8")
    places = {f"XDG_{name}_HOME": str(root.parent / name) for name in ("CACHE", "STATE")}
    done = subprocess.run(
        [sys.executable, str(ELSEWHERE), system], input=json.dumps(COMMANDS).encode(), cwd=root,
        env={**os.environ, **places, "PYTHONPATH": str(PROJECT)},
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    texts = done.stdout.decode().replace(json.dumps(str(root))[1:-1], "VAULT")
    found: list[Any] = json.loads(texts)
    return found


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    return said("here", tmp_path_factory.mktemp("here") / "vault")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_every_command_does_the_same_without_what_only_unix_or_linux_has(
    here: list[Any], system: str, tmp_path: Path
) -> None:
    there = said(system, tmp_path / "vault")
    for command, one, other in zip(COMMANDS, here, there, strict=True):
        assert other == one, command
        assert other[0] in (0, 1), command


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_what_is_said_is_utf_8_whatever_the_console_has(
    vault: VaultOnDisk, environment: dict[str, str]
) -> None:
    vault.put("a.md", "A ﬁnite set, “é” 🧱 日本 [[Ы]].\n")
    for command in (["."], ["tree", "a.md"]):
        done = subprocess.run(
            [sys.executable, "-m", "notelint", *command],
            env={**os.environ, **environment}, capture_output=True, check=False,
        )  # fmt: skip
        ran = vault.run(*command)
        assert (done.returncode, done.stdout.decode()) == (ran.code, ran.out)
        assert done.stderr == b""


def test_a_file_on_another_drive_is_told_of_by_all_of_its_path(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "path", ntpath)
    monkeypatch.setattr(os, "getcwd", lambda: "C:\\notes")
    assert shown_path("D:\\notelint.yaml") == "D:\\notelint.yaml"
    assert shown_path("C:\\notes\\in\\a.md") == "in\\a.md"


def test_vaults_on_two_drives_are_no_defect(
    folder: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        folder.put(f"{name}/.obsidian/app.json", "{}")
        folder.put(f"{name}/a.md", LIGATURE)

    def refuse(paths: list[Path]) -> str:
        return ntpath.commonpath([f"{chr(ord('C') + n)}:\\a" for n, _ in enumerate(paths)])

    monkeypatch.setattr(os.path, "commonpath", refuse)
    assert folder.refusal("one", "two").count("drives") == 1


@pytest.fixture(scope="module")
def names() -> list[str]:
    """All files of the repository."""
    if not (PROJECT / ".git").exists():
        pytest.skip("this is no repository")
    listed = subprocess.run(
        ["git", "-C", str(PROJECT), "ls-files", "-z"], capture_output=True, check=True
    )
    return listed.stdout.decode().split("\0")[:-1]


def test_every_file_can_be_checked_out_on_windows(names: list[str]) -> None:
    for name in names:
        assert not re.search('[<>:"|?*\\\\\x00-\x1f]', name), name
        for part in name.split("/"):
            assert part == part.rstrip(" ."), name
            assert not DEVICES.fullmatch(part.partition(".")[0]), name
        assert len(name) < 180, "a folder and this are more than Windows takes"


def test_no_two_files_are_one_on_a_disk_that_folds_names(names: list[str]) -> None:
    folded = [unicodedata.normalize("NFC", name).casefold() for name in names]
    assert len(set(folded)) == len(folded)
    assert all(unicodedata.is_normalized("NFC", name) for name in names)


def test_lines_end_the_same_in_every_checkout(names: list[str]) -> None:
    told = subprocess.run(
        ["git", "-C", str(PROJECT), "check-attr", "-z", "--stdin", "eol", "text"],
        input="\0".join(names).encode(), capture_output=True, check=True,
    )  # fmt: skip
    words = told.stdout.decode().split("\0")[:-1]
    given = {(words[at], words[at + 1]): words[at + 2] for at in range(0, len(words), 3)}
    assert names
    for name in names:
        assert given[name, "text"] == "unset" or given[name, "eol"] == "lf", name
