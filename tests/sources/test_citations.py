"""What each definition of a note cites, and which work a name stands for."""

from __future__ import annotations

import pytest
from support.citations import NEWER, WALLS
from support.vaults import vault_of

from notelint.conventions import Conventions, Dictionary, Work
from notelint.notes import read_note
from notelint.sources import Citation, Form, citations_in
from notelint.sources.citations import work_called

WORK = Work("A Book of Walls", "2nd Edition", "Brick")
VAULT = vault_of(files=("note.md", f"home/{NEWER}.md", "b.md"))


def cited(content: str) -> list[Citation]:
    return list(citations_in(read_note("note.md", content), VAULT))


def test_a_definition_that_leads_to_a_home_page_says_all_of_it() -> None:
    note = f"## Source[^a]\n- A wall.\n## Source[^A]\n- Again.\n\n[^A]: [[{NEWER}]] in [[b]]\n"
    [found] = cited(note)
    assert found.place is not None
    assert (found.place.start.line, found.place.start.column) == (6, 9)
    assert [found._replace(place=None)] == [
        Citation(
            note="note.md",
            form=Form.WIKILINK,
            name=NEWER,
            work=WORK,
            target=NEWER,
            page=f"home/{NEWER}.md",
            linked=(f"home/{NEWER}.md", "b.md"),
            is_used=True,
            sections=(0, note.rindex("## Source")),
        )
    ]


def test_only_the_first_definition_of_a_label_is_used() -> None:
    found = cited("A wall.[^1]\n\n[^1]: a\n[^1]: b\n[^2]: c\n")
    assert [(one.name, one.is_used) for one in found] == [("a", True), ("b", False), ("c", False)]


@pytest.mark.parametrize(
    ("definition", "target", "page", "is_in_vain"),
    [
        ("[[b]]", "b", "b.md", False),
        ("[[gone#Shape]]", "gone", None, True),
        ("[x](gone%20too.md)", "gone%20too.md", None, True),
        ("a book", None, None, False),
        ("", None, None, False),
    ],
)
def test_a_link_that_leads_to_no_file_is_in_vain(
    definition: str, target: str | None, page: str | None, is_in_vain: bool
) -> None:
    [one] = cited(f"[^1]: {definition}\n")
    assert (one.target, one.page, one.is_in_vain) == (target, page, is_in_vain)


def test_words_over_lines_are_one_name() -> None:
    [one] = cited("[^1]: A Book\n    of  Walls\n")
    assert one.name == "A Book of Walls"


@pytest.mark.parametrize(
    ("name", "work"),
    [
        (NEWER, WORK),
        (f"Home Page - {WALLS}", WORK),
        ("(Home Page) Glossary", Work("Glossary")),
        ("A Dictionary of Biology", Work("A Dictionary of Biology", "8th Edition")),
        ("A Dictionary of Biology 9th Edition", Work("A Dictionary of Biology", "9th Edition")),
        (WALLS, None),
        ("", None),
    ],
)
def test_a_work_has_a_home_page_or_stands_in_the_table(name: str, work: Work | None) -> None:
    table = (Dictionary("*Dictionary of Biology*", edition="8th Edition"),)
    vault = vault_of(conventions=Conventions(dictionaries=table))
    assert work_called(vault, name) == (work or Work(""))
