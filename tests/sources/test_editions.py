"""Where an edition is cited although the vault has the home page of a newer one."""

from __future__ import annotations

import pytest
from support.citations import counted as counted_in
from support.citations import linked, term

WALLS = "(Home Page) A Book of Walls {} by Brick"
SECOND, THIRD, FOURTH = (WALLS.format(f"{number} Edition") for number in ("2nd", "3rd", "4th"))


def told(cited: str, *pages: str) -> list[tuple[str, int, str | None, str, str]]:
    found = counted_in({"a.md": linked(cited)}, *(f"{page}.md" for page in pages))
    return [
        (older.note, older.place.start.line, older.work.edition, older.newer, older.home_page)
        for older in found.older
    ]


def test_the_newest_home_page_is_told_with_the_place() -> None:
    assert told(SECOND, SECOND, FOURTH, THIRD) == [
        ("a.md", 7, "2nd Edition", "4th Edition", f"{FOURTH}.md")
    ]


@pytest.mark.parametrize(
    ("cited", "pages"),
    [
        (THIRD, (SECOND, THIRD)),
        (FOURTH, (THIRD,)),
        (SECOND, (SECOND,)),
        (SECOND, (THIRD.replace("Brick", "Stone"),)),
        (SECOND, (WALLS.format("New Edition"), WALLS.format("3rd Student Edition"))),
        (WALLS.format("Edition"), (THIRD,)),
        ("(Home Page) A Book of Roofs 1st Edition by Brick", (THIRD,)),
        ("https://example.org", (THIRD,)),
    ],
)
def test_nothing_is_said_of_the_newest_of_other_works_and_where_nobody_can_tell(
    cited: str, pages: tuple[str, ...]
) -> None:
    assert told(cited, *pages) == []


def test_a_missing_page_is_no_newer_edition_and_a_missing_older_one_is_told() -> None:
    found = counted_in({"a.md": term(f"[[{FOURTH}]]", f"[[{SECOND}]]")}, f"{THIRD}.md")
    assert [(older.work.edition, older.newer) for older in found.older] == [
        ("2nd Edition", "3rd Edition")
    ]


def test_places_come_note_after_note_whatever_their_editions() -> None:
    notes = {"b.md": linked(SECOND), "a.md": term(f"[[{THIRD}]]", f"[[{SECOND}]]", "no book")}
    found = counted_in(notes, f"{FOURTH}.md")
    assert [(older.note, older.work.edition) for older in found.older] == [
        ("a.md", "3rd Edition"), ("a.md", "2nd Edition"), ("b.md", "2nd Edition"),
    ]  # fmt: skip


def test_words_that_name_an_edition_are_told_too() -> None:
    notes = {"a.md": term("*A Book of Walls*, second edition, *Dictionary of Biology*, 7th ed.")}
    assert counted_in(notes, f"{THIRD}.md").older == ()
    notes = {"a.md": term("*A Dictionary of Biology*, 7th ed.")}
    found = counted_in(notes, "(Home Page) A Dictionary of Biology 8th Edition.md")
    assert [(older.newer, older.place.link) for older in found.older] == [("8th Edition", None)]
