"""``notelint sources``: what is cited, how often, and where it leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.citations import NEWER, OLDER, ROOFS, linked, term
from support.on_disk import Ran, VaultOnDisk
from support.reports import table

from notelint.disk import read_regular


@pytest.fixture
def walls(vault: VaultOnDisk) -> VaultOnDisk:
    """Two notes that cite four works; one home page is missing, one is cited by nobody."""
    psychology = "A Dictionary of Psychology 4th Edition by Oxford Reference"
    vault.put("terms/wall.md", term(f"[[{NEWER}]]", f"[[(Home Page) {psychology}]]", "a chat"))
    vault.put("terms/roof.md", term(f"[[{OLDER}]]", f"[[{NEWER.replace('2nd', '3rd')}]]"))
    vault.put("terms/door.md", f"[^1]: [[{NEWER}]]\n")
    vault.put(f"home/{NEWER}.md", "")
    vault.put(f"home/(Home Page) {psychology}.md", "")
    vault.put(f"home/(Home Page) {ROOFS}.md", "")
    return vault


PAGE = Path(__file__).parent.parent.parent.parent / "docs" / "sources.md"
FULL = re.findall(r"^```text\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)[0]


def test_people_read_a_table_and_what_needs_a_look(walls: VaultOnDisk) -> None:
    assert walls.run("sources") == Ran(0, FULL, "")


def test_programs_read_json(walls: VaultOnDisk) -> None:
    report = walls.run("sources", "--format", "json").report
    assert report["version"] == 1
    assert report["vault"] == str(walls.root)
    assert report["summary"] == {
        "read": 6, "notes": 2, "sections": 5, "definitions": 6, "unused": 1,
    }  # fmt: skip
    assert [(work["title"], work["notes"]) for work in report["works"]] == [
        ("A Book of Walls", 2),
        ("A Dictionary of Psychology", 1),
    ]
    assert report["missing"][0]["notes"] == ["terms/roof.md"]
    assert report["uncited"] == [f"home/(Home Page) {ROOFS}.md"]
    assert report["unread"] == []


def test_spreadsheets_read_csv(walls: VaultOnDisk) -> None:
    out = walls.run("sources", "--format", "csv").out
    assert out.endswith("\r\n")
    assert [(row["title"], row["edition"], row["notes"]) for row in table(out)] == [
        ("A Book of Walls", "2nd Edition", "2"),
        ("A Book of Walls", "3rd Edition", "1"),
        ("A Dictionary of Psychology", "4th Edition", "1"),
    ]


def test_the_format_has_the_name_of_other_commands_too(walls: VaultOnDisk) -> None:
    for name in ("json", "csv", "full"):
        ran = walls.run("sources", "--output-format", name)
        assert ran == walls.run("sources", "--format", name)


def test_only_the_notes_of_some_paths_are_counted(walls: VaultOnDisk) -> None:
    ran = walls.run("sources", "terms/wall.md", "--format", "json", "terms/door.md")
    assert (ran.report["summary"]["read"], ran.report["summary"]["notes"]) == (2, 1)
    assert [work["title"] for work in ran.report["works"]] == [
        "A Book of Walls",
        "A Dictionary of Psychology",
    ]


def test_the_report_goes_where_it_is_told(walls: VaultOnDisk) -> None:
    ran = walls.run("sources", "-o", "out.txt")
    assert (ran, walls.text("out.txt")) == (Ran(0, "", ""), FULL)
    assert "out/there.txt" in walls.refusal("sources", "-o", "out/there.txt")


def test_the_configuration_counts(walls: VaultOnDisk) -> None:
    walls.put("notelint.yaml", "dictionaries: [{match: '*Walls*', parts-of-speech: [w.]}]\n")
    walls.put("other.yaml", "home-pages: ['* of Walls']\n")
    assert "prints w." in walls.run("sources").out
    assert "prints w." not in walls.run("sources", "--isolated").out
    assert "prints w." not in walls.run("sources", "--config", "other.yaml").out
    assert "home-pages" in walls.refusal("sources", "--config", "home-pages=[x]")


@pytest.mark.parametrize(("name", "out"), [("full", ""), ("csv", None), ("json", None)])
def test_a_folder_without_notes_says_so(vault: VaultOnDisk, name: str, out: str | None) -> None:
    ran = vault.run("sources", "--format", name)
    assert (ran.code, ran.err) == (0, "notelint: no note under this folder; nothing was counted\n")
    assert ran.out == out or out is None


def test_a_note_that_cannot_be_read_is_named_and_the_rest_is_counted(walls: VaultOnDisk) -> None:
    walls.put("terms/bad.md", b"caf\xe9\n")
    ran = walls.run("sources", "--format", "json")
    assert ran.code == 2
    assert ran.err == (
        "notelint: terms/bad.md: byte 3 is not UTF-8; what it cites was not counted\n"
    )
    assert ran.report["unread"][0]["path"] == "terms/bad.md"
    assert (ran.report["summary"]["read"], len(ran.report["works"])) == (6, 2)


def test_a_note_past_the_size_is_named_too(walls: VaultOnDisk) -> None:
    walls.put("terms/long.md", "wall " * 200)
    ran = walls.run("sources", "--config", "max-note-size=900")
    assert ran.code == 2
    assert "terms/long.md: 1,000 characters, more than 900" in ran.err


def test_a_note_that_the_disk_does_not_give_is_named_too(
    walls: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: str, most: int) -> bytes:
        if path.endswith("/door.md"):
            raise OSError(5, "Input/output error")
        return read_regular(path, most)

    monkeypatch.setattr("notelint.disk.note_file.read_regular", broken)
    ran = walls.run("sources")
    assert ran.code == 2
    assert "door.md: Input/output error" in ran.err
    assert ran.out.startswith("2 works. 2 of 5 notes cite something.\n")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["gone.md"], "no such file"),
        (["--format", "sarif"], "invalid choice"),
        (["--vault", "gone"], "no such folder"),
        (["--fix"], "--fix"),
    ],
)
def test_a_wrong_option_is_one_line_and_exit_code_2(
    walls: VaultOnDisk, arguments: list[str], part: str
) -> None:
    assert part in walls.refusal("sources", *arguments)


def test_two_vaults_are_not_counted_as_one(folder: VaultOnDisk) -> None:
    for name in ("one", "two"):
        (folder.root / name / ".obsidian").mkdir(parents=True)
        folder.put(f"{name}/a.md", linked(NEWER))
    assert "two vaults" in folder.refusal("sources", "one", "two")
    assert folder.run("sources", "one").code == 0


def test_names_never_reach_the_terminal_as_they_are(vault: VaultOnDisk) -> None:
    vault.put("a.md", linked("(Home Page) x\x1b[31m 漢字"))
    out = vault.run("sources").out
    assert "\x1b" not in out
    assert "漢字" in out


def test_the_kinds_of_a_vault_say_what_a_source_is(vault: VaultOnDisk) -> None:
    kind = "{when: {path: '*'}, sections: [{heading: Quelle, role: source}]}"
    vault.put("a.md", f"## Quelle [^1]\n\n[^1]: [[{NEWER}]]\n")
    ran = vault.run("sources", "--config", f"kinds.wort={kind}", "--format", "json")
    assert ran.report["works"][0]["sections"] == 1


def test_who_cites_an_older_edition_is_told_and_nothing_is_written(walls: VaultOnDisk) -> None:
    third = NEWER.replace("2nd", "3rd")
    walls.put(f"home/{third}.md", "")
    before = walls.text("terms/door.md")
    shown = walls.run("sources", "terms/door.md").out
    assert shown.endswith(
        "Older editions, where a newer one has a home page\n"
        "  terms/door.md:1: A Book of Walls by Brick, 2nd Edition; there is the 3rd Edition\n"
        f"    by hand: [^1]: [[{third}]]\n"
    )
    [older] = walls.run("sources", "terms/door.md", "--format", "json").report["older"]
    assert older["newer"] == {"edition": "3rd Edition", "home_page": f"home/{third}.md"}
    assert (older["path"], older["start"]["line"], older["reads"]) == (
        "terms/door.md", 1, f"[^1]: [[{third}]]",
    )  # fmt: skip
    assert older["fix"]["applicability"] == "manual"
    [edit] = older["fix"]["edits"]
    start, end = (edit[name]["offset"] for name in ("start", "end"))
    assert before[:start] + edit["text"] + before[end:] == f"[^1]: [[{third}]]\n"
    assert walls.text("terms/door.md") == before
