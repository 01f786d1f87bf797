"""What rules ask of a note: small frozen values with spans into it.

A rule loops over them; none walks the tree. ``collect`` makes them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from notelint.front_matter import FrontMatter
from notelint.markdown import Limit
from notelint.text import Span

SECTION_DEPTH = 2  # of the headings that make a term note


class Reference(NamedTuple):
    """``[^1]``. In a doubtful place (behind an unclosed ``%%``) it may be none to Obsidian."""

    span: Span
    label: str
    is_doubtful: bool = False


class Link(NamedTuple):
    """A wikilink, an embed, or a Markdown link or definition with a path of the vault in it.

    ``target`` is what stands before the bar, or the destination with escapes resolved.
    """

    kind: str
    span: Span
    target: str
    target_span: Span
    alias: str | None = None
    is_doubtful: bool = False
    bar: str = "|"  # how a bar is written there: `\\|` in a table
    is_property: bool = False  # stands in the front matter

    @property
    def name(self) -> str:
        """The file that it names, without heading or block."""
        return self.target.partition("#")[0].strip()


class Definition(NamedTuple):
    """``[^1]: …``. ``content`` is what it says, None where it says nothing."""

    span: Span
    label: str
    marker: Span
    content: Span | None
    links: tuple[Link, ...] = ()
    is_glued: bool = False

    @property
    def is_empty(self) -> bool:
        return self.content is None


class Section(NamedTuple):
    """A heading and what is under it, up to the next heading of its depth or above."""

    heading: Span
    depth: int
    name: str
    references: tuple[Reference, ...]
    end: int
    is_empty: bool

    @property
    def span(self) -> Span:
        return Span(self.heading.start, self.end)


class Formula(NamedTuple):
    """Inline math. ``item`` is where the content of the list item around it starts, if there is
    one; ``is_plain`` is false in tables, headings and definitions."""

    span: Span
    value: str
    item: int | None
    paragraph: Span
    is_plain: bool


class Allow(NamedTuple):
    """A comment that allows findings of ``names`` inside ``scope``."""

    span: Span
    names: tuple[str, ...]
    scope: Span


@dataclass(frozen=True)
class Facts:
    """All that is known of one note without looking at any other."""

    front_matter: FrontMatter | None = None
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()
    definitions: tuple[Definition, ...] = ()
    links: tuple[Link, ...] = ()
    formulas: tuple[Formula, ...] = ()
    words: tuple[Span, ...] = ()  # stretches of text that stand in the note letter for letter
    allows: tuple[Allow, ...] = ()
    stray_brackets: tuple[Span, ...] = ()  # each `[[` that begins no link, up to its `]]`
    limits: tuple[Limit, ...] = ()
    bad_byte: int | None = None  # offset of the first byte that is not UTF-8

    def definition_of(self, label: str) -> Definition | None:
        """The definition that a reference reaches: the first of its label, letter case aside."""
        return self._by_label.get(label.casefold())

    def heading_around(self, span: Span) -> Span | None:
        """The heading of a section that a place stands in."""
        index = bisect_right(self._heading_starts, span.start) - 1
        heading = self.sections[index].heading if index >= 0 else None
        return heading if heading and heading.holds(span) else None

    @cached_property
    def _heading_starts(self) -> list[int]:
        return [section.heading.start for section in self.sections]

    @cached_property
    def term_sections(self) -> dict[str, tuple[Section, ...]]:
        """The sections of a term note by casefolded name; empty for a note of another kind."""
        sections = [section for section in self.sections if section.depth == SECTION_DEPTH]
        found: dict[str, list[Section]] = {}
        for section in sections:
            found.setdefault(section.name.casefold(), []).append(section)
        has_source = any(section.references for section in found.get("source", ()))
        if not (has_source or "synthesis" in found or "references" in found):
            return {}
        return {name: tuple(named) for name, named in found.items()}

    @cached_property
    def _by_label(self) -> dict[str, Definition]:
        return {item.label.casefold(): item for item in reversed(self.definitions)}
