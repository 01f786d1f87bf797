"""What is cited, for people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from support.citations import NOTES, counted, linked, rows, term, written
from support.reports import lines_of

from notelint.conventions import Conventions, Dictionary
from notelint.report import SourcesReport
from notelint.report.sources import full as sources_full
from notelint.report.terminal import columns


def full_lines(report: SourcesReport) -> list[str]:
    return lines_of(sources_full.render(report))


def test_editions_side_by_side_are_those_with_a_name() -> None:
    names = ("X 1st Edition by Y", "X 2nd Edition by Y", "X by Y")
    found = counted({"a.md": term(*(f"[[(Home Page) {name}]]" for name in names))})
    last = full_lines(SourcesReport("", 1, found))[-1]
    assert last == "  X by Y: 1st Edition (1 note), 2nd Edition (1 note)"


@given(NOTES)
def test_people_are_told_every_number_too(notes: list[tuple[list[str], list[str]]]) -> None:
    found = counted(dict(written(notes)))
    shown = full_lines(SourcesReport("vault", 9, found))
    starts = [tuple(line.split()[:2]) for line in shown]
    for part in (*(edition for work in found.works for edition in work.editions), *found.others):
        assert (str(part.uses.notes), str(part.uses.sections)) in starts


def test_an_edition_of_the_table_is_that_of_a_name_without_one() -> None:
    entry = Dictionary("*Walls*", edition="第七版第七版")
    notes = {"a.md": linked("(Home Page) Walls"), "b.md": linked("(Home Page) Walls 8th Edition")}
    found = counted(notes, conventions=Conventions(dictionaries=(entry,)))
    assert {row[1] for row in rows(found)} == {"第七版第七版", "8th Edition"}
    shown = [line for line in full_lines(SourcesReport("", 2, found)) if line.endswith("  Walls")]
    assert len({columns(line) for line in shown}) == 1


PAGE = Path(__file__).parent.parent.parent.parent / "docs" / "sources.md"
LEARNT = re.findall(r"^```text\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)[1]


def test_what_is_learnt_is_told_with_its_counts() -> None:
    items = ("n. x", "n. x\n- adj. y", "n. x\n- adj. y", "n. x\n- adj. (pl. y)", "$n$. x")
    cited = linked("(Home Page) A Book of Roofs")
    notes = {f"{at}.md": cited.replace("A wall.", item) for at, item in enumerate(items)}
    found = counted(notes, "(Home Page) A Book of Roofs.md")
    assert full_lines(SourcesReport("", 5, found))[-5:] == LEARNT.splitlines()


@pytest.mark.parametrize(
    ("name", "item", "told"),
    [
        ("A Dictionary of Psychology", "$n$ x", "n. in 0 of 1 section, a variable `n` in 1"),
        ("A Dictionary of Biology", "n. x", None),
        ("Walls", "n. x", "n. in 1 of 1 section"),
        ("Walls", "$n$. x", "n. in 0 of 1 section, as a formula in 1"),
    ],
)
def test_what_stands_against_a_label_is_told(name: str, item: str, told: str | None) -> None:
    found = counted({"a.md": linked(f"(Home Page) {name}").replace("A wall.", item)})
    shown = [line.strip() for line in full_lines(SourcesReport("", 1, found))]
    assert [line for line in shown if line.startswith("n. in")] == ([told] if told else [])
