"""Notes read: how often each is opened, as the system sees it, and what is kept of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter

import pytest
from support.on_disk import VaultOnDisk

from notelint.disk import NoteFile
from notelint.notes import scan_summary
from notelint.run.reading import (
    UNKNOWN,
    NotesOnDisk,
    batches,
    stamps_of,
    summarized,
    summary_of_file,
)
from notelint.vault import fold

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


def test_a_run_opens_each_note_once_to_summarize_and_once_to_check_it(notes: VaultOnDisk) -> None:
    assert opened(notes, "--select", "ALL") == {"a.md": 2, "b.md": 2, "c/wall.md": 2}


def test_a_run_on_one_note_opens_the_others_once(notes: VaultOnDisk) -> None:
    assert opened(notes, "--no-cache", "a.md") == {"a.md": 2, "b.md": 1, "c/wall.md": 1}


def test_a_run_on_one_note_opens_no_other_that_the_cache_knows(notes: VaultOnDisk) -> None:
    for name in ("a.md", "b.md", "c/wall.md"):
        os.utime(notes.root / name, (0, 0))
    kept = ("--cache-dir", "../kept")
    assert opened(notes, *kept, "a.md") == {"a.md": 2, "b.md": 1, "c/wall.md": 1}
    assert opened(notes, *kept, "a.md") == {}
    assert opened(notes, *kept, "a.md", "--select", "ligature") == {"a.md": 1}
    assert opened(notes, *kept) == {"b.md": 1, "c/wall.md": 1}


@pytest.mark.parametrize("form", ["concise", "json", "grouped"])
def test_a_run_on_a_vault_that_has_not_changed_opens_no_note(notes: VaultOnDisk, form: str) -> None:
    for name in ("a.md", "b.md", "c/wall.md"):
        os.utime(notes.root / name, (0, 0))
    options = ("--cache-dir", "../kept", "--select", "ALL", "--output-format", form)
    for _ in range(2):  # notes that have findings with fixes, related places, and several lines
        first = notes.run(*options, "--no-cache").out
        assert "b.md" in first
        assert notes.run(*options).out == first
        assert opened(notes, *options) == {}
    os.utime(notes.put("c/wall.md", "\t# Walls\nand so on\n"), (1, 1))
    assert opened(notes, *options) == {"c/wall.md": 2}


@pytest.mark.parametrize("option", [["--fix"], ["--fix", "--unsafe-fixes"]])
def test_a_fixing_run_opens_a_note_once_more_where_it_writes(
    notes: VaultOnDisk, option: list[str]
) -> None:
    assert opened(notes, *option, "--select", "source-spacing") == {
        "a.md": 3,
        "b.md": 2,
        "c/wall.md": 2,
    }
    assert "## Source[^1]" in notes.text("a.md")


# --- notes and summaries


def test_a_note_is_read_whenever_it_is_asked_for(notes: VaultOnDisk) -> None:
    found = NotesOnDisk(notes.root, ["b.md", "a.md", "b.md"])
    assert (list(found), len(found), "c/wall.md" in found) == (["b.md", "a.md"], 2, False)
    for content in (b"x", b"y"):
        notes.put("a.md", content)
        assert found["a.md"] == NoteFile(content)
    with pytest.raises(KeyError):
        found["c/wall.md"]


def test_notes_are_read_up_to_a_size(notes: VaultOnDisk) -> None:
    notes.put("a.md", b"12345")
    for most, size in ((5, None), (4, 5)):
        assert NotesOnDisk(notes.root, ["a.md"], most)["a.md"].size == size


@pytest.mark.parametrize("processes", [1, 2])
def test_of_all_notes_it_is_known_what_they_hold(notes: VaultOnDisk, processes: int) -> None:
    for number in range(300):
        notes.put(f"d/{number:03}.md", f"# Head {number}\n[[b#Source 1]] cell-wall\n")
    paths = sorted(str(path.relative_to(notes.root)) for path in notes.root.rglob("*.md"))
    parts = summarized(NotesOnDisk(notes.root, paths), stamps_of(notes.root, paths), processes)
    assert parts.as_index() == fold((path, scan_summary(notes.text(path))) for path in paths)
    assert list(parts.rows) == paths
    assert (parts.words["cell-wall"], len(parts.linking["b"])) == (300, 301)


def test_notes_are_read_together_up_to_a_number_and_to_a_size() -> None:
    sizes = {"a": 10, "b": 999_980, "c": 20, "d": 2_000_000, "e": 1, "f": 1, "g": 1}
    stamps = {path: (1, size) for path, size in sizes.items()}
    together = [*batches([*sizes, "unknown"], stamps, 3)]
    assert together == [["a", "b"], ["c"], ["d"], ["e", "f", "g"], ["unknown"]]
    assert [*batches([], stamps, 3)] == []


def test_it_is_told_how_many_notes_were_read(notes: VaultOnDisk) -> None:
    paths = [str(notes.put(f"{number}.md", "").relative_to(notes.root)) for number in range(200)]
    told: list[tuple[str, int, int]] = []
    summarized(NotesOnDisk(notes.root, paths), {}, 2, lambda *of: told.append(of))
    assert told == [("read", 128, 200), ("read", 200, 200)]


def test_a_note_that_cannot_be_read_or_decoded_has_no_summary(vault: VaultOnDisk) -> None:
    bad = NoteFile(b"caf\xe9")
    vault.put("bad.md", bad.content)
    found = NotesOnDisk(vault.root, ["bad.md", "gone.md"])
    assert summarized(found, {}, 1).rows == {}
    assert found["bad.md"] == bad
    assert "gone.md" in (found["gone.md"].error or "")
    assert [summary_of_file(file) for file in found.values()] == [None, None]


# --- what a file is known by


def test_a_file_is_known_by_its_time_and_size(vault: VaultOnDisk) -> None:
    path = vault.put("a.md", "abc")
    for time_ns in (-5, 0, 1, 10**18):
        os.utime(path, ns=(0, time_ns))
        assert stamps_of(vault.root, ["a.md"]) == {"a.md": (time_ns, 3)}


@pytest.mark.parametrize("ahead", [-1, 0, 3600])
def test_a_file_that_is_young_or_of_the_future_is_not_known_by_its_time(
    vault: VaultOnDisk, ahead: int
) -> None:
    os.utime(vault.put("a.md", "abc"), (0, time.time() + ahead))
    assert stamps_of(vault.root, ["a.md"]) == {"a.md": (UNKNOWN[0], 3)}


def test_a_file_that_is_gone_or_too_large_is_not_known(vault: VaultOnDisk) -> None:
    vault.put("a.md", "abc")
    vault.put("b.md", "abcd")
    assert [*stamps_of(vault.root, ["a.md", "b.md", "c.md"], 3)] == ["a.md"]


# --- what is no note


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
