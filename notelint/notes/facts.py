"""What rules ask of a note: small frozen values with spans into it.

A rule loops over them; none walks the tree. ``extraction`` makes them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from notelint.markdown import Limit
from notelint.notes.front_matter import AllowedName, FrontMatter
from notelint.notes.properties import Property
from notelint.notes.split_links import SplitLink
from notelint.notes.subpath import Subpath
from notelint.values import NamedTuple, Span, dataclass, fields, label_key, lazy_pattern

START = Span(0, 0)
WEB = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:|//")  # how a URL begins that leads out of the vault


class Reference(NamedTuple):
    """``[^1]``. It is not certain behind an unclosed ``%%``, where Obsidian may see none."""

    span: Span
    label: str
    is_certain: bool = True


class LinkKind(StrEnum):
    """How a link is written."""

    WIKILINK = "wikilink"
    EMBED = "embed"
    LINK = "link"  # of Markdown, as the next two
    IMAGE = "image"
    DEFINITION = "definition"


_WIKI_KINDS = (LinkKind.WIKILINK, LinkKind.EMBED)
_EMBED_KINDS = (LinkKind.EMBED, LinkKind.IMAGE)


class Link(NamedTuple):
    """A wikilink, an embed, or a link, image or definition of Markdown.

    ``target`` is what stands before the bar, or the destination with escapes resolved. It is not
    certain where Obsidian may see no link: behind an unclosed ``%%``, between tags of HTML.
    """

    kind: LinkKind
    span: Span
    target: str
    target_span: Span
    alias: str | None = None
    is_certain: bool = True
    bar: str = "|"  # how a bar is written there: `\\|` in a table
    is_property: bool = False  # stands in the front matter
    rivals: tuple[Link, ...] = ()  # other readings of brackets right behind, for files named so
    is_rival: bool = False  # one of them: the tree has it otherwise, so no fix of it can be proven

    @property
    def is_wiki(self) -> bool:
        """Whether it is written with two brackets, ``[[x]]`` or ``![[x]]``."""
        return self.kind in _WIKI_KINDS

    @property
    def is_web(self) -> bool:
        """Whether it leads out of the vault, as ``https://…`` and ``//…`` do."""
        return not self.is_wiki and WEB.match(self.target) is not None

    @property
    def is_embed(self) -> bool:
        """Whether it shows what it leads to: ``![[x]]`` or ``![](x)``."""
        return self.kind in _EMBED_KINDS

    @property
    def readings(self) -> tuple[Link, ...]:
        """All that it may be, the one that ends first before the others."""
        if not self.rivals:
            return (self,)
        return tuple(sorted((self, *self.rivals), key=lambda link: link.span.end))

    @property
    def path(self) -> str:
        """The file as it is written, blanks included, without heading or block."""
        return self.target.partition("#")[0]

    @property
    def name(self) -> str:
        """The file that it names, without heading or block."""
        return self.path.strip()

    @property
    def subpath(self) -> str:
        """The heading or block behind the first ``#``, empty where there is none."""
        return self.target.partition("#")[2]

    @property
    def place(self) -> Subpath:
        """What the subpath says."""
        return Subpath.read(self.target, not self.is_wiki)


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


class Hiding(StrEnum):
    """What takes in what looks like a definition, as people would say it."""

    HTML = "HTML"
    CODE = "code"
    INDENT = "text that is indented like code"
    COMMENT = "a comment"
    MATH = "a formula"


class HiddenDefinition(NamedTuple):
    """``[^1]: …`` in plain sight that is none.

    ``rest`` is there where only a blank line is missing, under HTML: from the line to the end of
    what takes it in. The first one there is free where that line would change nothing else.
    """

    marker: Span
    label: str
    hiding: Hiding
    is_unclosed: bool = False  # nothing closes what takes it in
    rest: Span | None = None
    is_free: bool = False


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


class Heading(NamedTuple):
    """A heading, also one in a quote or a list: as it is written and as it is shown, without what
    marks it. ``lines`` are the stretches of its text, each in a line of its own."""

    depth: int
    source: str
    plain: str
    span: Span
    lines: tuple[Span, ...]


LONGEST_FORMULA = 60  # characters of one that may be letters and no formula


class Formula(NamedTuple):
    """Inline math. ``item`` is where the content of the list item around it starts, if there is
    one; ``is_plain`` is false in tables, headings and definitions."""

    span: Span
    value: str
    item: int | None
    paragraph: Span
    is_plain: bool


class Allow(NamedTuple):
    """A comment that allows findings of ``names`` inside ``scope``, or the front matter that does
    so for the note; then ``span`` is the key there."""

    span: Span
    names: tuple[AllowedName, ...]
    scope: Span
    is_property: bool = False

    @property
    def listed(self) -> Span:
        """From the first name to the last."""
        return Span(self.names[0].span.start, self.names[-1].span.end)


@dataclass(frozen=True)
class Facts:
    """All that is known of one note without looking at any other."""

    front_matter: FrontMatter | None = None
    first_block: Span = START  # behind the front matter
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()
    definitions: tuple[Definition, ...] = ()
    all_links: tuple[Link, ...] = ()  # those that are not certain too
    formulas: tuple[Formula, ...] = ()
    prose: tuple[Span, ...] = ()  # what of the text stands in the note letter for letter
    allows: tuple[Allow, ...] = ()
    stray_brackets: tuple[Span, ...] = ()  # each `[[` that begins no link, up to its `]]`
    split_links: tuple[SplitLink, ...] = ()  # over cells of tables
    limits: tuple[Limit, ...] = ()
    is_open: bool = False  # what is put at the end would go into the last block: code, a comment
    bad_byte: int | None = None  # offset of the first byte that is not UTF-8
    code: tuple[Span, ...] = ()  # inline
    breaks: tuple[Span, ...] = ()  # of lines, with the blanks or the backslash that make them
    verbatim: tuple[Span, ...] = ()  # front matter, code, formulas, comments, HTML, in order
    headings: tuple[Heading, ...] = ()  # also those in quotes and lists
    blocks: frozenset[str] = frozenset()  # keys of the ids that are not hidden in code and such
    elements: frozenset[str] = frozenset()  # keys of the ids of HTML
    hidden_definitions: tuple[HiddenDefinition, ...] = ()  # of references that have no other

    def __getstate__(self) -> dict[str, Any]:
        return {item.name: getattr(self, item.name) for item in fields(self)}

    @property
    def properties(self) -> tuple[Property, ...]:
        """The keys of the front matter; none where there is none."""
        return self.front_matter.properties if self.front_matter else ()

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links that Obsidian is sure to see."""
        return tuple([link for link in self.all_links if link.is_certain])

    @cached_property
    def footnotes(self) -> dict[str, Footnote]:
        """All footnotes by the keys of their labels, in the order of their first references, then
        of the definitions that nothing refers to."""
        references, definitions = _by_label(self.references), _by_label(self.definitions)
        return {
            label: Footnote(tuple(references.get(label, ())), tuple(definitions.get(label, ())))
            for label in [*references, *(label for label in definitions if label not in references)]
        }

    def definition_of(self, label: str) -> Definition | None:
        """The definition that a reference reaches: the first of its label, letter case aside."""
        footnote = self.footnotes.get(label_key(label))
        return footnote.definitions[0] if footnote and footnote.definitions else None

    def hidden_definition_of(self, label: str) -> HiddenDefinition | None:
        """What only looks like the definition of a reference, where it has no other."""
        return self._hidden.get(label_key(label))

    @cached_property
    def _hidden(self) -> dict[str, HiddenDefinition]:
        return {label_key(item.label): item for item in reversed(self.hidden_definitions)}

    def heading_around(self, span: Span) -> Span | None:
        """The heading of a section that a place stands in."""
        index = bisect_right(self._heading_starts, span.start) - 1
        heading = self.sections[index].heading if index >= 0 else None
        return heading if heading and heading.holds(span) else None

    def link_around(self, span: Span) -> Link | None:
        """The outermost link that a place stands in."""
        index = bisect_right(self._outer_starts, span.start) - 1
        link = self._outer_links[index] if index >= 0 else None
        return link if link and link.span.holds(span) else None

    def outer_links_in(self, span: Span) -> Iterator[Link]:
        """The links that begin in a place and stand in no other, in order."""
        index = bisect_left(self._outer_starts, span.start)
        while index < len(self._outer_links) and self._outer_starts[index] < span.end:
            yield self._outer_links[index]
            index += 1

    def is_allowed(self, rules: Iterable[str], offset: int) -> bool:
        """Whether a comment allows a finding of a rule at a place, by any of its names."""
        return any(self._allows_at(rule, offset) for rule in rules)

    def _allows_at(self, rule: str, offset: int) -> bool:
        scopes = self._allowed.get(rule, ())
        index = bisect_right(scopes, offset, key=lambda scope: scope.start) - 1
        return index >= 0 and offset <= scopes[index].end

    @cached_property
    def _allowed(self) -> dict[str, list[Span]]:
        """Where each name is allowed, in order, stretches that meet made one."""
        found: dict[str, list[Span]] = {}
        for allow in sorted(self.allows, key=lambda allow: allow.scope):
            for name, _ in allow.names:
                scopes = found.setdefault(name, [])
                if scopes and allow.scope.start <= scopes[-1].end:
                    scopes[-1] = Span(scopes[-1].start, max(scopes[-1].end, allow.scope.end))
                else:
                    scopes.append(allow.scope)
        return found

    def headings_at(self, span: Span) -> Iterator[int]:
        """The indices of the headings that a place touches, those in quotes and lists too."""
        index = bisect_left(self._heading_ends, span.start)
        while index < len(self.headings) and self.headings[index].span.start <= span.end:
            yield index
            index += 1

    def has_code_in(self, span: Span) -> bool:
        """Whether inline code stands in a place."""
        index = bisect_right(self._code_ends, span.start)
        return index < len(self.code) and self.code[index].start < span.end

    def is_verbatim(self, offset: int) -> bool:
        """Whether a place is inside code, a formula, a comment, HTML or the front matter."""
        index = bisect_right(self.verbatim, offset, key=lambda span: span.start) - 1
        return index >= 0 and offset < self.verbatim[index].end

    @cached_property
    def _outer_links(self) -> list[Link]:
        """The links that stand in no other, in order."""
        outer: list[Link] = []
        for link in sorted(self.all_links, key=lambda link: (link.span.start, -link.span.end)):
            if not outer or link.span.end > outer[-1].span.end:
                outer.append(link)
        return outer

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [link.span.start for link in self._outer_links]

    @cached_property
    def _code_ends(self) -> list[int]:
        return [code.end for code in self.code]

    @cached_property
    def _heading_ends(self) -> list[int]:
        return [heading.span.end for heading in self.headings]

    @cached_property
    def _heading_starts(self) -> list[int]:
        return [section.heading.start for section in self.sections]


Labelled = TypeVar("Labelled", Reference, Definition)


def _by_label(items: Iterable[Labelled]) -> dict[str, list[Labelled]]:
    found: dict[str, list[Labelled]] = {}
    for item in items:
        found.setdefault(label_key(item.label), []).append(item)
    return found
