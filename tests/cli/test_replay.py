"""A run told again: only where it would tell the same, and then without being done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from notelint.cli import recording
from notelint.cli.replay import recording_of, replayed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="nothing is recorded elsewhere")

OLD = time.time() - 3600
NOTE = "## Synthesis\n- A wall.\n## Source [^1]\n- $n$. A wall.\n## References\n\n[^1]: [[gone]]\n"


class Told(NamedTuple):
    """What a command told, and whether it was not done for that."""

    out: str
    code: int
    is_replayed: bool


class Vault:
    """A vault on disk, in a folder of its own, beside the cache."""

    def __init__(self, top: Path) -> None:
        self.top, self.root, self.cache = top, top / "above" / "vault", top / "cache"
        self.put("a.md", NOTE)
        self.put("folder/b.md", "See [[a#Walls]] and [[c.pdf]].\n")
        self.put(".obsidian/app.json", "{}")
        self.age()

    def put(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def age(self, seconds: float = 0) -> None:
        """Make all of it older than any run."""
        for folder, _, files in os.walk(self.top / "above"):
            for name in ["", *files]:
                os.utime(os.path.join(folder, name), (OLD + seconds, OLD + seconds))

    def check(self, *options: str, where: Path | None = None, **environment: str) -> Told:
        command = [sys.executable, "-X", "importtime", "-m", "notelint", *options]
        done = subprocess.run(
            command if "--no-cache" in options else [*command, "--cache-dir", str(self.cache)],
            cwd=where or self.root,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
        return Told(done.stdout, done.returncode, "notelint.cli.program" not in done.stderr)

    @property
    def recordings(self) -> list[Path]:
        return list(self.cache.glob("*.replay"))


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path)


def test_the_second_run_is_told_and_not_done(vault: Vault) -> None:
    first, second = vault.check(), vault.check()
    assert (first.is_replayed, second.is_replayed) == (False, True)
    assert first[:2] == second[:2] == vault.check("--no-cache")[:2]
    assert first.code == 1


def test_it_loads_nothing_for_that(vault: Vault) -> None:
    vault.check()
    code = "import sys; from notelint.__main__ import start; sys.exit(start())"
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code, "--cache-dir", str(vault.cache)],
        cwd=vault.root, capture_output=True, text=True, check=False,
    ).stderr  # fmt: skip
    names = [line.rpartition("|")[2].strip() for line in told.splitlines() if "|" in line]
    loaded = set(names[names.index("site") + 1 :])
    assert "notelint.cli.replay" in loaded
    assert not loaded & {"argparse", "dataclasses", "enum", "json", "pathlib", "re", "typing"}
    assert sum(name.startswith("notelint") for name in loaded) <= 7


def test_of_a_large_vault_a_run_on_some_notes_is_not_recorded(vault: Vault) -> None:
    """To write down the state of all others takes longer than to check these."""
    for number in range(1001):
        vault.put(f"many/{number}.md", "x\n")
    vault.age()
    assert [vault.check("a.md").is_replayed for _ in range(2)] == [False, False]
    assert vault.recordings == []
    assert [vault.check("many").is_replayed for _ in range(2)] == [False, True]


CHANGES: dict[str, Callable[[Vault], object]] = {
    "a note is edited": lambda vault: vault.put("a.md", NOTE.replace("wall", "hall")),
    "a note is added": lambda vault: vault.put("gone.md", "x\n"),
    "a note is gone": lambda vault: (vault.root / "folder/b.md").unlink(),
    "a note is renamed": lambda vault: (vault.root / "a.md").rename(vault.root / "d.md"),
    "a note becomes a folder": lambda vault: (
        (vault.root / "a.md").unlink(),
        vault.put("a.md/x.md", NOTE),
    ),
    "another file is added": lambda vault: vault.put("folder/c.pdf", "x"),
    "a folder is added": lambda vault: (vault.root / "empty").mkdir(),
    "a configuration is added": lambda vault: vault.put("notelint.yaml", "ignore: [NL301]\n"),
    "one is added above": lambda vault: vault.put("../notelint.yaml", "ignore: [NL301]\n"),
    "a table is added above": lambda vault: vault.put(
        "../pyproject.toml", '[tool.notelint]\nignore = ["NL301"]\n'
    ),
    "Obsidian leaves a file out": lambda vault: vault.put(
        ".obsidian/app.json", '{"userIgnoreFilters": ["a.md"]}'
    ),
    "a folder becomes a vault": lambda vault: vault.put("folder/.obsidian/app.json", "{}"),
    "a folder above becomes a vault": lambda vault: vault.put("../.obsidian/app.json", "{}"),
    "it becomes a repository": lambda vault: subprocess.run(
        ["git", "init", "-q", str(vault.root.parent)], check=True
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_done_again_once_something_has_changed(vault: Vault, change: str) -> None:
    vault.check()
    CHANGES[change](vault)
    vault.age(60)
    after = vault.check()
    assert not after.is_replayed
    assert after[:2] == vault.check("--no-cache")[:2]
    again = vault.check()
    assert again.is_replayed == (change != "it becomes a repository")
    assert again[:2] == after[:2]


@pytest.mark.parametrize("name", ["notelint.yaml", "inherited.yaml", "pack.yaml"])
def test_it_is_done_again_once_what_configures_it_has_changed(vault: Vault, name: str) -> None:
    rule = "{kind: substitution, code: XX001, summary: s, reason: r, message: m, find: Q,"
    rest = "bad: Q, good: x, where: prose}"
    vault.put("notelint.yaml", "extends: inherited.yaml\npacks: [pack.yaml]\n")
    vault.put("inherited.yaml", "ignore: [NL301]\n")
    vault.put("pack.yaml", f"rules:\n  qq: {rule} {rest}\n")
    vault.age()
    first = vault.check()
    if first.code != 2:
        assert vault.check().is_replayed
    with (vault.root / name).open("a") as file:
        file.write("# more\n")
    vault.age(60)
    assert not vault.check().is_replayed


def test_another_command_is_another_run(vault: Vault) -> None:
    vault.check()
    assert not vault.check("--output-format", "json").is_replayed
    assert not vault.check("--select", "NL101").is_replayed
    assert not vault.check("folder").is_replayed
    assert not vault.check(where=vault.root / "folder").is_replayed
    assert not vault.check(NO_COLOR="1").is_replayed
    assert vault.check().is_replayed
    assert vault.check("check").is_replayed


@pytest.mark.parametrize(
    "options", [["--no-cache"], ["-v"], ["--diff"], ["--fix"], ["--show-files"], ["-o", "x.txt"]]
)
def test_what_does_more_than_tell_is_never_replayed(vault: Vault, options: list[str]) -> None:
    for _ in range(2):
        assert not vault.check(*options).is_replayed
    assert not vault.recordings


def test_a_vault_with_a_link_is_not_recorded(vault: Vault) -> None:
    (vault.root / "link.md").symlink_to(vault.root / "a.md")
    vault.age()
    vault.check()
    assert not vault.recordings


def test_what_changed_during_the_run_is_not_recorded(vault: Vault) -> None:
    later = time.time() + 60
    os.utime(vault.put("a.md", NOTE), (later, later))
    vault.check()
    assert not vault.recordings


def test_an_error_is_not_recorded(vault: Vault) -> None:
    vault.put("notelint.yaml", "ignore: [NOPE]\n")
    vault.age()
    assert vault.check().code == 2
    assert not vault.recordings


@pytest.mark.parametrize("part", [0, 1, 20, 45, 70, 99])
def test_a_broken_recording_is_none(vault: Vault, part: int) -> None:
    expected = vault.check()
    [file] = vault.recordings
    content = bytearray(file.read_bytes())
    content[part * len(content) // 100] ^= 1
    with file.open("r+b") as out:
        out.write(content)
    told = vault.check()
    assert told[:2] == expected[:2]
    assert not told.is_replayed


def test_one_that_was_cut_off_or_put_there_by_others_is_none(vault: Vault) -> None:
    expected = vault.check()
    [file] = vault.recordings
    content = file.read_bytes()
    for other in (b"", content[:-1], content[:40], content + b"x", b"\xff" * 50):
        with file.open("wb") as out:
            out.write(other)
        assert vault.check()[:2] == expected[:2]
    copy = file.with_suffix(".copy")
    vault.check()
    shutil.copy(file, copy)
    copy.replace(file)
    told = vault.check()
    assert (told[:2], told.is_replayed) == (expected[:2], False)


def test_a_pipe_in_its_place_is_none(vault: Vault) -> None:
    vault.check()
    [file] = vault.recordings
    file.unlink()
    os.mkfifo(file)
    assert not vault.check().is_replayed


def test_few_are_kept(tmp_path: Path) -> None:
    for number in range(25):
        path = tmp_path / f"{number}.replay"
        path.touch()
        os.utime(path, (number, number))
    recording._make_room(tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == {str(number) for number in range(5, 25)}


def test_without_a_place_nothing_is_recorded() -> None:
    assert recording_of(["--cache-dir"]) is None
    assert recording_of(["--no-cache"]) is None
    assert replayed(["--cache-dir", "/nowhere/at/all"]) is None
