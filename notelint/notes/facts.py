"""What rules ask of a note: small frozen values with spans into it.

A rule loops over them; none walks the tree. ``collect`` makes them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from notelint.markdown import Limit
from notelint.notes.front_matter import FrontMatter, Property
from notelint.values.text import Span

START = Span(0, 0)


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


class Footnote(NamedTuple):
    """What shares a label: the references, and the definitions, of which the first is shown."""

    references: tuple[Reference, ...]
    definitions: tuple[Definition, ...]


class Section(NamedTuple):
    """A heading and what is under it, up to the next heading of its depth or above."""

    heading: Span
    depth: int
    name: str
    references: tuple[Reference, ...]
    end: int
    is_empty: bool
    tail: Span | None = None  # what the heading says behind its first reference

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
    first_block: Span = START  # behind the front matter
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()
    definitions: tuple[Definition, ...] = ()
    links: tuple[Link, ...] = ()
    formulas: tuple[Formula, ...] = ()
    words: tuple[Span, ...] = ()  # stretches of text that stand in the note letter for letter
    allows: tuple[Allow, ...] = ()
    stray_brackets: tuple[Span, ...] = ()  # each `[[` that begins no link, up to its `]]`
    limits: tuple[Limit, ...] = ()
    is_open: bool = False  # what is put at the end would go into the last block: code, a comment
    bad_byte: int | None = None  # offset of the first byte that is not UTF-8
    code: tuple[Span, ...] = ()  # inline

    @property
    def properties(self) -> tuple[Property, ...]:
        """The keys of the front matter; none where there is none."""
        return self.front_matter.properties if self.front_matter else ()

    @cached_property
    def footnotes(self) -> dict[str, Footnote]:
        """All footnotes by casefolded label, in the order of their first references, then of the
        definitions that nothing refers to."""
        references, definitions = _by_label(self.references), _by_label(self.definitions)
        return {
            label: Footnote(tuple(references.get(label, ())), tuple(definitions.get(label, ())))
            for label in [*references, *(label for label in definitions if label not in references)]
        }

    def definition_of(self, label: str) -> Definition | None:
        """The definition that a reference reaches: the first of its label, letter case aside."""
        footnote = self.footnotes.get(label.casefold())
        return footnote.definitions[0] if footnote and footnote.definitions else None

    def heading_around(self, span: Span) -> Span | None:
        """The heading of a section that a place stands in."""
        index = bisect_right(self._heading_starts, span.start) - 1
        heading = self.sections[index].heading if index >= 0 else None
        return heading if heading and heading.holds(span) else None

    def has_code_in(self, span: Span) -> bool:
        """Whether inline code stands in a place."""
        index = bisect_right(self._code_ends, span.start)
        return index < len(self.code) and self.code[index].start < span.end

    @cached_property
    def _code_ends(self) -> list[int]:
        return [code.end for code in self.code]

    @cached_property
    def _heading_starts(self) -> list[int]:
        return [section.heading.start for section in self.sections]


Labelled = TypeVar("Labelled", Reference, Definition)


def _by_label(items: Iterable[Labelled]) -> dict[str, list[Labelled]]:
    found: dict[str, list[Labelled]] = {}
    for item in items:
        found.setdefault(item.label.casefold(), []).append(item)
    return found
