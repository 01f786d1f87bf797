"""From blocks and inline tokens to the nodes of the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from notelint.markdown.blocks.block import Block
from notelint.markdown.blocks.definition import LinkTargets
from notelint.markdown.inlines.emphasis import Token
from notelint.markdown.inlines.parser import Inlines
from notelint.markdown.inlines.source_map import Content
from notelint.markdown.node import NO_DATA, TOO_DEEP, Limit, Node
from notelint.markdown.syntax.obsidian import CALLOUT
from notelint.markdown.syntax.wikilink import target_and_alias
from notelint.values import Span, lazy_pattern

_TASK = lazy_pattern(r"\[(.)\](?=[ \t]|\Z)")  # Obsidian's help: any character completes a task
_TYPES = {"fenced": "code", "indented": "code"}
_INLINE_TYPES = {"codespan": "inlineCode", "linebreak": "break"}
_TEXT_TYPES = frozenset({"text", "softbreak"})
_WITH_INLINES = frozenset({"paragraph", "heading", "tableCell"})
_AS_THEY_ARE = ("value", "label", "url", "name", "id")  # a token's keys that a node keeps


class Builder:
    """Turns blocks into nodes; ``targets`` are the link definitions of the whole note."""

    def __init__(self, inlines: Inlines, targets: LinkTargets) -> None:
        self.inlines = inlines
        self.targets = targets
        self.limits: list[Limit] = []

    def node(self, block: Block) -> Node:
        name = _TYPES.get(block.type, block.type)
        data = block.data
        if name in _WITH_INLINES:
            children = self.inline_nodes(block)
        else:
            children = tuple([self.node(child) for child in block.children])
        if name == "listItem" and self.inlines.obsidian:
            data = _task(block)
        elif name == "blockquote" and self.inlines.obsidian:
            name, data = _callout(block)
        elif name == "heading":
            data = {**data, "lines": tuple(Span(at, at + len(text)) for at, text in block.lines)}
        return Node(name, block.start, block.end, children, data or NO_DATA)

    def inline_nodes(self, block: Block) -> tuple[Node, ...]:
        content = Content(block.lines)
        text = content.text
        if not text:
            return ()
        if self.inlines.is_plain(text):
            return (Node("text", content.at(0), content.end(len(text)), (), {"value": text}),)
        tokens, is_cut = self.inlines.tokens_of(text, self.targets)
        convert = _Converter(content, in_table=block.type == "tableCell")
        nodes = tuple(convert.nodes(tokens))
        if (is_cut or convert.is_cut) and not self.limits:
            self.limits.append(Limit(block.start, block.end, f"marks nested {TOO_DEEP}"))
        return nodes


class _Converter:
    """Turns the tokens of one content into nodes with spans in the note."""

    def __init__(self, content: Content, in_table: bool) -> None:
        self.content = content
        self.in_table = in_table
        self.is_cut = False

    def nodes(self, tokens: list[Token], in_link: bool = False) -> Iterator[Node]:
        """The nodes of neighbouring tokens; a bare URL in the text of a link is text."""
        pending: list[Token] = []
        for token in tokens:
            if token["type"] in _TEXT_TYPES:
                pending.append(token)
            elif in_link and "bare" in token:
                pending.extend(token["children"])
            else:
                if pending:
                    yield self.text(pending)
                    pending = []
                yield self.node(token, in_link)
        if pending:
            yield self.text(pending)

    def node(self, token: Token, in_link: bool) -> Node:
        name: str = _INLINE_TYPES.get(token["type"]) or token["type"]
        children: tuple[Node, ...] = ()
        if "children" in token:
            children = tuple(self.nodes(token["children"], in_link or name == "link"))
        data = self.data(token)
        if "label" in token and name in ("link", "image"):
            name += "Reference"
        if token["type"] == "image":
            data["alt"] = plain_text(children)
            children = ()
        start, end = token["span"]
        return Node(name, self.content.at(start), self.content.end(end), children, data or NO_DATA)

    def data(self, token: Token) -> dict[str, Any]:
        if "linktext" in token:
            return self.linktext(token)
        if token["type"] == "codespan":
            raw = token["raw"]
            return {"value": raw.replace("\\|", "|") if self.in_table else raw}
        data = {key: token[key] for key in _AS_THEY_ARE if key in token}
        if token.get("title") is not None:
            data["title"] = token["title"]
        if "destination" in token:
            data["destination"] = self.span(*token["destination"])
        if token["type"] == "footnoteReference":
            data["label_span"] = self.span(token["span"][0] + 2, token["span"][1] - 1)
        return data

    def linktext(self, token: Token) -> dict[str, Any]:
        target, alias = target_and_alias(token["linktext"])
        span = self.span(token["inner"], token["inner"] + len(target))
        return {"target": target, "alias": alias, "target_span": span}

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the content as a stretch of the note."""
        return self.content.at(start), self.content.end(end)

    def text(self, tokens: list[Token]) -> Node:
        """One text node of neighbouring tokens. ``pieces`` only where value and source differ."""
        content = self.content
        start, end = tokens[0]["span"][0], tokens[-1]["span"][1]
        value = "".join([token.get("raw", "\n") for token in tokens])  # soft breaks have no `raw`
        self.is_cut = self.is_cut or any("cut" in token for token in tokens)
        data: dict[str, Any] = {"value": value}
        if "\n" in value or value != content.text[start:end]:
            data["pieces"] = tuple(_joined(self.pieces(tokens)))
        return Node("text", content.at(start), content.end(end), (), data)

    def pieces(self, tokens: list[Token]) -> Iterator[tuple[int, int]]:
        """The tokens that stand in the note letter for letter: no escapes, entities, breaks."""
        for token in tokens:
            start, end = token["span"]
            if token.get("raw") == self.content.text[start:end]:
                yield self.span(start, end)


def plain_text(nodes: tuple[Node, ...]) -> str:
    """What a reader sees of some inlines, markup aside."""
    return "".join([plain_text(node.children) if node.children else _shown(node) for node in nodes])


def _shown(node: Node) -> str:
    if node.type == "break":
        return "\n"
    if node.type == "wikiLink":
        return str(node.data["alias"] or node.data["target"])
    value: str = node.data.get("alt" if node.type.startswith("image") else "value", "")
    return value


def _joined(pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Neighbouring stretches as one."""
    start = end = -1
    for piece in pieces:
        if piece[0] != end:
            if end > start:
                yield start, end
            start = piece[0]
        end = piece[1]
    if end > start:
        yield start, end


def _task(item: Block) -> dict[str, Any]:
    """The state of a task item: ``[ ]`` or ``[x]`` at the start of its first paragraph."""
    first = item.children[0] if item.children else None
    if first is None or first.type != "paragraph":
        return {}
    match = _TASK.match(first.lines[0][1])
    return {"checked": match[1] != " "} if match else {}


def _callout(quote: Block) -> tuple[str, dict[str, Any]]:
    """A quote whose first paragraph begins with ``[!kind]`` is a callout, with the kind in it."""
    first = quote.children[0] if quote.children else None
    if first is None or first.type != "paragraph":
        return "blockquote", {}
    match = CALLOUT.match(first.lines[0][1])
    if match is None:
        return "blockquote", {}
    kind, fold, title = match[1], match[2] or None, match[3].rstrip() or None
    return "callout", {"kind": kind, "fold": fold, "title": title}
