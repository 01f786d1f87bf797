"""A block while it is being read, and how each kind of container goes on to the next line."""

from __future__ import annotations

from typing import Any

from notelint.markdown.blocks.cursor import CODE_INDENT, Cursor
from notelint.values import dataclass, field

FOOTNOTE_INDENT = 2  # Obsidian's help: "2 spaces at the start of each new line"; GFM asks for 4
FOOTNOTE_STRIP = 4


@dataclass(slots=True, eq=False)
class Block:
    """An open or closed block.

    ``lines`` are (offset in the note, characters) of a leaf's content. ``marker`` is what a list or
    a fence began with; ``width`` the columns of its indent.
    """

    type: str
    start: int
    end: int
    children: list[Block] = field(default_factory=list)
    lines: list[tuple[int, str]] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    marker: str = ""
    width: int = 0

    @property
    def is_empty(self) -> bool:
        return not self.children and not self.lines


def quote_goes_on(block: Block, cursor: Cursor) -> bool:
    if cursor.indent >= CODE_INDENT or cursor.blank or cursor.content[cursor.nonspace] != ">":
        return False
    enter_quote(cursor)
    return True


def enter_quote(cursor: Cursor) -> None:
    """Step over ``>`` and the one blank that may follow it."""
    cursor.skip_indent()
    cursor.skip(1)
    if cursor.indent:
        cursor.skip_columns(1)


def item_goes_on(block: Block, cursor: Cursor) -> bool:
    if cursor.blank and not block.children:
        return False
    if cursor.indent < block.width and not cursor.blank:
        return False
    cursor.skip_columns(block.width)
    return True


def footnote_goes_on(block: Block, cursor: Cursor) -> bool:
    if cursor.indent < FOOTNOTE_INDENT and not cursor.blank:
        return False
    cursor.skip_columns(min(cursor.indent, FOOTNOTE_STRIP))
    return True


def always_goes_on(block: Block, cursor: Cursor) -> bool:
    return True


CONTAINERS = {
    "root": always_goes_on,
    "list": always_goes_on,
    "listItem": item_goes_on,
    "blockquote": quote_goes_on,
    "footnoteDefinition": footnote_goes_on,
}
