"""How the blocks start that a plain note may hold, by the first character of a line.

A start says whether it took the line; ``blocks/starts`` has all that there are.
"""

from __future__ import annotations

from collections.abc import Callable

from notelint.markdown.blocks.leaves import heading_text
from notelint.markdown.blocks.table import cell_spans, delimiter_cells
from notelint.markdown.plain.block import PlainBlock, PlainText
from notelint.markdown.plain.open_blocks import NotPlainError, OpenItem, OpenItems, may_go_on
from notelint.markdown.syntax.html import block_end
from notelint.values import lazy_pattern

Start = Callable[[OpenItems, str], bool]

_HEADING = lazy_pattern(r"(#{1,6})(?:[ \t]|\Z)")
_UNDERLINE = lazy_pattern(r"(?:=+|-+)[ \t]*\Z")
_BREAK = lazy_pattern(r"(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})\Z")
_ITEM = lazy_pattern(r"(?:([-+*])|([0-9]{1,9})([.)]))(?=[ \t]|\Z)")
_MAY_START = lazy_pattern("|".join(start.pattern for start in (_HEADING, _ITEM, _BREAK)))
_FENCE = lazy_pattern(r"`{3,}(?=[^`]*\Z)|~{3,}")
_FOOTNOTE = lazy_pattern(r"\[\^([^\[\]\\\n]+)\]:")
_BLANKS = " \t"
_TABLE_SIGNS = frozenset("-:| \t")
_WIDEST_GAP = 4  # behind the marker of an item; with more it is code
_MOST_ITEMS = 8  # inside one another
_MOST_QUOTES = 3
_TEXT_BLOCKS = frozenset({"paragraph", "list", "blockquote", "table"})
DELIMITERS = {"$$": "math", "%%": "comment"}


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


def start_fence(reader: OpenItems, text: str) -> bool:
    match = _FENCE.match(text)
    if match is None:
        return False
    if reader.depth:
        reader.verbatim = _add_code_in_item(reader, text)
    else:
        reader.verbatim = _add_leaf(reader, "code", text)
    reader.fence = match[0]
    return True


def _add_code_in_item(reader: OpenItems, text: str) -> PlainBlock:
    reader.close_items()
    reader.enter_item()
    start = reader.offset
    code = PlainBlock("code", start, start + len(text.rstrip(_BLANKS)))
    reader.blocks[-1].inner.append(code)
    return code


def start_delimited(reader: OpenItems, text: str) -> bool:
    """Display math or a comment in lines of their own. Where it might be lazy it is not plain."""
    mark = text[:2]
    if mark not in DELIMITERS:
        return False
    may_be_lazy = reader.holds_text and (reader.items or reader.is_defining or reader.quote)
    if may_be_lazy or reader.level or "notelint" in text:
        raise NotPlainError
    _, closing, behind = text[2:].partition(mark)
    if behind.strip(_BLANKS):
        raise NotPlainError
    reader.verbatim = _add_leaf(reader, DELIMITERS[mark], text)
    reader.fence = "" if closing else mark
    return True


def start_html(reader: OpenItems, text: str) -> bool:
    """A block of HTML up to a blank line. One that ends otherwise is not plain, nor in a quote."""
    starts, closing = block_end(text, interrupts=reader.holds_text)
    if not starts:
        return False
    if closing is not None or reader.level:
        raise NotPlainError
    reader.html = _add_leaf(reader, "html", text)
    reader.html.end = reader.offset + len(text)
    return True


def start_quote(reader: OpenItems, text: str) -> bool:
    """A line of a quote: what stands behind its mark is read as that of a note."""
    content = text[1:].removeprefix(" ")
    blanks = content[: len(content) - len(content.lstrip(_BLANKS))]
    if reader.depth or reader.level >= _MOST_QUOTES or "\t" in blanks:
        raise NotPlainError
    start, quote = reader.offset, reader.quote
    if quote is None:
        reader.close_items()
        reader.quote = quote = type(reader)()
        quote.level = reader.level + 1
        reader.blocks.append(PlainBlock("blockquote", start, start, inner=quote.blocks))
    reader.blocks[-1].end = start + 1
    reader.last = reader.number
    quote.take(start + len(text) - len(content), content)
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
    if text[1:2] == " " and (text[2:3].isalpha() or text[2:3] == "$"):
        _add_text_item(reader, text)
        return True
    return start_break(reader, text) or start_item(reader, text)


def start_with_hyphen(reader: OpenItems, text: str) -> bool:
    if reader.is_text:
        refuse_underline(reader, text)
    return start_break_or_item(reader, text) or start_table(reader, text)


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


def _add_text_item(reader: OpenItems, text: str) -> None:
    """Open an item whose marker is a character and one blank, and that holds text."""
    _add_item(reader, text[0], 1, 2)
    content = text[2:]
    if may_go_on(content):
        raise NotPlainError
    reader.items[-1].content = start = reader.offset + 2
    reader.text = PlainText([(start, content)], start)
    reader.blocks[-1].texts.append(reader.text)


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
    if reader.depth or not match[1].strip() or _may_start(rest) or may_go_on(rest):
        raise NotPlainError
    blocks = reader.blocks
    is_below = bool(blocks) and blocks[-1].type in _TEXT_BLOCKS
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
    if text.startswith((">", "[^", "<", "```", "~~~", "$$", "%%")):
        return True
    return _MAY_START.match(text) is not None


def refuse_underline(reader: OpenItems, text: str) -> bool:
    """The line that makes a heading of the paragraph above is not plain."""
    if reader.is_text and _UNDERLINE.match(text):
        raise NotPlainError
    return False


def start_table(reader: OpenItems, text: str) -> bool:
    """The line that makes a table of the one above. In an item it is not plain, and where its
    columns are not those of that line."""
    if not reader.is_text or reader.text is None or not _TABLE_SIGNS.issuperset(text):
        return False
    offset, header = reader.text.lines[-1]
    columns = delimiter_cells(text)
    if reader.depth or not columns or len(cell_spans(header)) != columns:
        raise NotPlainError
    reader.text.lines.pop()
    if not reader.text.lines:
        reader.blocks.pop()
    reader.close_items()
    reader.table = PlainBlock("table", offset, offset)
    reader.blocks.append(reader.table)
    reader.add_row(header, offset)
    reader.table.end = reader.offset + len(text.rstrip(_BLANKS))
    reader.last = reader.number
    return True


STARTS: dict[str, Start] = {
    "#": start_heading,
    "-": start_with_hyphen,
    "*": start_break_or_item,
    "_": start_break,
    "+": start_item,
    "=": refuse_underline,
    "|": start_table,
    ":": start_table,
    ">": start_quote,
    "$": start_delimited,
    "%": start_delimited,
    "`": start_fence,
    "~": start_fence,
    "<": start_html,
    "[": start_definition,
    **dict.fromkeys("0123456789", start_item),
}
