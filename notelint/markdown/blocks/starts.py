"""What may start a block, in the order in which it is tried (CommonMark 4 and 5, GFM, Obsidian).

A start says how much of the line it took, see ``Taken``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto

from notelint.markdown.blocks import delimited, table
from notelint.markdown.blocks.block import Block, enter_quote
from notelint.markdown.blocks.cursor import CODE_INDENT, Cursor
from notelint.markdown.blocks.definition import take_definitions
from notelint.markdown.blocks.leaves import add_rest, finish_text, heading_text
from notelint.markdown.blocks.open_blocks import OpenBlocks
from notelint.markdown.syntax import html as html_syntax
from notelint.markdown.syntax.escape import decode
from notelint.values import lazy_pattern


class Taken(Enum):
    """How much of a line a start took."""

    NOTHING = auto()  # no such block starts here
    CONTAINER = auto()  # its marker, of a container; the rest of the line is to be read on
    LINE = auto()  # all of it


Start = Callable[[OpenBlocks], Taken]

_HEADING = lazy_pattern(r"(#{1,6})(?:[ \t]|$)")
_FENCE = lazy_pattern(r"(`{3,}(?=[^`]*$)|~{3,})(.*)$", re.S)
_SETEXT = lazy_pattern(r"(=+|-+)[ \t]*$")
_BREAK = lazy_pattern(r"(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$")
_ITEM = lazy_pattern(r"(?:([-+*])|([0-9]{1,9})([.)]))(?=[ \t]|$)")
_FOOTNOTE = lazy_pattern(r"\[\^((?:[^\[\]\\\n]|\\.)+)\]:")


def start_indented(parser: OpenBlocks) -> bool:
    """Indented code; an indented line that is none begins no other block either."""
    cursor = parser.cursor
    if parser.tip.type == "paragraph":
        return False
    cursor.skip_columns(CODE_INDENT)
    block = parser.push(Block("indented", cursor.offset, cursor.offset))
    add_rest(block, cursor)
    return True


def start_quote(parser: OpenBlocks) -> Taken:
    cursor = parser.cursor
    if parser.is_too_deep():
        return Taken.NOTHING
    start = cursor.offset
    enter_quote(cursor)
    parser.push(Block("blockquote", start, start + 1))
    return Taken.CONTAINER


def start_heading(parser: OpenBlocks) -> Taken:
    cursor = parser.cursor
    match = _HEADING.match(cursor.text())
    if match is None:
        return Taken.NOTHING
    block = Block("heading", cursor.offset, cursor.end, data={"depth": len(match[1])})
    cursor.skip_indent()
    cursor.skip(len(match[1]))
    block.lines.append((cursor.offset, heading_text(cursor.text())))
    parser.add_leaf(block)
    return Taken.LINE


def start_fence(parser: OpenBlocks) -> Taken:
    cursor = parser.cursor
    match = _FENCE.match(cursor.text())
    if match is None:
        return Taken.NOTHING
    block = Block("fenced", cursor.offset, cursor.end, marker=match[1], width=cursor.indent)
    info = decode(match[2].strip(" \t"))
    if info:
        lang, _, meta = info.partition(" ")
        block.data["lang"] = lang
        if meta.strip():
            block.data["meta"] = meta.strip()
    parser.push(block)
    return Taken.LINE


def start_html(parser: OpenBlocks) -> Taken:
    cursor = parser.cursor
    text = cursor.text()
    interrupts = parser.container.type == "paragraph" or parser.is_lazy
    starts, closing = html_syntax.block_end(text, interrupts)
    if not starts:
        return Taken.NOTHING
    block = parser.push(Block("html", cursor.offset, cursor.end, data={"closing": closing}))
    add_rest(block, cursor)
    if closing is not None and closing.search(text):
        parser.close_from(len(parser.open) - 1)
    return Taken.LINE


def start_table(parser: OpenBlocks) -> Taken:
    """A delimiter row under the last line of a paragraph (GFM 4.10)."""
    cursor, paragraph = parser.cursor, parser.container
    if paragraph.type != "paragraph" or not parser.obsidian:
        return Taken.NOTHING
    columns = table.delimiter_cells(cursor.text())
    block = table.open_table(paragraph, cursor.offset, cursor.end, columns) if columns else None
    if block is None:
        return Taken.NOTHING
    parser.push(block)
    return Taken.LINE


def start_setext(parser: OpenBlocks) -> Taken:
    cursor, paragraph = parser.cursor, parser.container
    match = _SETEXT.match(cursor.text())
    if match is None or paragraph.type != "paragraph":
        return Taken.NOTHING
    definitions = take_definitions(paragraph, parser.targets)
    siblings = parser.open[-2].children
    siblings[-1:] = [*definitions, paragraph]
    if not paragraph.lines:  # open all the same, as in commonmark.js: a lone `-` starts no list
        paragraph.start = cursor.offset
        return Taken.NOTHING
    paragraph.type = "heading"
    paragraph.data["depth"] = 1 if match[1].startswith("=") else 2
    finish_text(paragraph)
    paragraph.end = cursor.end
    parser.close_from(len(parser.open) - 1)
    return Taken.LINE


def start_break(parser: OpenBlocks) -> Taken:
    cursor = parser.cursor
    if not _BREAK.match(cursor.text()):
        return Taken.NOTHING
    parser.add_leaf(Block("thematicBreak", cursor.offset, cursor.end))
    return Taken.LINE


def start_item(parser: OpenBlocks) -> Taken:
    cursor = parser.cursor
    text = cursor.text()
    match = _ITEM.match(text)
    if match is None or _may_not_interrupt(parser, match, text) or parser.is_too_deep():
        return Taken.NOTHING
    start, indent = cursor.offset, cursor.indent
    cursor.skip_indent()
    cursor.skip(match.end())
    width = match.end() + indent + _enter_item(cursor)
    marker = match[1] or match[3]
    if parser.container.type != "list" or parser.container.marker != marker:
        if parser.container.type == "list":
            parser.matched -= 1
        parser.push(_new_list(start, marker, match[2]))
    parser.push(Block("listItem", start, start + match.end(), width=width))
    return Taken.CONTAINER


def _may_not_interrupt(parser: OpenBlocks, match: re.Match[str], text: str) -> bool:
    """An empty item, or one numbered other than 1, does not interrupt a paragraph (5.2)."""
    if parser.container.type != "paragraph":
        return False
    is_empty = not text[match.end() :].strip(" \t")
    return is_empty or (match[2] is not None and int(match[2]) != 1)


def _enter_item(cursor: Cursor) -> int:
    """Step over the blanks between a marker and its content; how many columns that are."""
    if cursor.blank or cursor.indent > CODE_INDENT:
        cursor.skip_columns(1)
        return 1
    columns = cursor.indent
    cursor.skip_columns(columns)
    return columns


def _new_list(start: int, marker: str, number: str | None) -> Block:
    block = Block("list", start, start, marker=marker, data={"ordered": number is not None})
    if number is not None:
        block.data["number"] = int(number)
    return block


def start_footnote(parser: OpenBlocks) -> Taken:
    """A footnote definition, wherever it stands: also right under a line of text or a bullet."""
    cursor = parser.cursor
    match = _FOOTNOTE.match(cursor.text())
    if match is None or not parser.obsidian or not match[1].strip() or parser.is_too_deep():
        return Taken.NOTHING
    start = cursor.offset
    cursor.skip_indent()
    cursor.skip(match.end())
    label_span = start + match.start(1), start + match.end(1)
    data = {"label": match[1], "label_span": label_span}
    parser.push(Block("footnoteDefinition", start, start + match.end(), data=data))
    cursor.skip_indent()
    return Taken.CONTAINER


def start_delimited(parser: OpenBlocks) -> Taken:
    r"""``$$`` or ``%%`` at the line's start, up to where it closes."""
    if not parser.obsidian:
        return Taken.NOTHING
    text = parser.cursor.text()
    is_taken = text.startswith(("$$", "%%")) and delimited.take(parser, text[:2])
    return Taken.LINE if is_taken else Taken.NOTHING


STARTS: dict[str, tuple[Start, ...]] = {  # by the first character that is no blank
    ">": (start_quote,),
    "#": (start_heading,),
    "`": (start_fence,),
    "~": (start_fence,),
    "<": (start_html,),
    "=": (start_setext,),
    "-": (start_setext, start_break, start_item, start_table),
    "*": (start_break, start_item),
    "_": (start_break,),
    "+": (start_item,),
    "|": (start_table,),
    ":": (start_table,),
    "[": (start_footnote,),
    "$": (start_delimited,),
    "%": (start_delimited,),
    **dict.fromkeys("0123456789", (start_item,)),
}
