"""Links in tables whose bar has no backslash: it is taken for the border of a cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from notelint.markdown import Node
from notelint.values import NamedTuple, Span, Text, lazy_pattern

_LINK = lazy_pattern(r"!?\[\[[^\[\]\r\n]*\]\]")
_BAR = lazy_pattern(r"\\.|(?P<bar>\|)", re.S)
_ANY_BAR = lazy_pattern(r"\\?\|")
_LINE_START = "x "  # in front of which no text begins a block


class SplitLink(NamedTuple):
    """A link or an embed over cells of a table. ``escaped`` is how it is to be written; with all
    links of its row written so, ``is_fitting`` says whether the row has as many cells as the table.
    ``is_header`` where it stands in the row that says how many these are. It is not certain in code
    and math, whose bars end the cell too."""

    span: Span
    target: str
    escaped: str
    is_fitting: bool
    is_header: bool
    is_certain: bool


def split_links(text: Text, table: Node) -> Iterator[SplitLink]:
    """The links of a table that a bar splits, in order."""
    columns = len(table.children[0].children) if table.children else 0
    for index, row in enumerate(table.children):
        spans = list(_candidates(text, row))
        links = _links_of(text, row) if spans else frozenset()
        bars = sum(len(_bars(text[span])) for span in spans if span.start in links)
        is_fitting = len(row.children) - bars == columns or any(
            _holds_whole(row, span) for span in spans[:1]
        )
        for span in spans:
            is_certain = span.start in links
            yield _split_link(span, text[span], is_fitting, index == 0, is_certain)


def _split_link(
    span: Span, written: str, is_fitting: bool, is_header: bool, is_certain: bool
) -> SplitLink:
    target = _ANY_BAR.split(written.lstrip("!").removeprefix("[["), maxsplit=1)[0]
    escaped = _BAR.sub(lambda match: "\\|" if match["bar"] else match[0], written)
    return SplitLink(span, target, escaped, is_fitting, is_header, is_certain)


def outside(spans: Iterable[Span], links: Iterable[SplitLink]) -> Iterator[Span]:
    """Those of some spans, in order, that stand in none of the links, in order."""
    rest = iter(links)
    link = next(rest, None)
    for span in spans:
        while link is not None and link.span.end <= span.start:
            link = next(rest, None)
        if link is None or span.start < link.span.start:
            yield span


def _candidates(text: Text, row: Node) -> Iterator[Span]:
    for match in _LINK.finditer(text.content, row.start, row.end):
        if _bars(match[0]) and not match[0].lstrip("!").startswith("[[|"):
            yield Span(*match.span())


def _bars(written: str) -> list[int]:
    return [match.start() for match in _BAR.finditer(written) if match["bar"]]


def _holds_whole(row: Node, link: Span) -> bool:
    """Whether a link stands in one cell, as in a header that was read so."""
    return any(Span(*cell.span).holds(link) for cell in row.children)


def _links_of(text: Text, row: Node) -> frozenset[int]:
    """Where links would begin if no bar were a border: not in code, math or a comment."""
    from notelint.markdown import parse  # with mistune, which plain notes do without

    blocks = parse(_LINE_START + text.content[row.start : row.end]).root.children
    nodes = _all(blocks[0]) if len(blocks) == 1 else ()
    links = (node for node in nodes if node.type in ("wikiLink", "embed"))
    return frozenset(node.start - len(_LINE_START) + row.start for node in links)


def _all(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _all(child)
