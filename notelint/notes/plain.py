"""The facts of a plain note, for which no tree is made.

They are those that ``extraction`` has of its tree; where that is in doubt there are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from notelint.markdown import (
    Inline,
    PlainBlock,
    PlainNote,
    PlainText,
    decode,
    plain_inlines,
    read_plain,
    read_plain_heading,
    says_something,
)
from notelint.notes.allow_scopes import with_note_scope
from notelint.notes.facts import (
    START,
    Definition,
    Facts,
    Formula,
    Heading,
    Link,
    LinkKind,
    Reference,
    Section,
)
from notelint.notes.hidden import block_ids, may_hold_elements
from notelint.notes.hidden_definitions import takes_in
from notelint.notes.sections import section_bounds
from notelint.notes.tags import opened_tags
from notelint.notes.wikilinks import front_matter_facts, plain_wikilink
from notelint.values import Span, Text, dataclass, each, field, label_key, lazy_pattern

# An empty box, in an item perhaps a task that says nothing.
_BOX = lazy_pattern(r"\s*\[[^\[\]]\]\s*(?:\^\S*\s*)?\Z")

_WITH_ITEMS = frozenset({"list", "blockquote", "callout"})
_SOLID = frozenset({"callout", "table"})
_OPAQUE = frozenset({"code", "math", "comment"})
_LINKS = frozenset({"wikiLink", "embed", "link", "image"})
# What a text holds in which a summary finds something: a link to a place, the id of a block. Behind
# `%%` or a tag more may be another thing than it seems.
_SUMMARIZED = lazy_pattern(r"[#^<%]|&num;")


@dataclass(slots=True, eq=False)
class _Collected:
    """Facts in source order."""

    content: str
    has_urls: bool
    may_have_tags: bool
    references: list[Reference] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    formulas: list[Formula] = field(default_factory=list)
    prose: list[tuple[int, int]] = field(default_factory=list)
    breaks: list[Span] = field(default_factory=list)
    code: list[Span] = field(default_factory=list)
    html: list[Span] = field(default_factory=list)  # which hides no ids of blocks
    hidden: list[Span] = field(default_factory=list)  # code, formulas and comments that are blocks
    headings: list[Heading] = field(default_factory=list)
    names: list[tuple[str, Span | None, tuple[Reference, ...]]] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)  # of each block, 0 where it is no heading
    solid: list[bool] = field(default_factory=list)  # whether each block says something

    def add(self, block: PlainBlock) -> bool:
        """Add the facts of a block; False where it is not plain."""
        if block.type == "heading":
            return self.add_heading(block)
        if block.type == "html":
            return self.add_html(block)
        is_definition, is_table = block.type == "footnoteDefinition", block.type == "table"
        first = len(self.links)
        is_solid = self.add_opaque(block) or block.type in _SOLID
        for text in block.texts:
            inlines = self.inlines_of(text)
            if inlines is None or (block.type in _WITH_ITEMS and _may_be_empty_task(text)):
                return False
            span = Span(text.start, text.end)
            self.add_inlines(inlines, span, text.item, not (is_definition or is_table))
            is_solid = is_solid or says_something(inlines, self.content)
        if is_table:
            self.links[first:] = map(_in_table, self.links[first:])
        if is_definition:
            self.add_definition(block, is_solid, tuple(self.links[first:]))
        self.depths.append(0)
        self.solid.append(is_solid and not is_definition)
        return True

    def inlines_of(self, text: PlainText) -> list[Inline] | None:
        """The inlines of a text, None where they are not plain. Nor are they where a tag has an id,
        or stands in a mark, perhaps around what else does."""
        inlines = plain_inlines(text, self.has_urls)
        if not inlines or not self.may_have_tags:
            return inlines
        tags = [self.content[start:end] for kind, start, end, _ in inlines if kind == "html"]
        kinds = {inline[0] for inline in inlines} if any(map(opened_tags, tags)) else set()
        is_nested = "mark" in kinds and not kinds.isdisjoint({*_LINKS, "footnoteReference"})
        return None if is_nested or any(map(may_hold_elements, tags)) else inlines

    def add_inlines(
        self, inlines: list[Inline], span: Span, item: int | None, is_plain: bool
    ) -> None:
        open_tags = 0
        for kind, start, end, value in inlines:
            if kind == "text":
                self.prose.append((start, end))
            elif kind == "footnoteReference":
                self.references.append(Reference(Span(start, end), value, open_tags <= 0))
            elif kind in _LINKS:
                link = _link(self.content, Span(start, end), value, kind)
                self.links.append(link if open_tags <= 0 else link._replace(is_certain=False))
            elif kind == "inlineMath":
                self.formulas.append(Formula(Span(start, end), value, item, span, is_plain))
            elif kind == "inlineCode":
                self.code.append(Span(start, end))
            elif kind == "html":
                self.html.append(Span(start, end))
                open_tags += opened_tags(self.content[start:end])
            elif kind == "break":
                self.breaks.append(Span(start, end))

    def add_summarized(self, block: PlainBlock) -> bool:
        """Add of a block what a summary asks for; False where it is not plain."""
        if block.type == "heading":
            return self.add_heading(block)
        if block.type == "html":
            return self.add_html(block)
        self.add_opaque(block)
        for text in block.texts:
            if _SUMMARIZED.search(self.content, text.start, text.end):
                inlines = self.inlines_of(text)
                if inlines is None:
                    return False
                self.add_inlines(inlines, Span(text.start, text.end), text.item, False)
        return True

    def add_html(self, block: PlainBlock) -> bool:
        """Add a block of HTML. Where it has ids it is not plain."""
        self.html.append(Span(block.start, block.end))
        self.depths.append(0)
        self.solid.append(True)
        return not may_hold_elements(self.content[block.start : block.end])

    def add_opaque(self, block: PlainBlock) -> bool:
        """Add what is taken letter for letter in a block; whether a reader sees some of that."""
        if block.type in _OPAQUE:
            self.hidden.append(Span(block.start, block.end))
            return block.type != "comment"
        is_solid = False
        for inner in block.inner:
            is_solid = self.add_opaque(inner) or is_solid
        return is_solid

    def add_definition(self, block: PlainBlock, is_solid: bool, links: tuple[Link, ...]) -> None:
        span, label = Span(block.start, block.end), block.mark
        marker = Span(block.start, block.start + len(label) + len("[^]:"))
        content = Span(block.texts[0].start, block.texts[0].end) if is_solid else None
        self.definitions.append(Definition(span, label, marker, content, links, block.is_glued))

    def add_heading(self, block: PlainBlock) -> bool:
        [(offset, title)] = block.texts[0].lines
        read = read_plain_heading(title)
        if read is None:
            return False
        first, end, depth = len(self.references), offset + len(title), len(block.mark)
        span = Span(block.start, block.end)
        self.add_inlines(read.inlines_at(offset), span, None, False)
        self.headings.append(Heading(depth, read.source, read.shown, span, (Span(offset, end),)))
        self.names.append((read.name, read.tail_at(offset), tuple(self.references[first:])))
        self.depths.append(depth)
        self.solid.append(False)
        return True

    def takes_in_definitions(self) -> bool:
        """Whether code, HTML and the like takes in what may be a definition that is missed."""
        missed = {label_key(reference.label) for reference in self.references}
        missed.difference_update(label_key(definition.label) for definition in self.definitions)
        return bool(missed) and takes_in(Text(self.content), [*self.hidden, *self.html], missed)

    def sections(self, blocks: list[PlainBlock]) -> Iterator[Section]:
        solid_before = list(accumulate(self.solid, initial=0))
        bounds = section_bounds(self.depths)
        for heading, (name, tail, cited), (index, close) in zip(
            self.headings, self.names, bounds, strict=True
        ):
            end = blocks[close].start if close < len(blocks) else len(self.content)
            is_empty = solid_before[index] == solid_before[close]
            yield Section(heading.span, heading.depth, name, cited, end, is_empty, tail)


def _link(content: str, span: Span, target: str, kind: str) -> Link:
    """A link; the destination of one of Markdown may stand between `<` and `>`."""
    if kind in ("wikiLink", "embed"):
        return plain_wikilink(span, target, kind == "embed")
    start = content.index("](", span.start) + 2
    start += content[start] == "<"
    return Link(LinkKind(kind), span, target, Span(start, start + len(target)))


def _in_table(link: Link) -> Link:
    return link._replace(bar="\\|") if link.is_wiki else link


def _may_be_empty_task(text: PlainText) -> bool:
    first = text.lines[0][1][0]
    if first not in "[^\\&" and not first.isspace():
        return False
    return any(_BOX.match(decode(line)) for _, line in text.lines)


def plain_facts(text: Text) -> Facts | None:
    """The facts of a note that is plain, and None of any other."""
    return facts_of_blocks(text, read_plain(text))


def facts_of_blocks(text: Text, note: PlainNote | None) -> Facts | None:
    """The same where its blocks are read already; None where these are not plain."""
    if note is None:
        return None
    found = _Collected(text.content, note.has_urls, "<" in text.content)
    for block in note.blocks:
        if not found.add(block):
            return None
    if (found.hidden or found.html) and found.takes_in_definitions():
        return None
    return _facts(found, note.blocks, note.front_matter)


def summarized_facts(text: Text) -> Facts | None:
    """Of the facts of a note those that its summary is made of, where its blocks are plain and what
    in these is asked for: what else it says is not read."""
    note = read_plain(text)
    if note is None:
        return None
    found = _Collected(text.content, note.has_urls, "<" in text.content)
    if not all(map(found.add_summarized, note.blocks)):
        return None
    front_matter, links = front_matter_facts(text.content, note.front_matter)
    return Facts(
        front_matter=front_matter,
        all_links=(*links, *found.links),
        headings=tuple(found.headings),
        blocks=block_ids(text.content, _verbatim(found, note.front_matter)),
    )


def _verbatim(found: _Collected, above: Span | None) -> tuple[Span, ...]:
    hidden = [formula.span for formula in found.formulas]
    if found.code or found.hidden:
        hidden = sorted([*hidden, *found.code, *found.hidden])
    return (above, *hidden) if above else tuple(hidden)


def _facts(found: _Collected, blocks: list[PlainBlock], above: Span | None) -> Facts:
    front_matter, links = front_matter_facts(found.content, above)
    verbatim = _verbatim(found, above)
    return Facts(
        front_matter=front_matter,
        first_block=Span(blocks[0].start, blocks[0].end) if blocks else START,
        sections=tuple(found.sections(blocks)),
        references=tuple(found.references),
        definitions=tuple(found.definitions),
        all_links=(*links, *found.links),
        formulas=tuple(found.formulas),
        prose=tuple(each(Span, found.prose)),
        is_open=bool(blocks) and blocks[-1].type == "html",
        allows=tuple(with_note_scope((), front_matter, found.content)),
        code=tuple(found.code),
        breaks=tuple(found.breaks),
        verbatim=tuple(sorted([*verbatim, *found.html])) if found.html else verbatim,
        headings=tuple(found.headings),
        blocks=block_ids(found.content, verbatim),
    )
