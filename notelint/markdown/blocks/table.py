"""Tables of GitHub Flavored Markdown: the rows, and the spans of their cells."""

from __future__ import annotations

import re

from notelint.markdown.blocks.block import Block
from notelint.markdown.blocks.cursor import Cursor
from notelint.values import lazy_pattern

_DELIMITER_ROW = lazy_pattern(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_UNITS = lazy_pattern(r"\\.|\|")
_LINKS_OR_UNITS = lazy_pattern(r"\\.|\[\[[^\[\]|]*\|[^\[\]]*\]\]|\|")


def delimiter_cells(text: str) -> int:
    """How many columns a delimiter row such as ``| - | :-: |`` has; 0 if the line is none."""
    if not _DELIMITER_ROW.match(text) or ("|" not in text and ":" not in text):
        return 0
    return len(cell_spans(text))


def cell_spans(text: str, units: re.Pattern[str] = _UNITS) -> list[tuple[int, int]]:
    r"""The content of each cell of a row, blanks trimmed; ``\|`` is no border (GFM 4.10)."""
    text = text.rstrip(" \t")
    borders = [match.start() for match in units.finditer(text) if match[0] == "|"]
    begin = 0
    if borders and not text[: borders[0]].strip(" \t"):
        begin = borders.pop(0) + 1
    spans = []
    for border in borders:
        spans.append(_trim(text, begin, border))
        begin = border + 1
    if begin < len(text):
        spans.append(_trim(text, begin, len(text)))
    return spans


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    content = text[start:end]
    left = len(content) - len(content.lstrip(" \t"))
    size = len(content.strip(" \t"))
    return start + left, start + left + size


def open_table(paragraph: Block, offset: int, end: int, columns: int) -> Block | None:
    """The table whose header is the paragraph's last line, which leaves the paragraph.

    Where the bar of a ``[[target|alias]]`` makes one cell too many of the header, the link is read
    as whole: else nothing below would be read as the table that it is meant to be.
    """
    start, header = paragraph.lines[-1]
    readings = (cell_spans(header, units) for units in (_UNITS, _LINKS_OR_UNITS))
    cells = next((spans for spans in readings if len(spans) == columns), None)
    if cells is None:
        return None
    paragraph.lines.pop()
    table = Block("table", start, end)
    _append_row(table, start, header, cells)
    return table


def add_row(table: Block, cursor: Cursor) -> None:
    text = cursor.text()
    _append_row(table, cursor.offset, text, cell_spans(text))
    table.end = cursor.end


def _append_row(table: Block, offset: int, text: str, cells: list[tuple[int, int]]) -> None:
    row = Block("tableRow", offset, offset + len(text.rstrip(" \t")))
    for start, end in cells:
        cell = Block("tableCell", offset + start, offset + end)
        cell.lines.append((offset + start, text[start:end]))
        row.children.append(cell)
    table.children.append(row)
