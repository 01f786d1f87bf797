"""What a definition cites."""

from __future__ import annotations

import pytest
from support.citations import NEWER, OLDER
from support.vaults import vault_of

from notelint.notes import Note, read_note
from notelint.sources import CitedPlace, Form, cited_by, cited_place
from notelint.sources.citation import written_place

VAULT = vault_of(files=("note.md", f"home/{NEWER}.md", "b.md", "p.png"))
TITLE = "a book of walls by brick, 2"


def defined(definition: str) -> Note:
    return read_note("note.md", f"[^1]: {definition}\n")


def place_in(definition: str) -> CitedPlace | None:
    note = defined(definition)
    return cited_place(note, note.facts.definitions[0], VAULT)


@pytest.mark.parametrize(
    ("definition", "form", "name"),
    [
        (f"[[{NEWER}]]", Form.WIKILINK, NEWER),
        (f"see [[home/{NEWER}.md#Bricks|Walls]], p. 3", Form.WIKILINK, NEWER),
        ("[[b]] and [[c]]", Form.WIKILINK, "b"),
        ("![[p.png]] of [[b]]", Form.WIKILINK, "b"),
        ("[[#Here]]", Form.WIKILINK, ""),
        (f"[Walls](<home/{NEWER}.md>)", Form.LINK, NEWER),
        ("[x](a/b%20c.md#d)", Form.LINK, "b c"),
        ("[x](https://example.org/a)", Form.LINK, "https://example.org/a"),
        ("https://example.org/a?b#c", Form.URL, "https://example.org/a?b#c"),
        ("<https://example.org>", Form.URL, "<https://example.org>"),
        ("www.example.org", Form.URL, "www.example.org"),
        ("see https://example.org", Form.WORDS, "see https://example.org"),
        ("a book, p. 3", Form.WORDS, "a book, p. 3"),
        ("![[p.png]]", Form.WORDS, "![[p.png]]"),
        ("", Form.NOTHING, ""),
        ("%% a book %%", Form.NOTHING, ""),
    ],
)
def test_a_definition_cites_its_first_link_its_url_or_its_words(
    definition: str, form: Form, name: str
) -> None:
    note = defined(definition)
    cited = cited_by(note, note.facts.definitions[0])
    assert (cited.form, cited.name) == (form, name)
    assert (cited.link is not None) is (form in (Form.WIKILINK, Form.LINK))


@pytest.mark.parametrize(
    ("definition", "place"),
    [
        (f"[[{NEWER}]]", (TITLE, "", "")),
        (f"[[{OLDER}|Walls]], p. 3", (TITLE, "", "")),
        ("[[(Home Page)A Book of Walls, Second ed. (Brick)]]", (TITLE, "", "")),
        (
            "[[(Home Page) A Book of Walls 3rd Edition by Brick]]",
            ("a book of walls by brick, 3", "", ""),
        ),
        ("[[(Home Page) A Book of Walls by Brick]]", ("a book of walls by brick", "", "")),
        (f"[Walls](<home/{NEWER.upper()}.md#Bricks>)", (TITLE, "bricks", "")),
        ("[[B#Shape]], p. 3", ("b.md", "shape", "p 3")),
        ("[[gone]]", ("gone", "", "")),
        ("[[#Here]]", ("note.md", "here", "")),
        ("<https://example.org/a/>", ("https://example.org/a", "", "")),
        ("[x](https://example.org/a/) II", ("https://example.org/a", "", "ii")),
        ("a book", None),
        ("", None),
    ],
)
def test_a_definition_points_to_a_place(
    definition: str, place: tuple[str, str, str] | None
) -> None:
    assert place_in(definition) == place


@pytest.mark.parametrize(
    ("definition", "stands", "reads"),
    [
        ("see [[b#c|d]].", "b#c", "[^1]: see [[x|d]]."),
        ("[x](<a b.md>)", "a b.md", "[^1]: [x](<x>)"),
        ("[x](https://example.org)", "[^1]:", "x [x](https://example.org)"),
        ("a book", "[^1]:", "x a book"),
        ("", "[^1]:", "x "),
        ("a\n    [[b]]", "b", "    [[x]]"),
    ],
)
def test_a_definition_stands_where_its_link_leads_or_at_its_label(
    definition: str, stands: str, reads: str
) -> None:
    note = defined(definition)
    place = written_place(note, note.facts.definitions[0])
    assert note.text.content[place.start.offset : place.end.offset] == stands
    assert place.reads("x") == reads
