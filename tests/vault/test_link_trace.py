"""``notelint resolve``: what a link reaches, and why."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk


@pytest.fixture
def cells(vault: VaultOnDisk) -> VaultOnDisk:
    vault.put("terms/cell.md", "# Cell\n\nHolds. ^id1\n")
    vault.put("terms/Wall.md", "---\naliases: [rampart]\n---\n# Wall\n")
    vault.put("rooms/one/pane.md", "")
    vault.put("rooms/two/pane.md", "")
    vault.put("résumé.md", "")
    vault.put("figure 1.png", "")
    vault.put("C#basics.md", "")
    return vault


@pytest.mark.parametrize(
    ("link", "reached", "said"),
    [
        ("[[Wall]]", "terms/Wall.md", "in the folder of the link"),
        ("Wall", "terms/Wall.md", "1. terms/Wall.md"),
        ("[[wall|a wall]]", "terms/Wall.md", "the file is called `Wall`"),
        ("[[Wall#Wall]]", "terms/Wall.md", "1. "),
        ("![[figure 1.png|400]]", "figure 1.png", "its path from the root is the target"),
        ("[x](Wall.md)", "terms/Wall.md", "its path from the note is the target"),
        ("[x](/figure%201.png)", "figure 1.png", "1. "),
        ("[[#^id1]]", "terms/cell.md", "it is the note itself"),
        ("re\u0301sume\u0301", "résumé.md", "The normal forms of the letters differ."),
        ("figure\u00a01.png", "figure 1.png", "One has a no-break space"),
    ],
)
def test_a_link_that_leads_somewhere(
    cells: VaultOnDisk, link: str, reached: str, said: str
) -> None:
    ran = cells.run("resolve", "terms/cell.md", link)
    assert (ran.code, ran.err) == (0, "")
    assert f"reaches `{reached}`" in ran.out
    assert said in ran.out


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[[Wal]]", "A name that is near: `Wall`."),
        ("[[rampart]]", "It is only an alias of `terms/Wall.md`"),
        ("]]", "`]]` reaches no file of the vault"),
        ("[[a^b]]", "It is malformed: Obsidian allows no `^` in a link."),
        ("[[C#basics]]", "It is malformed: `#` cannot be linked"),
        ("[[Wall#Door]]", "The note has no heading `Door`."),
        ("[[#^gone]]", "The note has no block `^gone`."),
        ("[x](https://example.org)", "It leads out of the vault"),
    ],
)
def test_a_link_that_does_not(cells: VaultOnDisk, link: str, said: str) -> None:
    ran = cells.run("resolve", "terms/cell.md", link)
    assert (ran.code, ran.err) == (1, "")
    assert said in ran.out


def test_a_tie_is_told(cells: VaultOnDisk) -> None:
    out = cells.run("resolve", "terms/cell.md", "pane").out
    assert "  1. rooms/one/pane.md: its path ends in the target" in out
    assert "  2. rooms/two/pane.md: its path ends in the target" in out
    assert "fit equally well" in out


def test_programs_read_json(cells: VaultOnDisk) -> None:
    report = cells.run("resolve", "terms/cell.md", "wall", "--output-format", "json").report
    assert report["reaches"] == "terms/Wall.md"
    assert [candidate["path"] for candidate in report["candidates"]] == ["terms/Wall.md"]
    assert report["differences"] == ["The letter case differs: the file is called `Wall`."]
    assert (report["is_ambiguous"], report["problems"]) == (False, [])


def test_the_vault_may_be_named(cells: VaultOnDisk) -> None:
    ran = cells.run("resolve", "terms/cell.md", "Wall", "--vault", "terms")
    assert "reaches `Wall.md`" in ran.out


@pytest.mark.parametrize(
    ("note", "part"), [("gone.md", "no such file"), ("terms", "name a note"), ("bad.md", "UTF-8")]
)
def test_what_is_no_note_is_refused(cells: VaultOnDisk, note: str, part: str) -> None:
    cells.put("bad.md", b"\xff")
    assert part in cells.refusal("resolve", note, "Wall")


def test_what_a_link_holds_never_reaches_the_terminal_as_it_is(cells: VaultOnDisk) -> None:
    assert "\x1b" not in cells.run("resolve", "terms/cell.md", "x\x1b[31m").out
