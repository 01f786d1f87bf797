"""Notes read: how often each is opened, as the system sees it, and what is kept of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk

from notelint.disk import NO_CACHE, Cache, NoteFile, cache_file
from notelint.notes import scan_summary
from notelint.run.reading import Readings, read_notes, summary_of_file

COUNTING = """
import collections, json, os, sys
from notelint.cli import main
opened = collections.Counter()

def count(event, arguments):
    name = str(arguments[0]) if event == "open" else ""
    if name.endswith(".md"):
        opened[os.path.relpath(name)] += 1

sys.addaudithook(count)
main([*sys.argv[1:], "-o", os.devnull])
print(json.dumps(opened))
"""
TERM = (
    "## Synthesis\n- x [[b#Source 1]] interleukin-1\n## Source [^1]\n- y\n"
    "## References\n\n[^1]: z\n"
)


@pytest.fixture
def notes(vault: VaultOnDisk) -> VaultOnDisk:
    """A vault whose notes all ask for one another."""
    vault.put("a.md", TERM)
    vault.put("b.md", "---\naliases: [PNS]\n---\n## Source 1\ninterleukin1 [[PNS]] [[wal]]\n")
    vault.put("c/wall.md", "\t# Walls\n")
    return vault


def opened(vault: VaultOnDisk, *arguments: str) -> Counter[str]:
    """The notes that a run opens, and how often."""
    done = subprocess.run(
        [sys.executable, "-c", COUNTING, *arguments],
        cwd=vault.root, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return Counter(json.loads(done.stdout))


def test_a_run_opens_each_note_once(notes: VaultOnDisk) -> None:
    assert opened(notes, "--select", "ALL") == {"a.md": 1, "b.md": 1, "c/wall.md": 1}


def test_a_run_on_one_note_opens_the_others_once(notes: VaultOnDisk) -> None:
    assert opened(notes, "--no-cache", "a.md") == {"a.md": 1, "b.md": 1, "c/wall.md": 1}


def test_a_run_on_one_note_opens_no_other_that_the_cache_knows(notes: VaultOnDisk) -> None:
    for name in ("a.md", "b.md", "c/wall.md"):
        os.utime(notes.root / name, (0, 0))
    assert opened(notes, "--cache-dir", "../kept") == {"a.md": 1, "b.md": 1, "c/wall.md": 1}
    assert opened(notes, "--cache-dir", "../kept", "a.md") == {"a.md": 1}


@pytest.mark.parametrize("option", [["--fix"], ["--fix", "--unsafe-fixes"]])
def test_a_fixing_run_opens_a_note_once_more_where_it_writes(
    notes: VaultOnDisk, option: list[str]
) -> None:
    assert opened(notes, *option, "--select", "source-spacing") == {
        "a.md": 2,
        "b.md": 1,
        "c/wall.md": 1,
    }
    assert "## Source[^1]" in notes.text("a.md")


def test_of_the_wanted_notes_the_bytes_are_kept_and_of_all_the_summaries(
    notes: VaultOnDisk,
) -> None:
    paths = ["a.md", "b.md", "c/wall.md"]
    readings = read_notes(notes.root, paths, {"b.md"}, NO_CACHE)
    assert readings == Readings(
        {"b.md": NoteFile(notes.text("b.md").encode())},
        {path: scan_summary(notes.text(path)) for path in paths},
    )


def test_a_note_that_cannot_be_read_or_decoded_has_no_summary(vault: VaultOnDisk) -> None:
    bad = NoteFile(b"caf\xe9")
    vault.put("bad.md", bad.content)
    readings = read_notes(vault.root, ["bad.md", "gone.md"], ["bad.md", "gone.md"], NO_CACHE)
    assert readings.summaries == {}
    assert readings.files["bad.md"] == bad
    assert "gone.md" in (readings.files["gone.md"].error or "")
    assert [summary_of_file(file) for file in readings.files.values()] == [None, None]


def test_a_note_that_seems_unchanged_has_the_summary_that_was_kept(
    vault: VaultOnDisk, tmp_path: Path
) -> None:
    def read(*wanted: str) -> Readings:
        cache = Cache(vault.root, lambda: cache_file(vault.root, tmp_path))
        readings = read_notes(vault.root, ["a.md"], wanted, cache)
        cache.close()
        return readings

    for content in ("# Walls\n", "# Doors\n"):  # which no time stamp tells apart
        os.utime(vault.put("a.md", content), (0, 0))
        assert read().summaries == {"a.md": scan_summary("# Walls\n")}
    assert read("a.md").files == {"a.md": NoteFile(b"# Doors\n")}


def test_a_note_of_more_bytes_than_its_characters_may_have_is_not_read(vault: VaultOnDisk) -> None:
    vault.put("a.md", "[[big#x]]\n")
    vault.put("big.md", "# y\n")
    os.truncate(vault.root / "big.md", 5_000_000_000)
    ran = vault.json("--fix")
    [found] = ran.report["diagnostics"]
    assert (ran.code, ran.err) == (1, "")
    assert (found["path"], found["name"], found["start"]["line"]) == ("big.md", "beyond-limits", 1)
    assert "at least 1,250,000,000 characters, more than 5,000,000" in found["message"]
    assert "5,000,000,000 bytes" in vault.refusal("tree", "big.md")
    assert "5,000,000,000 bytes" in vault.refusal("resolve", "big.md", "[[a]]")


def test_notes_that_are_no_files_stop_nothing(vault: VaultOnDisk) -> None:
    os.mkfifo(vault.root / "pipe.md")
    (vault.root / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(vault.root / ".obsidian" / "app.json")
    vault.put("a.md", "[[gone]]\n")
    ran = vault.json("--fix")
    assert (ran.code, ran.names) == (1, ["unresolved-link"])
    assert "pipe.md, zero.md: pipes, sockets and devices are no notes" in ran.err
    assert "app.json: not read (a pipe, not a file)" in ran.err
    assert "a pipe, not a file" in vault.refusal("tree", "pipe.md")
