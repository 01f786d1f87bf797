"""What is cited, for spreadsheets."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from support.citations import NEWER, NOTES, OLDER, counted, linked, term, written
from support.reports import table

from notelint.report import SourcesReport
from notelint.report.sources import csv as sources_csv
from notelint.report.sources import json as sources_json


@given(NOTES)
def test_csv_and_json_carry_the_same(notes: list[tuple[list[str], list[str]]]) -> None:
    report = SourcesReport("vault", len(notes), counted(dict(written(notes)), f"{OLDER}.md"))
    of_json = [
        [work["title"], work["publisher"] or "", edition["edition"] or "",
         *(str(edition[name]) for name in ("notes", "sections", "definitions", "unused")),
         str(edition["dictionary"] is not None).lower(),
         " ".join(count["label"] for count in edition["labels"]["printed"]),
         "|".join(spelling["name"] for spelling in edition["spellings"]),
         "|".join(edition["home_pages"]), "|".join(edition["missing"]),
         edition["labels"]["from"],
         "|".join(
             " ".join(map(str, count.values()))
             for count in (*edition["labels"]["printed"], *edition["labels"]["others"])
         ),
         edition["labels"]["reason"] or "", "", ""]
        for work in sources_json.as_object(report)["works"]
        for edition in work["editions"]
    ]  # fmt: skip
    assert [list(row.values()) for row in table("".join(sources_csv.render(report)))] == of_json


def test_a_row_has_the_places_of_an_older_edition() -> None:
    notes = {"a.md": term(f"[[{NEWER}]]"), "b.md": "x[^1]\n\n[^1]: " + f"[[{OLDER}]]\n"}
    newer = NEWER.replace("2nd", "3rd")
    found = counted(notes, f"{newer}.md")
    [row] = table("".join(sources_csv.render(SourcesReport("vault", 2, found))))
    assert (row["newer"], row["cited_at"]) == (f"{newer}.md", "a.md:7|b.md:3")


@pytest.mark.parametrize("title", ["=1+1", "@wall", "+wall", "-wall"])
def test_no_cell_is_a_formula(title: str) -> None:
    found = counted({"a.md": linked(f"(Home Page) {title}")})
    [row] = table("".join(sources_csv.render(SourcesReport("vault", 1, found))))
    assert row["title"] == f"'{title}"


@pytest.mark.parametrize(
    "definitions",
    [(f"[[{NEWER}]]", f"[[{OLDER}]]"), ("A Dictionary of Biology | 8th Edition",)],
    ids=["two spellings", "a bar in the words"],
)
def test_the_names_of_a_cell_can_be_told_apart(definitions: tuple[str, ...]) -> None:
    found = counted({"a.md": term(*definitions)})
    [row] = table("".join(sources_csv.render(SourcesReport("vault", 1, found))))
    spellings = found.works[0].editions[0].spellings
    names = [name.replace(r"\|", "|") for name in re.split(r"(?<!\\)\|", row["spellings"])]
    assert names == [spelling.name for spelling in spellings]
