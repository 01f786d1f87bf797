"""What a definition cites, and the places that belong to one footnote."""

from __future__ import annotations

import pytest
from support.citations import NEWER, OLDER
from support.vaults import vault_of

from notelint.notes import Note, read_note
from notelint.sources import CitedPlace, Form, chain, cited_by, cited_place
from notelint.values import Span

VAULT = vault_of(files=("note.md", f"home/{NEWER}.md", "b.md", "p.png"))
TITLE = "a book of walls 2nd edition by brick"


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


CITED = f"""\
## Source[^a]
- A wall.[^A]
## Source[^2]
- Again.[^a]
## References

[^A]: [[{NEWER}]]
[^a]: [[b]]
[^2]: [[note]]
"""


def test_the_chain_goes_from_the_heading_over_the_definition_to_the_home_page() -> None:
    note = read_note("note.md", CITED)
    places = chain(note, VAULT, "A", Span(0, 0))
    assert [(place.path, place.message) for place in places] == [
        ("note.md", "the source that cites it"),
        ("note.md", "the first reference in the text"),
        ("note.md", "its definition"),
        ("note.md", "its definition"),
        (f"home/{NEWER}.md", "the home page that it leads to"),
        ("b.md", "the home page that it leads to"),
    ]
    shown = [note[place.span] for place in places if place.path == "note.md"]
    assert shown == ["## Source[^a]", "[^A]", "[^A]:", "[^a]:"]


def test_the_place_that_a_finding_stands_at_is_left_out() -> None:
    note = read_note("note.md", CITED)
    [heading, marker] = chain(note, VAULT, "2", Span(0, 0))
    assert (note[heading.span], note[marker.span]) == ("## Source[^2]", "[^2]:")
    assert chain(note, VAULT, "2", heading.span) == (marker,)
    assert chain(note, VAULT, "2", marker.span) == (heading,)


def test_a_reference_alone_is_all_of_its_chain() -> None:
    note = read_note("note.md", "A wall.[^1] Again.[^1]\n")
    [place] = chain(note, VAULT, "1", Span(0, 0))
    assert place.span == note.facts.references[0].span
