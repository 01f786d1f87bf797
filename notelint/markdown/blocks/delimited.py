"""``$$ … $$`` and ``%% … %%``, which may hold blank lines and anything else until they close.

A delimiter counts as an opening only if its closing one is found ahead in the same containers, so
that an unclosed ``$$`` stays text. One that begins a line pairs with the next, whatever stands
between, as in remark-math and in Obsidian's editor. Display math that begins in mid-line may be a
slip, and never reaches past a heading or a code fence: what it could swallow there is worth more to
the reader than the formula.

What begins in an item may go on at the margin, as notes have it, and what stands at the margin
right under text is in the item of that text: both as lazy lines do. In a quote only text is lazy.
"""

from __future__ import annotations

import re

from notelint.markdown.blocks.block import CONTAINERS, Block
from notelint.markdown.blocks.cursor import Cursor
from notelint.markdown.blocks.open_blocks import OpenBlocks
from notelint.markdown.syntax.obsidian import leaves_math_open
from notelint.values import lazy_pattern

MATH, COMMENT = "$$", "%%"
_TYPES = {MATH: "math", COMMENT: "comment"}
_MATH_STOP = lazy_pattern(r"[ \t>]*(?:#{1,6}(?:[ \t]|$)|```|~~~)")
_NOT_LAZY = lazy_pattern(r"#{1,6}(?:[ \t]|$)|```|~~~|>|(?:[-+*]|[0-9]{1,9}[.)])[ \t]|\[\^")


def take(parser: OpenBlocks, marker: str) -> bool:
    """Read a block that begins with ``marker`` and ends on a line with nothing behind its end.

    A ``%%`` that is alone on its line and never closed hides all that is left of its container.
    """
    opening = parser.cursor
    text = opening.text()[2:]
    is_quoted = any(block.type == "blockquote" for block in parser.open[: parser.matched])
    rest = [] if marker in text else _lines_to(parser, marker, may_be_lazy=not is_quoted)
    is_closed = rest is not None
    if rest is None and marker == COMMENT and not text.strip(" \t"):
        rest = _lines_of_container(parser)
    if rest is None:
        return False
    texts = [text, *(_without_indent(line, opening.indent) for line in rest)]
    if is_closed and texts[-1].partition(marker)[2].strip(" \t"):
        return False
    end = next((line.end for line in reversed(rest) if not line.blank), opening.end)
    data = {"value": _value(texts, marker if is_closed else "")}
    block = Block(_TYPES[marker], opening.offset, end, data=data)
    parser.number += len(rest)
    if parser.is_lazy:  # notes go on with the item: its text, `$$ … $$` at the margin, its text
        parser.matched = len(parser.open) - 1
    parser.add_leaf(block)
    return True


def _value(texts: list[str], closing: str) -> str:
    """What stands between the delimiters, without the lines that hold nothing else."""
    if closing:
        texts[-1] = texts[-1].partition(closing)[0]
    if len(texts) > 1 and not texts[-1].strip(" \t"):
        texts.pop()
    return "\n".join(texts).strip("\n")


def _without_indent(line: Cursor, width: int) -> str:
    """The rest of a line without the indent that its block has; what a container left of a tab is
    no part of it, as Obsidian indents with tabs whatever the width of a bullet."""
    line.skip_columns(min(line.indent, width))
    return line.content[line.pos + line.partial :]


def extend_paragraph(parser: OpenBlocks) -> None:
    """Add the lines up to the delimiter that closes what the paragraph's last line leaves open."""
    paragraph = parser.tip
    line = paragraph.lines[-1][1]
    if line.startswith(COMMENT) and line.count(COMMENT) % 2:
        _extend(parser, COMMENT)
        return
    is_open = leaves_math_open(line, False)
    stop = None if line.startswith(MATH) and line.find(MATH, 2) < 0 else _MATH_STOP
    while is_open and _extend(parser, MATH, stop):
        is_open = leaves_math_open(paragraph.lines[-1][1], True)
        stop = _MATH_STOP


def _extend(parser: OpenBlocks, marker: str, stop: re.Pattern[str] | None = None) -> bool:
    lines = _lines_to(parser, marker, stop)
    if lines is None:
        return False
    parser.tip.lines.extend((line.offset, line.text()) for line in lines)
    parser.number += len(lines)
    return True


def _lines_to(
    parser: OpenBlocks,
    marker: str,
    stop: re.Pattern[str] | None = None,
    may_be_lazy: bool = True,
) -> list[Cursor] | None:
    """The lines behind the current one up to that with ``marker``, inside the same containers or
    lazy; none where a line that is a ``stop`` stands before it."""
    if marker in parser.absent:
        return None
    found: list[Cursor] = []
    for number in range(parser.number + 1, len(parser.lines)):
        line, is_inside = _behind_prefixes(parser, number)
        is_lazy = may_be_lazy and not is_inside and not _is_blank(found) and _is_lazy(line)
        if not (is_inside or is_lazy) or (stop and stop.match(line.content, line.pos)):
            return None
        if is_lazy:
            line.skip_indent()
        found.append(line)
        if line.content.find(marker, line.pos) >= 0:
            return found
    parser.absent.add(marker)
    return None


def _lines_of_container(parser: OpenBlocks) -> list[Cursor]:
    """All lines that are left of the innermost container."""
    found: list[Cursor] = []
    for number in range(parser.number + 1, len(parser.lines)):
        line, is_inside = _behind_prefixes(parser, number)
        if not is_inside:
            break
        found.append(line)
    return found


def _behind_prefixes(parser: OpenBlocks, number: int) -> tuple[Cursor, bool]:
    """A line behind the prefixes of the containers that are open now, and whether it has all.

    An item has no child yet where the block is its first: a blank line ends it no more for that.
    """
    cursor = Cursor()
    cursor.load(*parser.lines[number])
    for block in parser.open[1 : parser.matched]:
        goes_on = CONTAINERS.get(block.type)
        if goes_on is None or (cursor.blank and block.type == "listItem"):
            continue
        if not goes_on(block, cursor):
            return cursor, False
    return cursor, True


def _is_blank(found: list[Cursor]) -> bool:
    return bool(found) and found[-1].blank


def _is_lazy(line: Cursor) -> bool:
    """Whether a line that leaves containers is text, and begins nothing of its own."""
    return not line.blank and not _NOT_LAZY.match(line.text())
