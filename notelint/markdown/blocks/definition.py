"""Link reference definitions (CommonMark 4.7), taken off the front of a paragraph."""

from __future__ import annotations

from notelint.markdown.blocks.block import Block
from notelint.markdown.syntax.destination import (
    LABEL,
    Destination,
    matching_label,
    read_destination,
    read_title,
)
from notelint.markdown.syntax.escape import decode
from notelint.values import NamedTuple, lazy_pattern

LinkTargets = dict[str, dict[str, str]]  # matching label → label, url and title of the definition

_TO_LINE_END = lazy_pattern(r"[ \t]*(?:\n|\Z)")


class _Found(NamedTuple):
    """A definition in the text of a paragraph; ``end`` is where the next line begins."""

    label: str
    destination: Destination
    title: str | None
    end: int


def take_definitions(paragraph: Block, targets: LinkTargets) -> list[Block]:
    """Move the definitions that a paragraph begins with into blocks of their own.

    The paragraph keeps the lines that are left, perhaps none. The first definition of a label
    wins in ``targets``; every one becomes a block.
    """
    if not paragraph.lines or not paragraph.lines[0][1].startswith("["):
        return []
    text = "\n".join(line for _, line in paragraph.lines)
    blocks: list[Block] = []
    position = line = 0
    while (found := _find(text, position)) is not None:
        count = text.count("\n", position, found.end - 1) + 1
        blocks.append(_block(text, position, found, paragraph.lines[line : line + count]))
        targets.setdefault(matching_label(found.label), blocks[-1].data)
        position, line = found.end, line + count
    del paragraph.lines[:line]
    if line and paragraph.lines:
        paragraph.start = paragraph.lines[0][0]
    return blocks


def _find(text: str, start: int) -> _Found | None:
    label = LABEL.match(text, start)
    if label is None or not text.startswith(":", label.end()) or not matching_label(label[1]):
        return None
    destination = read_destination(text, label.end() + 1)
    if destination is None or destination.after == destination.start:
        return None
    title = read_title(text, destination.after)
    end = _TO_LINE_END.match(text, title[1]) if title else None
    if title and end:
        return _Found(label[1], destination, title[0], end.end())
    end = _TO_LINE_END.match(text, destination.after)
    return _Found(label[1], destination, None, end.end()) if end else None


def _block(text: str, start: int, found: _Found, lines: list[tuple[int, str]]) -> Block:
    destination = found.destination
    written = text[destination.start : destination.end]
    data = {"label": found.label, "url": decode(written)}
    if found.title is not None:
        data["title"] = found.title
    offset, last = lines[-1]
    block = Block("definition", lines[0][0], offset + len(last.rstrip(" \t")), data=data)
    line_start = text.rfind("\n", start, destination.start) + 1 or start
    offset = lines[text.count("\n", start, destination.start)][0] + destination.start - line_start
    block.data["destination"] = (offset, offset + len(written))
    return block
