"""Leaf blocks: how fenced code, indented code, HTML and delimited blocks go on and end."""

from __future__ import annotations

import re
from collections.abc import Callable

from notelint.markdown.blocks.block import Block
from notelint.markdown.blocks.cursor import CODE_INDENT, Cursor
from notelint.values import lazy_pattern

_FENCE_END = lazy_pattern(r"(`{3,}|~{3,})[ \t]*$")


def add_rest(block: Block, cursor: Cursor) -> None:
    """Append the rest of the line to a leaf that keeps its text as it is."""
    block.lines.append(cursor.rest())
    if not cursor.blank:
        block.end = cursor.start + len(cursor.content)


def fence_goes_on(block: Block, cursor: Cursor) -> bool:
    if cursor.indent < CODE_INDENT:
        closing = _FENCE_END.match(cursor.text())
        if closing and closing[1].startswith(block.marker):
            block.end = cursor.end
            block.data["closed"] = True
            return False
    cursor.skip_columns(min(cursor.indent, block.width))
    add_rest(block, cursor)
    block.end = cursor.start + len(cursor.content)
    return True


def indented_goes_on(block: Block, cursor: Cursor) -> bool:
    if cursor.indent < CODE_INDENT and not cursor.blank:
        return False
    cursor.skip_columns(CODE_INDENT)
    add_rest(block, cursor)
    return True


def html_goes_on(block: Block, cursor: Cursor) -> bool:
    closing: re.Pattern[str] | None = block.data["closing"]
    if closing is None:
        if cursor.blank:
            return False
        add_rest(block, cursor)
        return True
    add_rest(block, cursor)
    if not closing.search(cursor.content, cursor.pos):
        return True
    block.data["closed"] = True
    return False


def finish_indented(block: Block) -> None:
    while block.lines and not block.lines[-1][1].strip(" \t"):
        block.lines.pop()
    block.data["value"] = joined(block)


def finish_fenced(block: Block) -> None:
    block.data["value"] = joined(block)


def finish_html(block: Block) -> None:
    del block.data["closing"]
    block.data["value"] = joined(block)


def finish_text(block: Block) -> None:
    """A paragraph or a heading ends behind its last character that is no blank."""
    offset, text = block.lines[-1]
    text = text.rstrip(" \t")
    block.lines[-1] = (offset, text)
    block.start = min(block.start, block.lines[0][0])
    block.end = max(block.end, offset + len(text))


def joined(block: Block) -> str:
    return "\n".join(text for _, text in block.lines)


def heading_text(text: str) -> str:
    """The content of an ATX heading: without the closing ``#`` and the blanks around."""
    text = text.rstrip(" \t")
    bare = text.rstrip("#")
    if bare != text and (not bare or bare[-1] in " \t"):
        return bare.rstrip(" \t")
    return text


GOES_ON: dict[str, Callable[[Block, Cursor], bool]] = {
    "fenced": fence_goes_on,
    "indented": indented_goes_on,
    "html": html_goes_on,
}

FINISH: dict[str, Callable[[Block], None]] = {
    "fenced": finish_fenced,
    "indented": finish_indented,
    "html": finish_html,
}
