"""One walk over the tree of a note, which collects its facts in source order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from notelint.markdown import Node, Tree, plain_text
from notelint.notes.allow_scopes import behind_blanks, with_note_scope
from notelint.notes.blank import is_blank, is_comment
from notelint.notes.facts import (
    START,
    Allow,
    Definition,
    Facts,
    Formula,
    Heading,
    HiddenDefinition,
    Link,
    LinkKind,
    Reference,
)
from notelint.notes.front_matter import AllowedName
from notelint.notes.hidden import block_ids, element_ids, hidden_in
from notelint.notes.hidden_definitions import hidden_definitions
from notelint.notes.sections import is_open, sections
from notelint.notes.split_links import SplitLink, outside, split_links
from notelint.notes.stray_brackets import StrayBrackets
from notelint.notes.tags import opened_tags
from notelint.notes.wikilinks import front_matter_facts, wikilink
from notelint.values import Line, NamedTuple, Span, Text, dataclass, field, label_key, lazy_pattern

_ALLOW = lazy_pattern(r"(%%|<!--)\s*notelint:\s*allow\s")
_ALLOWED = lazy_pattern(r"[^,\s](?:[^,]*[^,\s])?")
_OPAQUE = frozenset({"code", "html", "comment", "math"})
_AROUND = "\ufeff \t\r\n>"  # a line may begin with, or end with, and say nothing by it
_TEXT_BLOCKS = ("paragraph", "list", "blockquote", "callout", "table")


class _Place(NamedTuple):
    """Where the walk is: what the nodes below may be counted for."""

    item: int | None = None
    is_plain: bool = True
    bar: str = "|"
    doubt_from: int | None = None
    paragraph: Span = Span(0, 0)


class _Level:
    """Blocks beside one another, and at which of them the walk is."""

    def __init__(self, blocks: Sequence[Node]) -> None:
        self.blocks = blocks
        self.index = 0

    @property
    def next(self) -> Node | None:
        """The next one that is no comment."""
        return self._next[self.index]

    @cached_property
    def _next(self) -> list[Node | None]:
        """The same for each of them."""
        found: list[Node | None] = []
        last: Node | None = None
        for block in reversed(self.blocks):
            found.append(last)
            last = last if is_comment(block) else block
        return found[::-1]


@dataclass
class _Walk:
    """Collects facts in source order."""

    text: Text
    references: list[Reference] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    formulas: list[Formula] = field(default_factory=list)
    prose: list[Span] = field(default_factory=list)
    allows: list[Allow] = field(default_factory=list)
    cited: dict[int, tuple[Reference, ...]] = field(default_factory=dict)  # by heading
    headings: list[Heading] = field(default_factory=list)
    stray_brackets: list[Span] = field(default_factory=list)
    split_links: list[SplitLink] = field(default_factory=list)
    code: list[Span] = field(default_factory=list)
    breaks: list[Span] = field(default_factory=list)
    path: list[_Level] = field(default_factory=list)
    opaque: list[Node] = field(default_factory=list)  # in which nothing is a definition

    def __post_init__(self) -> None:
        self.brackets = StrayBrackets(self.text)
        self.said = -1, START  # where the line says something that was looked at last
        self.may_doubt = any(sign in self.text.content for sign in ("%%", "$$", "\\", "&"))
        self.first = behind_blanks(self.text.content, 0)  # where the note says something

    def blocks(self, parent: Node, place: _Place) -> None:
        level = _Level(parent.children)
        self.path.append(level)
        for level.index, node in enumerate(parent.children):
            if node.type in _OPAQUE:
                self.opaque.append(node)
            if node.type in ("comment", "html"):
                self.comment(node)
            elif node.type == "footnoteDefinition":
                above = parent.children[level.index - 1] if level.index else None
                self.definition(node, above, place)
            else:
                self.block(node, place)
        self.path.pop()

    def block(self, node: Node, place: _Place) -> None:
        if node.type in ("paragraph", "tableCell"):
            self.paragraph(node, place)
        elif node.type == "heading":
            self.heading(node)
        elif node.type == "listItem":
            content = node.children[0].start if node.children else None
            self.blocks(node, place._replace(item=content))
        elif node.type == "table":
            self.split_links += split_links(self.text, node)
            self.blocks(node, place._replace(is_plain=False, bar="\\|"))
        elif node.type == "definition":
            self.links.append(_url_link(node, LinkKind.DEFINITION, True))
        else:
            self.blocks(node, place)

    def paragraph(self, node: Node, place: _Place) -> None:
        doubt = _doubt(node) if self.may_doubt else None
        self.inlines(node, place._replace(doubt_from=doubt, paragraph=node.span))

    def heading(self, node: Node) -> None:
        first = len(self.references)
        self.paragraph(node, _Place(is_plain=False))
        self.cited[node.start] = tuple(self.references[first:])
        self.headings.append(_heading(self.text, node))

    def definition(self, node: Node, above: Node | None, place: _Place) -> None:
        first = len(self.links)
        index = len(self.definitions)
        self.blocks(node, place._replace(item=None, is_plain=False))
        solid = [child for child in node.children if not is_blank(child)]
        content = Span(solid[0].start, solid[-1].end) if solid else None
        self.definitions.insert(
            index,
            Definition(
                span=node.span,
                label=node.data["label"],
                marker=_marker(self.text, node),
                content=content,
                links=tuple(self.links[first:]),
                is_glued=self.is_glued(node, above),
            ),
        )

    def is_glued(self, node: Node, above: Node | None) -> bool:
        """Whether a line of text stands right above: no heading, definition or break does harm."""
        if above is None or above.type not in _TEXT_BLOCKS:
            return False
        return self.text.position(above.end).line + 1 == self.text.position(node.start).line

    def inlines(self, node: Node, place: _Place) -> None:
        open_tags = 0
        for child in node.children:
            if child.type == "html":
                open_tags += opened_tags(child.data["value"])
            # What is a link between inline tags nobody could check, so there all of it is doubtful.
            doubtful = place._replace(doubt_from=child.start) if open_tags > 0 else place
            self.inline(child, doubtful)

    def inline(self, node: Node, place: _Place) -> None:
        span = node.span
        is_certain = place.doubt_from is None or node.start < place.doubt_from
        match node.type:
            case "text":
                self.written(node, is_certain)
            case "footnoteReference":
                self.references.append(Reference(span, node.data["label"], is_certain))
            case "wikiLink" | "embed":
                link = wikilink(node, self.text.content)
                self.links.append(link._replace(is_certain=is_certain, bar=place.bar))
            case "link" | "image":
                self.link(node, place, is_certain)
            case "inlineMath":
                self.formulas.append(_formula(node, place))
            case "comment" | "html":
                self.opaque.append(node)
                self.comment(node)
            case "math":
                self.opaque.append(node)
            case "inlineCode" | "break":
                (self.breaks if node.type == "break" else self.code).append(span)
            case _:
                self.inlines(node, place)

    def written(self, text: Node, is_certain: bool) -> None:
        pieces = [text.span]
        if "pieces" in text.data:
            pieces = [Span(*piece) for piece in text.data["pieces"]]
        self.prose += pieces
        if is_certain and "[[" in text.data["value"]:
            self.stray_brackets += chain.from_iterable(map(self.brackets.within, pieces))

    def link(self, node: Node, place: _Place, is_certain: bool) -> None:
        """A Markdown link; the text of a bare URL or an autolink is no text of the author's."""
        if "destination" not in node.data:
            return
        self.links.append(_url_link(node, LinkKind(node.type), is_certain))
        self.inlines(node, place)

    def comment(self, node: Node) -> None:
        source = self.text[node.span].rstrip()
        allow = _ALLOW.match(source)
        closing = "%%" if node.type == "comment" else "-->"
        if allow is None or not source.endswith(closing):
            return
        names = tuple(
            AllowedName(match[0], Span(node.start + match.start(), node.start + match.end()))
            for match in _ALLOWED.finditer(source, allow.end(), len(source) - len(closing))
        )
        span = Span(node.start, node.start + len(source))
        self.allows.append(Allow(span, names, self.scope(node, span)))

    def scope(self, node: Node, comment: Span) -> Span:
        """What a comment allows: its line, the next block, or, on top of the note, all of it."""
        line = self.text.line_at(node.start)
        if not self.fills(line, comment):
            return Span(line.start, line.end)
        if node.start <= self.first:
            return Span(0, len(self.text.content))
        # The next of its siblings, else of what is around it.
        found = filter(None, (level.next for level in reversed(self.path)))
        return next(found, node).span

    def fills(self, line: Line, comment: Span) -> bool:
        """Whether a comment is in one line and all that this says; what it says is looked up once,
        as it may have thousands of comments."""
        if line.start != self.said[0]:
            said = line.content.strip(_AROUND)
            start = line.start + line.content.find(said)
            self.said = line.start, Span(start, start + len(said))
        return comment.end <= line.end and comment.holds(self.said[1])

    def verbatim(self) -> list[Span]:
        """What Obsidian takes letter for letter below the front matter, in order."""
        formulas = (formula.span for formula in self.formulas)
        return sorted([*(node.span for node in self.opaque), *self.code, *formulas])

    def hidden_definitions(self) -> Iterator[HiddenDefinition]:
        referred = {label_key(reference.label) for reference in self.references}
        defined = {label_key(definition.label) for definition in self.definitions}
        return hidden_definitions(self.text, self.opaque, referred, defined)


def facts_of(text: Text, tree: Tree) -> Facts:
    """The facts of a parsed note."""
    walk = _Walk(text)
    children = tree.root.children
    span = children[0].span if children and children[0].type == "yaml" else None
    front_matter, links = front_matter_facts(text.content, span)
    walk.links += links
    walk.blocks(tree.root, _Place())
    return Facts(
        front_matter=front_matter,
        first_block=next((block.span for block in children if block.type != "yaml"), START),
        sections=tuple(sections(tree.root, walk.cited)),
        references=tuple(walk.references),
        definitions=tuple(walk.definitions),
        all_links=tuple(walk.links),
        formulas=tuple(walk.formulas),
        prose=tuple(walk.prose),
        allows=tuple(with_note_scope(walk.allows, front_matter, text.content)),
        stray_brackets=tuple(outside(walk.stray_brackets, walk.split_links)),
        split_links=tuple(walk.split_links),
        limits=tree.limits,
        is_open=bool(children) and is_open(children[-1], text),
        code=tuple(walk.code),
        breaks=tuple(walk.breaks),
        verbatim=(*([front_matter.span] if front_matter else []), *walk.verbatim()),
        headings=tuple(walk.headings),
        hidden_definitions=tuple(walk.hidden_definitions()),
        blocks=block_ids(text.content, hidden_in(tree.root) if tree.is_sound else ()),
        elements=element_ids(text.content, tree.root),
    )


def _heading(text: Text, node: Node) -> Heading:
    lines = tuple(Span(*line) for line in node.data["lines"])
    source = " ".join(text[line].strip() for line in lines)
    return Heading(node.data["depth"], source, plain_text(node.children), node.span, lines)


def _doubt(paragraph: Node) -> int | None:
    """Where an unclosed ``%%`` or ``$$`` makes the rest of a block doubtful."""
    for child in paragraph.children:
        if child.type == "text" and ("%%" in child.data["value"] or "$$" in child.data["value"]):
            return child.start
    return None


def _marker(text: Text, definition: Node) -> Span:
    """The span of ``[^1]:``."""
    colon = text.content.index("]:", definition.start + len(definition.data["label"]))
    return Span(definition.start, colon + 2)


def _url_link(node: Node, kind: LinkKind, is_certain: bool) -> Link:
    target_span = Span(*node.data.get("destination", node.span))
    return Link(kind, node.span, node.data["url"], target_span, is_certain=is_certain)


def _formula(node: Node, place: _Place) -> Formula:
    value = node.data["value"]
    return Formula(node.span, value, place.item, place.paragraph, place.is_plain)
