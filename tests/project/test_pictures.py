"""The pictures of the README and of the site show what notelint prints and writes today."""

from __future__ import annotations

import re
import runpy
import shutil
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

import pytest
from support.on_disk import VaultOnDisk

PROJECT = Path(__file__).parents[2]
DOCS = PROJECT / "docs"
MADE = runpy.run_path(str(DOCS / "pictures.py"))
PICTURES = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "pictures").iterdir()}
SVG = "{http://www.w3.org/2000/svg}"


def test_the_pictures_are_what_is_drawn_now() -> None:
    assert MADE["pictures"]() == PICTURES, "run `python docs/pictures.py`"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_whole_and_asks_for_nothing(name: str) -> None:
    root = ElementTree.fromstring(PICTURES[name])
    assert root.attrib["role"] == "img"
    addresses = set(re.findall(r"https?://[^\"]+", PICTURES[name]))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"}
    for loading in ("<script", "url(", "@import", "src=", "<image"):
        assert loading not in PICTURES[name]


@pytest.mark.parametrize("name", PICTURES)
def test_who_does_not_see_a_picture_is_told_what_it_shows(name: str) -> None:
    title = ElementTree.fromstring(PICTURES[name]).find(f"{SVG}title")
    assert title is not None
    places = {}
    for page in [PROJECT / "README.md", *DOCS.rglob("*.md")]:
        shown = re.findall(rf"!\[([^\]]*)\]\([\w./]*pictures/{name}\)", page.read_text("utf-8"))
        places |= {page.name: shown} if shown else {}
    assert "README.md" in places
    assert set(map(tuple, places.values())) == {(title.text,)}


def test_the_terminal_shows_letter_for_letter_what_is_printed(folder: VaultOnDisk) -> None:
    shutil.copytree(PROJECT / "examples" / "vault", folder.root, dirs_exist_ok=True)
    texts = ElementTree.fromstring(PICTURES["terminal.svg"]).iter(f"{SVG}text")
    shown = []
    for _, runs in groupby(texts, key=lambda text: float(text.attrib["y"])):
        shown.append(" ".join(run.text or "" for run in runs).split())
    [_, program, *arguments] = shown[0]
    assert program == "notelint"
    printed = folder.run(*arguments).out
    assert shown[1:] == [line.split() for line in printed.splitlines() if line]


def test_what_is_said_of_the_page_is_on_its_picture(folder: VaultOnDisk) -> None:
    shutil.copytree(PROJECT / "examples" / "vault", folder.root, dirs_exist_ok=True)
    summary = folder.json().report["summary"]
    said = " ".join(MADE["PAGE"].split())
    numbers = re.findall(r"\d+(?: of \d+)?", said)
    assert [f"{summary[name]}" for name in ("files", "findings")] == numbers[:2]
    text = re.sub(r"<[^>]+>", " ", PICTURES["report.svg"])
    assert all(f" {number} " in text for number in numbers)
