"""What the vault must know of a note, so that other notes can be checked without it.

A summary says what the text holds, whatever the configuration makes of it. It is a value: it
compares, pickles and is kept between runs.
"""

from __future__ import annotations

from typing import Any

from notelint.notes.anchors import Anchor, Anchors, anchors_of
from notelint.notes.facts import Facts
from notelint.notes.link_names import link_names
from notelint.notes.linked import Linked, linked_in
from notelint.notes.printed import Printed, printed_in
from notelint.notes.words import WordCounts
from notelint.values import NamedTuple, Text

Places = tuple[tuple[str, ...], Anchors, frozenset[Linked]]
_HIGHEST = 2_000_000_000  # of a count


class NoteSummary(NamedTuple):
    """``aliases`` as they are written, ``linked`` what its links lead to inside notes, ``names``
    the keys of the names of files that its links give, ``printed`` what its sections print."""

    aliases: tuple[str, ...] = ()
    anchors: Anchors = Anchors()
    linked: frozenset[Linked] = frozenset()
    words: WordCounts = WordCounts()
    names: frozenset[str] = frozenset()
    printed: Printed = ()

    def as_data(self) -> list[Any]:
        """Plain lists and strings, to be kept."""
        return [
            self.aliases,
            self.anchors.headings,
            sorted(self.anchors.blocks),
            sorted(self.anchors.elements),
            sorted(self.linked),
            self.words.packed,
            sorted(self.names),
            self.printed,
        ]

    @classmethod
    def from_data(cls, data: Any) -> NoteSummary:
        """What ``as_data`` gave.

        Raises:
            ValueError, TypeError: it is anything else.
        """
        aliases, headings, blocks, elements, linked, words, names, printed = data
        anchors = (
            Anchor(_depth(depth), _string(source), _string(plain))
            for depth, source, plain in headings
        )
        return cls(
            tuple(map(_string, aliases)),
            Anchors(tuple(anchors), *(frozenset(map(_string, ids)) for ids in (blocks, elements))),
            frozenset(Linked(_string(target), is_wiki is True) for target, is_wiki in linked),
            WordCounts.checked(_string(words)),
            frozenset(map(_string, names)),
            tuple((_string(name), _string(form), _count(count)) for name, form, count in printed),
        )


def summarize(text: Text, facts: Facts) -> NoteSummary:
    """The summary of a note that was parsed."""
    words, names = WordCounts.of(text.content), link_names(text.content)
    return NoteSummary(*places_of(facts), words, names, printed_in(text.content))


def places_of(facts: Facts) -> Places:
    """What a summary says first: aliases, places, and links to places."""
    aliases = facts.front_matter.aliases if facts.front_matter else ()
    anchors = anchors_of(facts.headings, facts.blocks, facts.elements)
    return aliases, anchors, linked_in(facts.all_links)


def _depth(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("no depth of a heading")
    return value


def _count(value: object) -> int:
    if type(value) is not int or not 0 < value <= _HIGHEST:
        raise TypeError("no count")
    return value


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no string")
    return value
