"""The chain of a footnote: from a Source heading over its definition to the home page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from notelint.notes import Note
from notelint.sources.citation import home_page
from notelint.sources.sections import sources
from notelint.values import MOST_RELATED, NamedTuple, Related, Span, label_key
from notelint.vault import Vault


class Chain(NamedTuple):
    """The first places that belong to a footnote, and how many there are besides."""

    named: tuple[Related, ...] = ()
    unnamed: int = 0

    def led_by(self, place: Related) -> Chain:
        """The same behind another place."""
        named = (place, *self.named)[:MOST_RELATED]
        return Chain(named, self.unnamed + len(self.named) + 1 - len(named))


def chain(note: Note, vault: Vault, label: str, but: Span) -> Chain:
    """The sources and references that cite a footnote, its definitions and its home page, without
    the one at ``but``."""
    places = vault.remembered(note, _places)[label_key(label)]
    others = (place for place in places if place.path != note.path or place.span != but)
    named = tuple(islice(others, MOST_RELATED))
    is_told = vault.remembered(note, _spans)
    return Chain(named, len(places) - len(named) - ((label_key(label), but) in is_told))


def _places(note: Note, vault: Vault) -> Mapping[str, tuple[Related, ...]]:
    """The places of all footnotes of a note, by the keys of their labels."""
    headings = _citing(note, vault)
    return {
        label: tuple(_chain(note, vault, label, headings.get(label, [])))
        for label in note.facts.footnotes
    }


def _spans(note: Note, vault: Vault) -> frozenset[tuple[str, Span]]:
    """The same as labels and spans, but for the home pages."""
    return frozenset(
        (label, place.span)
        for label, places in vault.remembered(note, _places).items()
        for place in places
        if place.path == note.path
    )


def _citing(note: Note, vault: Vault) -> dict[str, list[Span]]:
    """The headings of the sources that cite each footnote."""
    headings: dict[str, list[Span]] = {}
    for section in sources(note, vault):
        for label in {label_key(reference.label) for reference in section.references}:
            headings.setdefault(label, []).append(section.heading)
    return headings


def _chain(note: Note, vault: Vault, label: str, headings: list[Span]) -> Iterator[Related]:
    footnote = note.facts.footnotes[label]
    for heading in headings:
        yield Related(note.path, heading, "the source that cites it")
    citing = set(headings)
    spans = (reference.span for reference in footnote.references)
    for span in islice((s for s in spans if note.facts.heading_around(s) not in citing), 1):
        yield Related(note.path, span, "the first reference in the text")
    for definition in footnote.definitions:
        yield Related(note.path, definition.marker, "its definition")
    for path in dict.fromkeys(home_page(note, item, vault) for item in footnote.definitions):
        if path is not None and path != note.path:
            yield Related(path, Span(0, 0), "the home page that it leads to")
