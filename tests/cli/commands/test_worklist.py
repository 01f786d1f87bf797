"""``notelint worklist``: what to write next."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from support.on_disk import GIT_ENVIRONMENT, Ran, VaultOnDisk
from support.reports import table

PAGE = Path(__file__).parents[3] / "docs" / "worklist.md"
FULL = re.findall(r"^```text\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)[0]
EMPTY = "## Synthesis\n- \n{}## References\n\n[^1]: a book\n"
SOURCE = "## Source[^1]\n- A part of a house, as the [[gable]] is.\n"


@pytest.fixture
def house(vault: VaultOnDisk) -> VaultOnDisk:
    """Three term notes, of which two lack a Synthesis; two link to a note that nobody wrote."""
    vault.put("terms/wall.md", EMPTY.format(SOURCE * 2))
    vault.put("terms/roof.md", EMPTY.format(SOURCE))
    vault.put("terms/door.md", EMPTY.format(SOURCE).replace("- \n", "- Opens a [[wall]].\n"))
    return vault


def test_people_read_what_is_most_wanted(house: VaultOnDisk) -> None:
    assert house.run("worklist") == Ran(0, FULL, "")


def test_programs_read_json(house: VaultOnDisk) -> None:
    report = house.run("worklist", "--format", "json").report
    assert report["version"] == 1
    assert report["summary"] == {"notes": 3, "terms": 3}
    assert report["items"] == [
        {"kind": "empty", "path": "terms/wall.md", "links": 1, "sources": 2, "since": None},
        {"kind": "empty", "path": "terms/roof.md", "links": 0, "sources": 1, "since": None},
        {"kind": "missing", "name": "gable", "links": 3, "sources": 0, "since": None},
    ]


def test_the_page_shows_what_programs_read(house: VaultOnDisk) -> None:
    shown = json.loads(
        re.findall(r"^```json\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)[0]
    )
    report = house.run("worklist", "--format", "json").report
    assert list(shown) == list(report)
    assert {tuple(item) for item in shown["items"]} == {tuple(item) for item in report["items"]}


def test_spreadsheets_read_csv(house: VaultOnDisk) -> None:
    house.put("=x.md", EMPTY.format(SOURCE * 3))
    rows = table(house.run("worklist", "--output-format", "csv").out)
    assert [row["name"] for row in rows] == ["terms/wall.md", "'=x.md", "terms/roof.md", "gable"]


@pytest.mark.parametrize("most", [0, 1, 3, 99])
def test_so_many_items_are_told_in_all(house: VaultOnDisk, most: int) -> None:
    report = house.run("worklist", "-n", str(most), "--format", "json").report
    assert len(report["items"]) == min(most, 3)
    assert report["summary"]["terms"] == 3


def test_more_than_a_screen_is_counted(house: VaultOnDisk) -> None:
    for number in range(40):
        house.put(f"more/{number}.md", EMPTY.format(SOURCE))
    assert "       and 17 more\n" in house.run("worklist").out
    assert "more" not in house.run("worklist", "-n", "50").out.replace("more/", "")


def test_only_notes_under_the_paths_are_looked_at(house: VaultOnDisk) -> None:
    report = house.run("worklist", "terms/roof.md", "--format", "json").report
    assert [item.get("path") for item in report["items"]] == ["terms/roof.md"]


def test_a_report_goes_to_a_file(house: VaultOnDisk) -> None:
    assert house.run("worklist", "-o", "out.txt") == Ran(0, "", "")
    assert house.text("out.txt") == FULL


def test_what_changed_since_the_last_report_is_told(house: VaultOnDisk) -> None:
    house.run("report", "-o", "../page.html", "--history", "../history.jsonl")
    house.put("terms/floor.md", EMPTY.format(SOURCE))
    out = house.run("worklist", "--history", "../history.jsonl").out
    assert ": +1 Synthesis to write, +0 notes to write.\n" in out.splitlines(True)[1]
    report = house.run("worklist", "--history", "../history.jsonl", "--format", "json").report
    assert (report["last"]["syntheses"], report["last"]["missing"]) == (2, 1)
    assert len(house.text("../history.jsonl").splitlines()) == 1


COPIED = "a part of a house, as the gable is, and no more than that"


def test_a_synthesis_that_is_copied_is_to_be_written(house: VaultOnDisk) -> None:
    note = EMPTY.format(f"## Source[^1]\n- {COPIED}.\n").replace("- \n", f"- {COPIED}.\n", 1)
    house.put("terms/gable.md", note)
    house.put("terms/allowed.md", note.replace("\n", " %% notelint: allow NL107 %%\n", 1))
    items = house.run("worklist", "--format", "json").report["items"]
    assert [item["path"] for item in items if item["kind"] == "copied"] == ["terms/gable.md"]
    assert "terms/gable.md (copied)\n" in house.run("worklist").out
    ignored = house.run("worklist", "--format", "json", "--config", "ignore=[NL107]").report
    assert "copied" not in [item["kind"] for item in ignored["items"]]


def test_git_tells_since_when_a_synthesis_waits(house: VaultOnDisk) -> None:
    def git(*arguments: str, day: str = "2025-01-31") -> None:
        dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00Z")
        environment = os.environ | GIT_ENVIRONMENT | dates
        subprocess.run(["git", *arguments], cwd=house.root, env=environment, check=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "notes")
    git("mv", "terms/wall.md", "wall.md")
    git("commit", "-qm", "moved", day="2025-02-01")
    house.put("terms/new.md", EMPTY.format(SOURCE))
    report = house.run("worklist", "--format", "json").report
    days = {item["path"]: item["since"] for item in report["items"] if "path" in item}
    assert days == {
        "wall.md": "2025-01-31", "terms/roof.md": "2025-01-31", "terms/new.md": None,
    }  # fmt: skip


def test_a_note_that_cannot_be_read_is_named(house: VaultOnDisk) -> None:
    house.put("bad.md", b"\xff")
    ran = house.run("worklist")
    assert (ran.code, ran.out) == (2, FULL)
    assert ran.err == "notelint: bad.md: byte 0 is not UTF-8; it was not looked at\n"


def test_a_folder_without_notes_says_so(vault: VaultOnDisk) -> None:
    ran = vault.run("worklist")
    assert (ran.code, ran.out) == (0, "")
    assert "no note under this folder" in ran.err


@pytest.mark.parametrize("number", ["-1", "x", "1e3", "9" * 12])
def test_a_number_that_is_none_is_refused(house: VaultOnDisk, number: str) -> None:
    assert "a number" in house.refusal("worklist", f"-n{number}")


def test_the_same_whatever_the_processes(house: VaultOnDisk) -> None:
    for number in range(200):
        house.put(f"more/{number}.md", EMPTY.format(SOURCE) + f"[[{number // 3}]]\n")
    one = house.run("worklist", "-j", "1", "--format", "json")
    assert house.run("worklist", "-j", "3", "--format", "json") == one
