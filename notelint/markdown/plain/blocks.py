"""The blocks of a plain note: headings, paragraphs, lists, breaks, footnote definitions of a line.

``blocks/parser`` says what a line means; this reads the same off most lines by their first
character. Whatever else a line might be is not plain, and left to it.
"""

from __future__ import annotations

from collections.abc import Iterable

from notelint.markdown.plain.block import PlainBlock
from notelint.markdown.plain.open_blocks import NotPlainError, OpenItems
from notelint.markdown.plain.starts import STARTS
from notelint.values import Line

_CODE_INDENT = 4
_FOOTNOTE_INDENT = 2
_BLANKS = " \t"


class PlainBlocks(OpenItems):
    """Reads the lines of a plain note."""

    def read(self, lines: Iterable[Line]) -> None:
        for self.number, (start, content) in enumerate(lines):
            text = content.lstrip(_BLANKS)
            if text:
                self.read_line(start, content, text)
            else:
                self.close_at_blank()
        for block in self.blocks:
            _finish(block)

    def read_line(self, start: int, content: str, text: str) -> None:
        indent = len(content) - len(text)
        self.offset = start + indent
        self.column = self.depth = base = 0
        if indent:
            base = self.go_on(content[:indent])
        if self.column - base < _CODE_INDENT:
            start_of = STARTS.get(text[0])
            if start_of is not None:
                is_inside = self.depth == len(self.items) and not self.is_defining
                self.is_text = is_inside and self.text is not None
                if start_of(self, text):
                    return
        elif self.text is None:
            raise NotPlainError  # indented code
        self.add_text(text)

    def go_on(self, blanks: str) -> int:
        """Walk down the items that a line with such an indent goes on; the column of the last."""
        self.column = column = len(blanks.expandtabs(4))
        if self.is_defining and column >= _FOOTNOTE_INDENT:
            raise NotPlainError
        base = 0
        for item in self.items:
            if item.column > column:
                break
            self.depth += 1
            base = item.column
        return base


def _finish(block: PlainBlock) -> None:
    """Give texts and block their ends."""
    for text in block.texts:
        if not text.finish():
            raise NotPlainError
    if block.texts and block.type != "heading":
        block.end = max(block.end, block.texts[-1].end)


def plain_blocks(lines: Iterable[Line]) -> list[PlainBlock] | None:
    """The blocks of the lines behind the front matter, or None where they are not plain."""
    reader = PlainBlocks()
    try:
        reader.read(lines)
    except NotPlainError:
        return None
    return reader.blocks
