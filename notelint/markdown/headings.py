"""The headings of a note alone, for whoever does not need the rest of its tree.

Most notes hold nothing that could hide a heading, or make one of what does not look so. Their
headings are the lines that begin with ``#``; only the other notes take the block pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from notelint.markdown.blocks.block import Block
from notelint.markdown.blocks.leaves import heading_text
from notelint.markdown.front_matter import BOM, front_matter_span
from notelint.markdown.plain.heading import read_plain_heading
from notelint.values import NamedTuple, holds, lazy_pattern

if TYPE_CHECKING:
    from notelint.markdown.build import Builder

# What may hide a heading: code, HTML, math, a comment, a quote. Tabs, carriage returns and deep
# indents want columns counted, and are left to the block pass whole. Looked for one by one, as that
# takes a sixth of the time of one pattern.
_HIDING = ("\t", "\r", "<", "```", "~~~", "$$", "%%", "\n    ", "\n>", "\n >", "\n  >", "\n   >")
_HEADING = lazy_pattern(r"\n {0,3}(#{1,6})(?: +([^\n]*)|(?=\n|\Z))")
_SIGN = lazy_pattern("##*")  # which is found five times as fast as `#+`
_MARKERS = "-+*.):>"  # the last characters of what may stand before a heading: an item, a quote
_UNDERLINE = lazy_pattern(r"\n {0,3}(?:=+|-+) *(?=\n|\Z)")
_FOOTNOTE = lazy_pattern(r"\n {0,3}\[\^[^\]\n]*\]:")


class HeadingText(NamedTuple):
    """A heading as it is written and as it is shown, without what marks it."""

    depth: int
    source: str
    plain: str


def headings_in(content: str) -> list[HeadingText]:
    """Every heading of a note in order, also those in quotes and lists."""
    found = headings_by_lines(content)
    return list(_by_blocks(content)) if found is None else found


def headings_by_lines(content: str) -> list[HeadingText] | None:
    """The same where each line that begins like a heading is one, and no other is; else None."""
    front_matter = front_matter_span(content)
    body = "\n" + (content[front_matter.end :] if front_matter else content.removeprefix(BOM))
    return list(_by_lines(body)) if _shows_its_headings(body) else None


def _shows_its_headings(body: str) -> bool:
    """Whether each line that begins like a heading is one, and no other is. A link definition says
    what in a heading is a link, so there must be none."""
    if holds(body, *_HIDING) or _may_hold_a_heading_in_a_container(body):
        return False
    if body.count("]:") != len(_FOOTNOTE.findall(body)):
        return False
    return not any(map(_may_end_a_paragraph, _above_underlines(body)))


def _may_hold_a_heading_in_a_container(body: str) -> bool:
    """Whether a `#` stands behind what may be the marker of an item, a quote or a definition."""
    for sign in _SIGN.finditer(body):
        before = body[max(sign.start() - 99, 0) : sign.start()].rstrip(" ")
        if not before or before[-1] in _MARKERS:
            return True
    return False


def _above_underlines(body: str) -> Iterator[str]:
    """The lines above those that would make a heading of a paragraph, each with its line feed."""
    for underline in _UNDERLINE.finditer(body):
        end = underline.start()
        yield body[max(body.rfind("\n", 0, end), 0) : end]


def _may_end_a_paragraph(line: str) -> bool:
    """Whether a line is neither blank, nor a heading, nor a break or an empty bullet; two hyphens
    may be words."""
    is_text = bool(line.strip(" \n-")) or line.strip(" \n") == "--"
    return is_text and not _HEADING.match(line)


def _by_lines(body: str) -> Iterator[HeadingText]:
    """The headings of a text in which every line that looks like one is one."""
    for line in _HEADING.finditer(body):
        yield read_heading(len(line[1]), heading_text(line[2] or ""))


@lru_cache(maxsize=4096)  # the notes of a vault have most of their headings in common
def read_heading(depth: int, source: str) -> HeadingText:
    """A heading as it is written, in a note without link definitions."""
    read = read_plain_heading(source)
    if read is not None:
        return HeadingText(depth, read.source, read.shown)
    from notelint.markdown.parser import read_blocks

    block = Block("heading", 0, 0, lines=[(0, source)], data={"depth": depth})
    return _heading(block, read_blocks("").builder)


def _by_blocks(content: str) -> Iterator[HeadingText]:
    from notelint.markdown.parser import read_blocks  # with mistune, which most notes do without

    reading = read_blocks(content)
    for block in _headings(reading.root):
        yield _heading(block, reading.builder)


def _heading(block: Block, builder: Builder) -> HeadingText:
    from notelint.markdown.build import plain_text

    source = " ".join(text.strip() for _, text in block.lines)
    return HeadingText(block.data["depth"], source, plain_text(builder.inline_nodes(block)))


def _headings(block: Block) -> Iterator[Block]:
    if block.type == "heading":
        yield block
    for child in block.children:
        yield from _headings(child)
