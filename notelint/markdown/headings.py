"""The headings of a note alone: the block pass, and inlines only where a heading has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from notelint.markdown.blocks.block import Block
from notelint.markdown.build import plain_text
from notelint.markdown.parser import read_blocks


class HeadingText(NamedTuple):
    """A heading as it is written and as it is shown."""

    depth: int
    source: str
    plain: str


def headings_in(content: str) -> Iterator[HeadingText]:
    """Every heading of a note in order, also those in quotes and lists."""
    reading = read_blocks(content)
    for block in _headings(reading.root):
        source = " ".join(text.strip() for _, text in block.lines)
        plain = plain_text(reading.builder.node(block).children)
        yield HeadingText(block.data["depth"], source, plain)


def _headings(block: Block) -> Iterator[Block]:
    if block.type == "heading":
        yield block
    for child in block.children:
        yield from _headings(child)
