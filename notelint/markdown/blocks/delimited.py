"""``$$ … $$`` and ``%% … %%``, which may hold blank lines and anything else until they close.

A delimiter counts as an opening only if its closing one is found ahead in the same containers, so
that an unclosed ``$$`` stays text. Display math never reaches past a heading or a code fence: what
a stray ``$$`` could swallow there is worth more to the reader than the formula. Right under text,
a delimited block stays in the containers of that text, as a lazy line does.
"""

from __future__ import annotations

import re

from notelint.markdown.blocks.block import CONTAINERS, Block
from notelint.markdown.blocks.cursor import Cursor
from notelint.markdown.blocks.open_blocks import OpenBlocks

MATH, COMMENT = "$$", "%%"
_TYPES = {MATH: "math", COMMENT: "comment"}
_MATH_STOP = re.compile(r"[ \t>]*(?:#{1,6}(?:[ \t]|$)|```|~~~)")
_MATH_OPENING = re.compile(  # code and inline math come first: `$p$$x$` is two formulas
    r"(?:\\.|`+[^`]*`+|\$(?![\s$])(?:[^$\\]|\\.)++(?<!\s)\$(?!\d)|(?!\$\$).)*+\$\$", re.S
)
_MATH_CLOSING = re.compile(r"(?:[^$\\]|\\.|\$(?!\$)|\\)*+\$\$", re.S)

Piece = tuple[int, str]  # offset in the note, characters


def take(parser: OpenBlocks, marker: str) -> bool:
    """Read a block that begins with ``marker`` and ends on a line with nothing behind its end.

    A ``%%`` that is alone on its line and never closed hides all that is left of its container.
    """
    cursor = parser.cursor
    opening = cursor.offset, cursor.text()
    rest: list[Piece] | None = []
    if marker not in opening[1][2:]:
        rest = _lines_to(parser, marker)
    is_closed = rest is not None
    if rest is None and marker == COMMENT and opening[1].strip(" \t") == marker:
        rest = _lines_of_container(parser)
    if rest is None or (is_closed and not _is_last([opening, *rest], marker)):
        return False
    parser.number += len(rest)
    if parser.is_lazy:  # notes go on with the item: its text, `$$ … $$` at the margin, its text
        parser.matched = len(parser.open) - 1
    parser.add_leaf(_block(marker, [opening, *rest], is_closed))
    return True


def _is_last(lines: list[Piece], marker: str) -> bool:
    """Whether nothing stands behind the closing delimiter on its line."""
    closing = lines[-1][1].find(marker, 2 if len(lines) == 1 else 0)
    return not lines[-1][1][closing + 2 :].strip(" \t")


def _block(marker: str, lines: list[Piece], is_closed: bool) -> Block:
    while not lines[-1][1].strip(" \t"):
        lines.pop()
    offset, last = lines[-1]
    value = "\n".join([text for _, text in lines])[2:]
    value = value.rstrip(" \t")[:-2] if is_closed else value
    end = offset + len(last.rstrip(" \t"))
    return Block(_TYPES[marker], lines[0][0], end, data={"value": value.strip("\n")})


def extend_paragraph(parser: OpenBlocks) -> None:
    """Add the lines up to the delimiter that closes what the paragraph's last line leaves open.

    Where no line of the same containers closes it, a lazy line of the paragraph may: so the
    paragraph's ``marker`` keeps that display math is open.
    """
    paragraph = parser.tip
    line = paragraph.lines[-1][1]
    if line.startswith(COMMENT) and line.count(COMMENT) % 2:
        _extend(parser, COMMENT)
        return
    is_open = _leaves_open(line, paragraph.marker == MATH)
    while is_open and _extend(parser, MATH):
        is_open = _leaves_open(paragraph.lines[-1][1], True)
    paragraph.marker = MATH if is_open else ""


def _extend(parser: OpenBlocks, marker: str) -> bool:
    lines = _lines_to(parser, marker)
    if lines is None:
        return False
    parser.tip.lines.extend(lines)
    parser.number += len(lines)
    return True


def _leaves_open(line: str, is_open: bool) -> bool:
    """Whether display math is open at the end of a line, given whether it is at its start."""
    position = 0
    while True:
        match = (_MATH_CLOSING if is_open else _MATH_OPENING).match(line, position)
        if match is None:
            return is_open
        is_open = not is_open
        position = match.end()


def _lines_to(parser: OpenBlocks, marker: str) -> list[Piece] | None:
    """The lines behind the current one up to that with ``marker``, inside the same containers."""
    if marker in parser.absent:
        return None
    found: list[Piece] = []
    for number in range(parser.number + 1, len(parser.lines)):
        piece = _inside(parser, number)
        if piece is None or (marker == MATH and _MATH_STOP.match(piece[1])):
            return None
        found.append(piece)
        if marker in piece[1]:
            return found
    parser.absent.add(marker)
    return None


def _lines_of_container(parser: OpenBlocks) -> list[Piece]:
    """All lines that are left of the innermost container."""
    found: list[Piece] = []
    for number in range(parser.number + 1, len(parser.lines)):
        piece = _inside(parser, number)
        if piece is None:
            break
        found.append(piece)
    return found


def _inside(parser: OpenBlocks, number: int) -> Piece | None:
    """A line without the prefixes of the containers that are open now, None if it leaves them."""
    cursor = Cursor()
    cursor.load(*parser.lines[number])
    for block in parser.open[1 : parser.matched]:
        goes_on = CONTAINERS.get(block.type)
        if goes_on is not None and not goes_on(block, cursor):
            return None
    return cursor.rest()
