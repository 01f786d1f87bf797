"""How soon an editor has findings: on a vault of 10,000 notes, edit after edit.

    python bench/server.py [--size 10000] [--edits 200] [--more 10000] [--vault FOLDER]

Makes the vault in a temporary folder (or takes one), starts a server twice, so that the second has
a cache, opens ten notes and types in one of them: words, a link that leads nowhere, a heading.
Prints the seconds from start to the first findings, the milliseconds from a change to its findings,
how much CPU that took, and the memory then and after many more edits.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from vault import make_vault

TYPED = ("x", " word{}", "[[cell wal", "]] ", "interleukin{} ", "\n## Walls {}\n", "[[cell wall]]")
OPEN = 10


class Editor:
    """A server, and what it is told."""

    def __init__(self, vault: Path, cache: Path) -> None:
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "notelint", "server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        )
        self._write({"id": 1, "method": "initialize", "params": _start(vault)})
        self._write({"method": "initialized", "params": {}})

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = int(self.process.stdout.readline().split(b":")[1])
        self.process.stdout.readline()
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message

    def open(self, path: Path) -> None:
        item = {"uri": path.as_uri(), "languageId": "markdown", "version": 1}
        item["text"] = path.read_text(encoding="utf-8")
        self._write({"method": "textDocument/didOpen", "params": {"textDocument": item}})
        self.wait(path, 1)

    def change(self, path: Path, version: int, text: str) -> float:
        """The seconds from a change to its findings."""
        place = {"line": 1, "character": 0}
        changes = [{"range": {"start": place, "end": place}, "text": text}]
        document = {"uri": path.as_uri(), "version": version}
        params = {"textDocument": document, "contentChanges": changes}
        begun = time.perf_counter()
        self._write({"method": "textDocument/didChange", "params": params})
        self.wait(path, version)
        return time.perf_counter() - begun

    def restore(self, path: Path, version: int) -> None:
        """Let a note say again what the disk says."""
        changes = [{"text": path.read_text(encoding="utf-8")}]
        document = {"uri": path.as_uri(), "version": version}
        params = {"textDocument": document, "contentChanges": changes}
        self._write({"method": "textDocument/didChange", "params": params})
        self.wait(path, version)

    def wait(self, path: Path, version: int) -> None:
        """Until the findings of a version are there."""
        while True:
            params = self._read().get("params") or {}
            if (params.get("uri"), params.get("version")) == (path.as_uri(), version):
                return

    @property
    def megabytes(self) -> float:
        """The memory that the server has in use."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000

    @property
    def cpu(self) -> float:
        """The CPU seconds that it has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()


def _start(vault: Path) -> dict[str, Any]:
    folders = [{"uri": vault.as_uri(), "name": "vault"}]
    return {"processId": None, "rootUri": None, "capabilities": {}, "workspaceFolders": folders}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--more", type=int, default=10_000)
    parser.add_argument("--vault", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        vault = options.vault or Path(folder) / "vault"
        if not options.vault:
            vault.mkdir()
            make_vault(vault, options.size)
            (vault / ".obsidian").mkdir()
            long_ago = time.time() - 3600  # what is young may change again, and is read each time
            for note in vault.rglob("*.md"):
                os.utime(note, (long_ago, long_ago))
        for title in ("without a cache", "with a cache"):
            editor = Editor(vault, Path(folder) / "cache")
            notes = sorted(vault.rglob("*.md"))[:: max(options.size // OPEN, 1)][:OPEN]
            editor.open(notes[0])
            wall, cpu = time.perf_counter() - editor.started, editor.cpu
            print(f"{title}: first findings after {wall:.2f} s ({cpu:.2f} s of CPU)")
            if title == "with a cache":
                measure(editor, notes, options)
            editor.end()


def measure(editor: Editor, notes: list[Path], options: argparse.Namespace) -> None:
    for note in notes[1:]:
        editor.open(note)
    chance, version, path = random.Random(1), 1, notes[0]
    times, before = [], editor.cpu
    for _ in range(options.edits):
        version += 1
        times.append(1000 * editor.change(path, version, chance.choice(TYPED).format(version)))
    times.sort()
    at_95 = times[int(0.95 * len(times))]
    told = f"median {statistics.median(times):.1f} ms, p95 {at_95:.1f}, most {times[-1]:.1f}"
    cpu = 1000 * (editor.cpu - before) / options.edits
    print(f"{options.edits} edits: {told}; {cpu:.1f} ms of CPU each")
    print(f"memory: {editor.megabytes:.0f} MB")
    for number in range(options.more):
        version += 1
        if number % 50 == 0:
            editor.restore(path, version)
        else:
            editor.change(path, version, chance.choice(TYPED).format(version))
    print(f"memory {options.more} edits later: {editor.megabytes:.0f} MB")


if __name__ == "__main__":
    main()
