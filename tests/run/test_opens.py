"""How often a run opens each note, as the system sees it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter

import pytest
from support.on_disk import VaultOnDisk

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


@pytest.mark.parametrize("option", ["--fix", "--unsafe-fixes"])
def test_a_fixing_run_opens_a_note_once_more_where_it_writes(
    notes: VaultOnDisk, option: str
) -> None:
    assert opened(notes, option, "--select", "source-spacing") == {
        "a.md": 2,
        "b.md": 1,
        "c/wall.md": 1,
    }
    assert "## Source[^1]" in notes.text("a.md")
