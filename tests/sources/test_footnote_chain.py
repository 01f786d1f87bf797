"""The places that belong to one footnote."""

from __future__ import annotations

from support.citations import NEWER
from support.vaults import vault_of

from notelint.notes import read_note
from notelint.sources import chain
from notelint.values import Related, Span

VAULT = vault_of(files=("note.md", f"home/{NEWER}.md", "b.md", "p.png"))

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
    places = chain(note, VAULT, "A", Span(0, 0)).named
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
    [heading, marker] = chain(note, VAULT, "2", Span(0, 0)).named
    assert (note[heading.span], note[marker.span]) == ("## Source[^2]", "[^2]:")
    assert chain(note, VAULT, "2", heading.span) == ((marker,), 0)
    assert chain(note, VAULT, "2", marker.span) == ((heading,), 0)


def test_a_reference_alone_is_all_of_its_chain() -> None:
    note = read_note("note.md", "A wall.[^1] Again.[^1]\n")
    [place] = chain(note, VAULT, "1", Span(0, 0)).named
    assert place.span == note.facts.references[0].span


def test_ten_places_are_named_and_the_others_counted() -> None:
    note = read_note("note.md", "A wall.[^1]\n\n" + "[^1]: a book\n" * 30)
    places = chain(note, VAULT, "1", note.facts.definitions[20].marker)
    assert (len(places.named), places.unnamed) == (10, 20)
    assert [note[place.span] for place in places.named] == ["[^1]"] + ["[^1]:"] * 9


def test_a_place_that_is_put_first_counts_as_the_others() -> None:
    note = read_note("note.md", "A wall.[^1]\n\n" + "[^1]: a book\n" * 30)
    place = Related("b.md", Span(0, 0), "another")
    whole = chain(note, VAULT, "1", Span(0, 0)).led_by(place)
    assert (whole.named[0], len(whole.named), whole.unnamed) == (place, 10, 22)
    short = chain(read_note("note.md", "A wall.[^1]\n"), VAULT, "1", Span(0, 0)).led_by(place)
    assert (len(short.named), short.unnamed) == (2, 0)
