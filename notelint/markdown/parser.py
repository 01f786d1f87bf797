"""From the text of a note to its Markdown tree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from notelint.markdown.blocks.block import Block
from notelint.markdown.blocks.parser import BlockParser
from notelint.markdown.build import Builder
from notelint.markdown.front_matter import BOM, front_matter_span
from notelint.markdown.inlines.parser import Inlines
from notelint.markdown.node import Limit, Node, Tree
from notelint.markdown.verify import violations
from notelint.values import Line, NamedTuple, split_lines


class Reading(NamedTuple):
    """A note of which only the blocks are read; ``builder`` makes nodes of them."""

    yaml: Node | None
    root: Block
    builder: Builder
    limits: list[Limit]


def read_blocks(content: str, obsidian: bool = True) -> Reading:
    """The block pass alone."""
    lines = split_lines(content)
    yaml, first = _front_matter(content, lines) if obsidian else (None, 0)
    if not first and content.startswith(BOM):
        lines[0] = Line(1, lines[0].content[1:])
    if len(lines) > 1 and not lines[-1].content:
        lines.pop()  # what follows the last line ending is no line
    blocks = BlockParser(lines, obsidian)
    root = blocks.parse(first)
    return Reading(yaml, root, Builder(_inlines(obsidian), blocks.targets), blocks.limits)


def parse(content: str, obsidian: bool = True) -> Tree:
    """Parse a note. With ``obsidian=False`` only CommonMark's own syntax is recognized."""
    reading = read_blocks(content, obsidian)
    children = tuple([reading.builder.node(block) for block in reading.root.children])
    if reading.yaml is not None:
        children = (reading.yaml, *children)
    root = Node("root", 0, len(content), children)
    broken = next(violations(content, root), None)
    limits = [*reading.limits, *reading.builder.limits]
    if broken:
        limits.append(broken)
    return Tree(root, tuple(limits), is_sound=broken is None)


@lru_cache(maxsize=2)
def _inlines(obsidian: bool) -> Inlines:
    return Inlines(obsidian)


def _front_matter(content: str, lines: Sequence[Line]) -> tuple[Node | None, int]:
    """The front matter, and the first line behind it."""
    span = front_matter_span(content)
    if span is None:
        return None, 0
    first = bisect_right(lines, span.end, key=lambda line: line.start)
    value = "\n".join(line.content for line in lines[1 : first - 1])
    return Node("yaml", span.start, span.end, (), {"value": value}), first
