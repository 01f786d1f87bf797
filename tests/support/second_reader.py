"""A second reader of lists, display math and comments, which shares no code with the first.

It works on columns, where the first one works on characters: each line is spread out, its tabs as
blanks up to the next tab stop, and what is inside an item is the block of columns behind its
marker. So it is short, and quadratic. What it does not know it refuses, see ``UnknownError``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

TAB_STOP = 4
MARKER = re.compile(r"([-*+]|[0-9]+[.)])( +)(?=\S)")
KINDS = {"$$": "math", "%%": "comment"}


class UnknownError(Exception):
    """The note has something of which this reader does not know what it means."""


class Cell(NamedTuple):
    """One column of a line: the character shown there, and the offset of what it comes from."""

    char: str
    offset: int


Row = list[Cell]


class Seen(NamedTuple):
    """A block; ``value`` holds the lines of math and comments, however blank they are."""

    kind: str
    start: int
    end: int
    children: tuple[Seen, ...] = ()
    value: tuple[str, ...] = ()


def second_reading(content: str) -> tuple[Seen, ...]:
    """The blocks of a note."""
    rows, offset = [], 0
    for line in re.split(r"(\r\n|\n|\r)", content):
        if line not in ("\r\n", "\n", "\r"):
            rows.append(_row(line, offset))
        offset += len(line)
    return _blocks(rows, is_root=True)


def _row(line: str, offset: int) -> Row:
    row: Row = []
    for index, char in enumerate(line, offset):
        width = TAB_STOP - len(row) % TAB_STOP if char == "\t" else 1
        row += [Cell(" " if char == "\t" else char, index)] * width
    return row


def _text(row: Row) -> str:
    return "".join(cell.char for cell in row)


def _is_blank(row: Row) -> bool:
    return not _text(row).strip()


def _indent(row: Row) -> int:
    return len(row) - len(_text(row).lstrip())


def _start(row: Row) -> int:
    return next(cell.offset for cell in row if cell.char != " ")


def _end(row: Row) -> int:
    return next(cell.offset for cell in reversed(row) if cell.char != " ") + 1


def _blocks(rows: list[Row], is_root: bool) -> tuple[Seen, ...]:
    found: list[Seen] = []
    number = 0
    while number < len(rows):
        if _is_blank(rows[number]):
            number += 1
            continue
        block, number = _block(rows, number, is_root)
        found.append(block)
    return tuple(found)


def _block(rows: list[Row], number: int, is_root: bool) -> tuple[Seen, int]:
    row = rows[number]
    if _indent(row) >= TAB_STOP:
        return _code(rows, number)
    if _marker(row):
        return _list(rows, number)
    size = _delimited_size(rows, number, is_root)
    if size:
        return _delimited(rows[number : number + size]), number + size
    return _paragraph(rows, number, is_root)


def _marker(row: Row) -> re.Match[str] | None:
    """The marker of an item, and the blanks behind it."""
    match = MARKER.match(_text(row).lstrip()) if _indent(row) < TAB_STOP else None
    if match and len(match[2]) > TAB_STOP:
        raise UnknownError("code right behind a marker")
    return match


def _code(rows: list[Row], number: int) -> tuple[Seen, int]:
    end = number
    while end < len(rows) and (_is_blank(rows[end]) or _indent(rows[end]) >= TAB_STOP):
        end += 1
    lines = [row for row in rows[number:end] if not _is_blank(row)]
    return Seen("code", _start(lines[0]), _end(lines[-1])), end


def _list(rows: list[Row], number: int) -> tuple[Seen, int]:
    first = _marker(rows[number])
    items: list[Seen] = []
    while number < len(rows):
        marker = _marker(rows[number])
        if not (marker and first and marker[1][-1] == first[1][-1]):
            break
        item, number = _item(rows, number, marker)
        items.append(item)
        while number < len(rows) and _is_blank(rows[number]):
            number += 1
    return Seen("list", items[0].start, items[-1].end, tuple(items)), number


def _item(rows: list[Row], number: int, marker: re.Match[str]) -> tuple[Seen, int]:
    start, width = _start(rows[number]), _indent(rows[number]) + marker.end()
    inside = [rows[number][width:]]
    number += 1
    while number < len(rows):
        row = rows[number]
        if _is_blank(row) or _indent(row) >= width:
            inside.append(row[width:])
        elif _is_lazy(row, inside):
            inside.append(row[_indent(row) :])
        else:
            break
        number += 1
    children = _blocks(inside, is_root=False)
    return Seen("listItem", start, children[-1].end, children), number


def _is_lazy(row: Row, above: list[Row]) -> bool:
    """Whether a line at the margin goes on with the paragraph that the lines above end with."""
    if _is_blank(above[-1]) or not _ends_in_paragraph(_blocks(above, is_root=False)):
        return False
    if _indent(row) >= TAB_STOP:
        raise UnknownError("a deep lazy line")
    if _opens(row):
        raise UnknownError("math or a comment at the margin, under text of an item")
    return not _marker(row)


def _ends_in_paragraph(blocks: tuple[Seen, ...]) -> bool:
    last = blocks[-1]
    return _ends_in_paragraph(last.children) if last.children else last.kind == "paragraph"


def _paragraph(rows: list[Row], number: int, is_root: bool) -> tuple[Seen, int]:
    end = number
    while end < len(rows) and not _is_blank(rows[end]):
        if end > number and (_interrupts(rows[end]) or _delimited_size(rows, end, is_root)):
            break
        is_unclosed = is_root and _opens(rows[end]) and _indent(rows[end]) < TAB_STOP
        if not is_unclosed and any(_text(rows[end]).count(sign) % 2 for sign in KINDS):
            raise UnknownError("math or a comment that begins in mid-line")
        end += 1
    return Seen("paragraph", _start(rows[number]), _end(rows[end - 1])), end


def _interrupts(row: Row) -> bool:
    """Whether an item begins right under text of the same container: no number but 1 may."""
    marker = _marker(row)
    return bool(marker) and (marker[1] in "-*+" or marker[1][:-1] == "1")


def _opens(row: Row) -> str:
    sign = _text(row).strip()[:2]
    return sign if sign in KINDS else ""


def _delimited_size(rows: list[Row], number: int, is_root: bool) -> int:
    """How many rows math or a comment has that begins with a row; 0 where none does."""
    sign = _opens(rows[number])
    if not sign or _indent(rows[number]) >= TAB_STOP:
        return 0
    texts = [_text(row).strip() for row in rows[number:]]
    texts[0] = texts[0][2:]
    for size, text in enumerate(texts, 1):
        if sign in text and text.index(sign) + 2 < len(text):
            raise UnknownError("text behind the end of math or a comment")
        if sign in text:
            return size
    if not is_root or sign == "%%":
        raise UnknownError("what nothing closes, of which a lazy line may be the end")
    return 0


def _delimited(rows: list[Row]) -> Seen:
    kind = KINDS[_opens(rows[0])]
    text = "\n".join(_text(row).strip() for row in rows)[2:-2]
    return Seen(kind, _start(rows[0]), _end(rows[-1]), (), words_of(text))


def words_of(value: str) -> tuple[str, ...]:
    """The lines of a value, each with single blanks and none around it."""
    return tuple(" ".join(line.split()) for line in value.strip().split("\n"))
