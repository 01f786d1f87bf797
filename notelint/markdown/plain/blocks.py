"""The blocks of a plain note: headings, paragraphs, lists, tables, quotes, breaks, fenced code also
in items, display math and comments in lines of their own, HTML up to a blank line, footnote
definitions of a line.

``blocks/parser`` says what a line means; this reads the same off most lines by their first
character. Whatever else a line might be is not plain, and left to it.
"""

from __future__ import annotations

from collections.abc import Iterable

from notelint.markdown.plain.block import PlainBlock
from notelint.markdown.plain.open_blocks import NotPlainError, OpenItems
from notelint.markdown.plain.starts import DELIMITERS, STARTS
from notelint.markdown.syntax.obsidian import CALLOUT
from notelint.values import Line, lazy_pattern

_CODE_INDENT = 4
_FOOTNOTE_INDENT = 2
_BLANKS = " \t"
_NO_PARAGRAPHS = frozenset({"heading", "table"})
_NOT_IN_QUOTES = frozenset({"heading", "footnoteDefinition", "table"})
_FENCE_END = lazy_pattern(r"(`{3,}|~{3,})[ \t]*\Z")


class PlainBlocks(OpenItems):
    """Reads the lines of a plain note."""

    def take(self, start: int, content: str) -> None:
        self.number += 1
        text = content.lstrip(_BLANKS)
        if self.fence:
            self.read_verbatim(start, content, text)
            return
        if not text:
            self.html = None
            self.close_at_blank()
            return
        if self.html is not None:
            self.html.end = start + len(content)
            return
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

    def read_verbatim(self, start: int, content: str, text: str) -> None:
        """A line of fenced code, of display math or a comment, which may allow something. Code that
        nothing closes in its item is not plain."""
        indent = len(content[: len(content) - len(text)].expandtabs(4))
        base = self.items[-1].column if self.items else 0
        if "notelint" in content or (text and indent < base):
            raise NotPlainError
        if self.ends_verbatim(text, indent - base):
            assert self.verbatim
            self.verbatim.end = start + len(content.rstrip(_BLANKS))
            self.fence = ""
            self.last = self.number

    def ends_verbatim(self, text: str, indent: int) -> bool:
        if self.fence in DELIMITERS:
            _, mark, behind = text.partition(self.fence)
            if behind.strip(_BLANKS):
                raise NotPlainError
            return bool(mark)
        closing = _FENCE_END.match(text)
        return bool(closing and indent < _CODE_INDENT and closing[1].startswith(self.fence))

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
    """Give a block its end, and its texts theirs."""
    if block.type == "blockquote":
        if block.inner:
            _finish_quote(block)
        return
    for text in block.texts:
        if not text.finish() and block.type not in _NO_PARAGRAPHS:
            raise NotPlainError
    if block.texts and block.type not in _NO_PARAGRAPHS:
        block.end = max(block.end, block.texts[-1].end)
    if block.inner:
        block.end = max(block.end, block.inner[-1].end)


def _finish_quote(quote: PlainBlock) -> None:
    """Take what stands in a quote for its own. One that begins with a kind is a callout."""
    for block in quote.inner:
        if block.type in _NOT_IN_QUOTES:
            raise NotPlainError
        _finish(block)
        quote.texts += block.texts
    quote.end = max(quote.end, quote.inner[-1].end)
    first = quote.inner[0]
    if first.type == "paragraph" and CALLOUT.match(first.texts[0].lines[0][1]):
        quote.type = "callout"


def plain_blocks(lines: Iterable[Line]) -> list[PlainBlock] | None:
    """The blocks of the lines behind the front matter, or None where they are not plain."""
    reader = PlainBlocks()
    try:
        for start, content in lines:
            reader.take(start, content)
        reader.close_quote()
        if reader.fence:
            return None  # nothing closes it
        for block in reader.blocks:
            _finish(block)
    except NotPlainError:
        return None
    return reader.blocks
