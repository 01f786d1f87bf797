"""Kinds of notes: which sections a note of some shape has, how many, and in what order.

A kind is declared, not programmed: a heading's pattern, a count, an order. ``term`` is the kind
that ships, a note that gathers what dictionaries say about one term.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any

from notelint.conventions.dictionary import title_in
from notelint.conventions.heading import HeadingPattern, Role, role_of
from notelint.notes import Note, PropertyType, Section
from notelint.values import dataclass, field, lazy_pattern, pattern_in, title_key

SECTION_DEPTH = 2  # of the headings that make a term note


@dataclass(frozen=True)
class Slot:
    """A place in a kind for sections: at least ``least`` of them, at most ``most`` (None: any)."""

    heading: HeadingPattern
    least: int = 1
    most: int | None = 1
    is_last: bool = False
    role: Role = Role.OTHER

    @property
    def count(self) -> str:
        """``one``, ``at most one``, ``1 or more`` …, for messages."""
        if self.most == self.least:
            return "one" if self.least == 1 else str(self.least)
        if self.most is None:
            return f"{self.least} or more"
        if not self.least:
            return "at most one" if self.most == 1 else f"at most {self.most}"
        return f"{self.least} to {self.most}"


@dataclass(frozen=True)
class When:
    """Which notes are of a kind: those for which all holds that is given here."""

    headings: tuple[HeadingPattern, ...] = ()  # any of them
    path: str | None = None  # a pattern in .gitignore style
    properties: tuple[tuple[str, str], ...] = ()  # of the front matter, all of them

    def holds(self, note: Note, depth: int) -> bool:
        return (
            self._holds_headings(note, depth)
            and self._holds_path(note.path)
            and self._holds_properties(note)
        )

    def named(self, note: Note, depth: int) -> list[HeadingPattern]:
        """The headings that the note has, their footnotes aside."""
        sections = [section for section in note.facts.sections if section.depth == depth]
        return [heading for heading in self.headings if any(map(heading.names, sections))]

    def _holds_headings(self, note: Note, depth: int) -> bool:
        sections = [section for section in note.facts.sections if section.depth == depth]
        fit = (any(map(heading.fits, sections)) for heading in self.headings)
        return not self.headings or any(fit)

    def _holds_path(self, path: str) -> bool:
        pattern = pattern_in(self.path) if self.path is not None else None
        return self.path is None or (pattern is not None and pattern.covers(path))

    def _holds_properties(self, note: Note) -> bool:
        given = {item.key: set(map(_meant, item.values)) for item in note.facts.properties}
        return all(_meant(value) in given.get(key, ()) for key, value in self.properties)


_TRUTH = lazy_pattern(r"true|True|TRUE|false|False|FALSE")
_NUMBER = lazy_pattern(r"(-?)\+?0*(\d+)(?:\.(\d*?)0*)?")


def _meant(value: str) -> str:
    """What a property says, however it is written: `TRUE` is `true`, and `1.50` is `1.5`."""
    if _TRUTH.fullmatch(value):
        return value.lower()
    number = _NUMBER.fullmatch(value)
    return f"{number[1]}{number[2]}.{number[3] or ''}" if number else value


def _cites_home_page(note: Note, home_pages: tuple[str, ...]) -> bool:
    """Whether a definition links to a file that is called as a home page is."""
    links = (link for definition in note.facts.definitions for link in definition.links)
    return any(title_in(home_pages, posixpath.basename(link.name)) for link in links)


@dataclass(frozen=True)
class PropertyGrammar:
    """What the front matter of a kind has: keys it needs, keys it must not have, types."""

    required: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    types: Mapping[str, PropertyType] = field(default_factory=dict)


@dataclass(frozen=True)
class Kind:
    """A shape of note. ``depth`` is that of the headings which its slots speak of."""

    name: str
    when: When
    slots: tuple[Slot, ...]
    depth: int = SECTION_DEPTH
    front_matter: PropertyGrammar | None = None

    def holds(self, note: Note, home_pages: tuple[str, ...]) -> bool:
        """Whether a note is of this kind."""
        if not self.when.holds(note, self.depth):
            return False
        return not self._is_common(note) or _cites_home_page(note, home_pages)

    def _is_common(self, note: Note) -> bool:
        """Whether of several headings the note has that of References alone, which articles have
        too: by itself it tells nothing."""
        if len(self.when.headings) < 2:
            return False
        named = self.when.named(note, self.depth)
        return all(self._role(heading) is Role.REFERENCES for heading in named)

    def _role(self, heading: HeadingPattern) -> Role:
        """What a section is for that a heading of ``when`` names, as the kind's own slot says."""
        words = title_key(heading.words)
        slots = (slot for slot in self.slots if title_key(slot.heading.words) == words)
        slot = next(slots, None)
        return slot.role if slot else role_of(heading)

    def slot_of(self, section: Section) -> Slot | None:
        """The slot that a section belongs to, its footnote aside."""
        for slot in self.slots:
            if slot.heading.names(section):
                return slot
        return None


def _slot(heading: str, **rest: Any) -> Slot:
    pattern = HeadingPattern(heading)
    return Slot(pattern, role=role_of(pattern), **rest)


TERM = Kind(
    "term",
    When(tuple(map(HeadingPattern, ("Synthesis", "Source[^n]", "References")))),
    (
        _slot("Synthesis"),
        _slot("Source[^n]", most=None),
        _slot("References", is_last=True),
    ),
)
