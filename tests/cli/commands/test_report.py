"""``notelint report``: a page in a file, and the history of a vault beside it."""

from __future__ import annotations

import json
import os

from support.html_pages import read_page, table
from support.on_disk import Ran, VaultOnDisk

TERM = "## Synthesis\n- \n## Source[^1]\n- A wall.\n## References\n\n[^1]: a book\n"


def test_it_is_written_whole_and_says_nothing(vault: VaultOnDisk) -> None:
    vault.put("a.md", TERM)
    assert vault.run("report", "-o", "page.html") == Ran(0, "", "")
    assert vault.text("page.html").endswith("</html>\n")


def test_it_needs_a_file(vault: VaultOnDisk) -> None:
    vault.put("a.md", TERM)
    assert "-o report.html" in vault.refusal("report")
    assert "no/page.html" in vault.refusal("report", "-o", "no/page.html")


def test_each_run_adds_a_line_to_the_history(vault: VaultOnDisk) -> None:
    vault.put("a.md", TERM)
    vault.run("report", "-o", "page.html", "--history", "history.jsonl")
    assert "Since 20" not in vault.text("page.html")
    vault.put("b.md", TERM)
    vault.run("report", "-o", "page.html", "--history", "history.jsonl")
    first, second = map(json.loads, vault.text("history.jsonl").splitlines())
    assert (first["rules"], second["rules"]) == ({"empty-synthesis": 1}, {"empty-synthesis": 2})
    assert (first["kinds"], second["syntheses"]) == ({"term": 1}, 2)
    assert ": +1 finding, +1 Synthesis to write, +0 notes to write." in vault.text("page.html")
    rows = table(read_page(vault.text("page.html")), "Runs, the last first")
    assert [row["Findings"] for row in rows] == ["2", "1"]


def test_a_history_that_lost_its_last_line_end_goes_on_in_a_line_of_its_own(
    vault: VaultOnDisk,
) -> None:
    vault.put("a.md", TERM)
    for ending in ("\n", "", ""):
        vault.run("report", "-o", "page.html", "--history", "history.jsonl")
        vault.put("history.jsonl", vault.text("history.jsonl").rstrip("\n") + ending)
    lines = vault.text("history.jsonl").split("\n")
    assert [json.loads(line)["notes"] for line in lines] == [1, 1, 1]


def test_a_page_takes_the_place_of_no_history(vault: VaultOnDisk) -> None:
    vault.put("a.md", TERM)
    vault.run("report", "-o", "page.html", "--history", "history.jsonl")
    told = vault.text("history.jsonl")
    vault.refusal("report", "-o", "./history.jsonl", "--history", "history.jsonl")
    assert vault.text("history.jsonl") == told


def test_no_word_of_a_note_is_in_the_history(vault: VaultOnDisk) -> None:
    vault.put("secret.md", TERM.replace("A wall", "A secret [[hideout]]"))
    vault.run("report", "-o", "page.html", "--history", "history.jsonl")
    assert "secret" not in vault.text("history.jsonl")
    assert "hideout" not in vault.text("history.jsonl")


def test_a_history_that_is_broken_is_told_by_its_line_and_stays(vault: VaultOnDisk) -> None:
    vault.put("a.md", TERM)
    vault.put("history.jsonl", "\n<<<<<<< ours\n")
    error = vault.refusal("report", "-o", "page.html", "--history", "history.jsonl")
    assert "history.jsonl:2" in error
    assert vault.text("history.jsonl") == "\n<<<<<<< ours\n"
    assert not (vault.root / "page.html").exists()


def test_a_note_that_cannot_be_read_is_told_on_the_page(vault: VaultOnDisk) -> None:
    vault.put("a.md", b"\xff")
    assert vault.run("report", "-o", "page.html") == Ran(0, "", "")
    assert "invalid-encoding" in vault.text("page.html")


def test_the_next_check_knows_what_was_found(vault: VaultOnDisk) -> None:
    vault.put("a.md", TERM)
    os.utime(vault.root / "a.md", (1_000_000_000, 1_000_000_000))
    vault.run("report", "-o", "../page.html")
    assert "1 taken from the cache" in vault.run("-v").err
