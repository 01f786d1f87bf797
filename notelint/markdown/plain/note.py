"""A plain note: its blocks, and what it says in them."""

from __future__ import annotations

from bisect import bisect_right

from notelint.markdown.front_matter import BOM, front_matter_span
from notelint.markdown.plain.block import PlainBlock
from notelint.markdown.plain.blocks import plain_blocks
from notelint.markdown.plain.inlines import may_hold_urls
from notelint.values import NamedTuple, Span, Text


class PlainNote(NamedTuple):
    """What the tree of a plain note holds; its inlines are read by ``plain_inlines``."""

    front_matter: Span | None
    blocks: list[PlainBlock]
    has_urls: bool  # whether there may be bare ones


def read_plain(text: Text) -> PlainNote | None:
    """The blocks of a note, or None where it holds more than a plain note may."""
    content = text.content
    if content.startswith(BOM):
        return None
    lines = text.lines
    front_matter = front_matter_span(content) if content.startswith("---") else None
    if front_matter:
        lines = lines[bisect_right(lines, front_matter.end, key=lambda line: line.start) :]
    blocks = plain_blocks(lines)
    if blocks is None:
        return None
    return PlainNote(front_matter, blocks, may_hold_urls(content))
