"""How the blocks start that a plain note may hold, by the first character of a line.

A start says whether it took the line; ``blocks/starts`` has all that there are.
"""

from __future__ import annotations

from collections.abc import Callable

from notelint.markdown.blocks.leaves import heading_text
from notelint.markdown.plain.block import PlainBlock, PlainText
from notelint.markdown.plain.open_blocks import NotPlainError, OpenItem, OpenItems
from notelint.values import lazy_pattern

Start = Callable[[OpenItems, str], bool]

_HEADING = lazy_pattern(r"(#{1,6})(?:[ \t]|\Z)")
_UNDERLINE = lazy_pattern(r"(?:=+|-+)[ \t]*\Z")
_BREAK = lazy_pattern(r"(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})\Z")
_ITEM = lazy_pattern(r"(?:([-+*])|([0-9]{1,9})([.)]))(?=[ \t]|\Z)")
_FOOTNOTE = lazy_pattern(r"\[\^([^\[\]\\\n]+)\]:")
_BLANKS = " \t"
_TABLE_SIGNS = frozenset("-:| \t")
_WIDEST_GAP = 4  # behind the marker of an item; with more it is code
_MOST_ITEMS = 8  # inside one another


def start_heading(reader: OpenItems, text: str) -> bool:
    match = _HEADING.match(text)
    if match is None:
        return False
    title = text[match.end(1) :].lstrip(_BLANKS)
    offset = reader.offset + len(text) - len(title)
    title = heading_text(title)
    block = _add_leaf(reader, "heading", text)
    block.mark = match[1]
    block.texts.append(PlainText([(offset, title)]))
    return True


def start_break(reader: OpenItems, text: str) -> bool:
    if not _BREAK.match(text):
        return False
    _add_leaf(reader, "thematicBreak", text)
    return True


def _add_leaf(reader: OpenItems, name: str, text: str) -> PlainBlock:
    """Add a block that is whole with its one line. In an item it is not plain."""
    if reader.depth:
        raise NotPlainError
    reader.close_items()
    start = reader.offset
    reader.blocks.append(PlainBlock(name, start, start + len(text.rstrip(_BLANKS))))
    return reader.blocks[-1]


def start_break_or_item(reader: OpenItems, text: str) -> bool:
    if text[1:2] == " " and text[2:3].isalpha():
        _add_item(reader, text[0], 1, 2)
        _add_content(reader, text[2:], 2)
        return True
    return start_break(reader, text) or start_item(reader, text)


def start_with_hyphen(reader: OpenItems, text: str) -> bool:
    if reader.is_text:
        refuse_underline(reader, text)
    return start_break_or_item(reader, text) or refuse_table(reader, text)


def start_item(reader: OpenItems, text: str) -> bool:
    match = _ITEM.match(text)
    if match is None:
        return False
    size = match.end()
    content = text[size:].lstrip(_BLANKS)
    if reader.is_text and (not content or (match[2] and int(match[2]) != 1)):
        return False
    gap = text[size : len(text) - len(content)]
    if content and (len(gap) > _WIDEST_GAP or "\t" in gap):
        raise NotPlainError
    width = size + (len(gap) if content else 1)
    _add_item(reader, match[1] or match[3], size, width)
    if content:
        _add_content(reader, content, width)
    return True


def _add_item(reader: OpenItems, marker: str, size: int, width: int) -> None:
    """Open an item whose marker has a size, and a width together with the blanks behind it."""
    blocks = reader.blocks
    if reader.depth >= _MOST_ITEMS:
        raise NotPlainError
    reader.close_items()
    reader.last = reader.number
    if reader.depth:
        reader.enter_item()
    elif not blocks or blocks[-1].type != "list" or blocks[-1].mark != marker:
        blocks.append(PlainBlock("list", reader.offset, reader.offset, marker))
    reader.items.append(OpenItem(reader.column + width))
    blocks[-1].end = reader.offset + size


def _add_content(reader: OpenItems, content: str, width: int) -> None:
    """What stands behind the marker of an item."""
    reader.depth += 1
    reader.offset += width
    reader.column += width
    reader.is_text = False
    start_of = STARTS.get(content[0])
    if start_of is None or not start_of(reader, content):
        reader.add_text(content)


def start_definition(reader: OpenItems, text: str) -> bool:
    match = _FOOTNOTE.match(text)
    if match is None:
        return False
    rest = text[match.end() :].lstrip(_BLANKS)
    if reader.depth or not match[1].strip() or _may_start(rest):
        raise NotPlainError
    blocks = reader.blocks
    is_below = bool(blocks) and blocks[-1].type in ("paragraph", "list")
    is_glued = is_below and reader.last == reader.number - 1
    reader.close_items()
    start = reader.offset
    texts: list[PlainText] = []
    if rest:
        reader.text = PlainText([(start + len(text) - len(rest), rest)])
        texts.append(reader.text)
    end = start + match.end()
    blocks.append(PlainBlock("footnoteDefinition", start, end, match[1], texts, is_glued))
    reader.is_defining = True
    return True


def _may_start(text: str) -> bool:
    """Whether a text begins like a block that is no paragraph."""
    if text.startswith((">", "[^")):
        return True
    return any(pattern.match(text) for pattern in (_HEADING, _ITEM, _BREAK))


def refuse_underline(reader: OpenItems, text: str) -> bool:
    """The line that makes a heading of the paragraph above is not plain."""
    if reader.is_text and _UNDERLINE.match(text):
        raise NotPlainError
    return False


def refuse_table(reader: OpenItems, text: str) -> bool:
    """The line that makes a table of the one above is not plain."""
    if reader.is_text and _TABLE_SIGNS.issuperset(text):
        raise NotPlainError
    return False


def refuse(reader: OpenItems, text: str) -> bool:
    raise NotPlainError


STARTS: dict[str, Start] = {
    "#": start_heading,
    "-": start_with_hyphen,
    "*": start_break_or_item,
    "_": start_break,
    "+": start_item,
    "=": refuse_underline,
    "|": refuse_table,
    ":": refuse_table,
    ">": refuse,
    "[": start_definition,
    **dict.fromkeys("0123456789", start_item),
}
