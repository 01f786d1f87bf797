"""``--watch``: one report after each burst of changes, until somebody interrupts."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

import pytest
from support.on_disk import VaultOnDisk
from support.packs import entry, pack

from notelint.cli.watching import Watched
from notelint.disk import Ignored

BROKEN, MENDED = "[[gone]]\n", "A wall.\n"
PATIENCE = 30  # seconds after which a report will never come
CLEAN: list[str] = []
ENDINGS = ("watching; ctrl-c ends it", "changed; watching on")


class Watching:
    """Notelint at work on a vault, and what it says on either stream, line by line."""

    def __init__(self, root: Path, *options: str) -> None:
        command = [sys.executable, "-m", "notelint", "--watch", "--no-cache", "-q", *options]
        self.process = subprocess.Popen(
            command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        assert self.process.stderr
        self._readers: list[threading.Thread] = []
        self._out = self._lines(self.process.stdout)
        self._err = self._lines(self.process.stderr)

    def _lines(self, stream: IO[str]) -> queue.Queue[str]:
        lines: queue.Queue[str] = queue.Queue()

        def read() -> None:
            with stream:
                for line in stream:
                    lines.put(line.rstrip("\n"))

        self._readers.append(threading.Thread(target=read))
        self._readers[-1].start()
        return lines

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for reader in self._readers:
            reader.join()

    def report(self) -> tuple[list[str], list[str]]:
        """What was printed up to the end of the next report, and what was said beside it."""
        said = []
        while not said or not said[-1].endswith(ENDINGS):
            said.append(self._err.get(timeout=PATIENCE))
        printed = []
        with suppress(queue.Empty):
            while True:
                printed.append(self._out.get(timeout=0.3))
        return printed, said

    def until(self, findings: int) -> list[str]:
        """Reports up to the one with so many findings: what was said beside each. A change may be
        heard of in two pieces where the machine is slow."""
        reports = []
        while True:
            printed, said = self.report()
            reports.append(said[-1])
            if len(printed) == findings:
                return reports

    def until_said(self, words: str) -> str:
        """Reports up to the one beside which some words are said: what is said there."""
        while True:
            _, said = self.report()
            if any(words in line for line in said):
                return "\n".join(said)

    def interrupt(self) -> tuple[int, list[str]]:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        return code, [self._err.get() for _ in range(self._err.qsize())]

    def is_silent(self, seconds: float = 1.5) -> bool:
        try:
            self._err.get(timeout=seconds)
        except queue.Empty:
            return True
        return False


@pytest.fixture
def watching(vault: VaultOnDisk) -> Iterator[Watching]:
    pytest.importorskip("watchfiles")
    vault.put("a.md", BROKEN)
    process = Watching(vault.root)
    yield process
    process.end()


def test_each_change_that_matters_has_a_report(vault: VaultOnDisk, watching: Watching) -> None:
    printed, said = watching.report()
    assert printed[0].startswith("a.md:1:1")
    assert said == ["notelint: watching; ctrl-c ends it"]

    vault.put("a.md", MENDED)
    assert watching.until(0)[-1] == "notelint: a.md changed; watching on"

    for number in range(20):
        vault.put(f"new/{number}.md", BROKEN)
    reports = watching.until(20)
    assert len(reports) < 10  # one, where the machine has nothing else to do
    assert reports[0].startswith("notelint: new")

    vault.put("gone.md", "")
    watching.until(0)

    vault.put("notelint.yaml", "ignore: [unresolved-link\n")
    assert "notelint.yaml:" in watching.until_said("not YAML")
    vault.put("notelint.yaml", "packs: [house.yaml]\nexclude: [b.md]\n")
    assert "house.yaml" in watching.until_said("no such")
    vault.put("house.yaml", pack(house_rule=entry()))
    vault.put("b.md", "[[nowhere]]\n")
    watching.until(0)

    assert watching.interrupt() == (130, [])


def test_what_does_not_matter_has_none(vault: VaultOnDisk, watching: Watching) -> None:
    watching.report()
    vault.put(".obsidian/workspace.json", "{}")
    vault.put(".git/index", "x")
    vault.put(".trash/old.md", BROKEN)
    assert watching.is_silent()
    assert watching.interrupt() == (130, [])


def test_a_configuration_that_is_wrong_at_the_start_ends_it(vault: VaultOnDisk) -> None:
    pytest.importorskip("watchfiles")
    vault.put("notelint.yaml", "nope: 1\n")
    assert "notelint.yaml:1" in vault.refusal("--watch")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--fix"], "--fix writes notes"),
        (["--add-allow"], "--add-allow writes notes"),
        (["-o", "x.txt"], "-o keeps one"),
        (["-", "--stdin-filename", "a.md"], "standard input"),
        (["--show-files"], "--show-files lists and stops"),
    ],
)
def test_what_cannot_be_repeated_is_refused(
    vault: VaultOnDisk, options: list[str], told: str
) -> None:
    assert told in vault.refusal("-w", *options)


def test_without_its_library_it_says_what_to_install(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert "pip install 'notelint[watch]'" in vault.refusal("--watch")


ROOT = Path("/v")
FILES = frozenset({Path("/etc/house.yaml"), ROOT / "rules/p.yaml"})
WATCHED = Watched((ROOT,), FILES, (ROOT / "c",))


@pytest.mark.parametrize(
    ("path", "is_new_or_gone", "matters"),
    [
        ("a.md", False, True),
        ("a.MD", False, True),
        ("x.png", False, False),
        ("x.png", True, True),
        ("rules/p.yaml", False, True),
        ("rules/q.yaml", False, False),
        ("/etc/house.yaml", False, True),
        ("/etc/other.yaml", True, False),
        ("notelint.yaml", True, True),
        ("inner/.notelint.yaml", False, True),
        (".gitignore", False, True),
        (".obsidian/app.json", True, False),
        (".git/HEAD", False, False),
        ("a/.hidden/b.md", True, False),
        (".a.md.swp", True, False),
        ("build/a.md", True, False),
        ("draft.md", False, False),
        ("c/cache", True, False),
    ],
)
def test_what_matters(path: str, is_new_or_gone: bool, matters: bool) -> None:
    ignored = {ROOT: Ignored(frozenset({"build/", "draft.md"}))}
    assert WATCHED.matters(ROOT / path, is_new_or_gone, ignored) is matters


def test_what_is_watched(tmp_path: Path) -> None:
    inside, outside = tmp_path / "v" / "p.yaml", tmp_path / "house.yaml"
    os.mkdir(tmp_path / "v")
    outside.touch()
    gone = tmp_path / "gone.yaml"
    watched = Watched((tmp_path / "v",), frozenset({inside, outside, gone}))
    assert watched.paths() == [tmp_path / "v", outside]
