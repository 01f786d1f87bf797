"""What is open while the lines of a plain note are read."""

from __future__ import annotations

from notelint.markdown.blocks.table import cell_spans
from notelint.markdown.plain.block import PlainBlock, PlainText
from notelint.markdown.syntax.obsidian import leaves_math_open
from notelint.values import dataclass, lazy_pattern

_SPLIT_LINK = lazy_pattern(r"\[\[(?:[^\[\]|\\]|\\.)*+\|")


class NotPlainError(Exception):
    """What is read is not plain."""


def may_go_on(text: str) -> bool:
    """Whether what begins in a line of text may take in lines below it: display math, or a comment
    at its start. One character is found much faster."""
    if text.startswith(("$$", "%%")):
        return True
    return "$" in text and "$$" in text and leaves_math_open(text, False)


@dataclass(slots=True, eq=False)
class OpenItem:
    """An item: the column at which its content starts, and the offset, once there is some."""

    column: int
    content: int | None = None


class OpenItems:
    """Where the reading stands: the blocks so far, what of them is open, and the place in the line.

    ``depth`` says how many of the open items the line goes on, ``is_text`` whether it would go on
    an open paragraph with all that this stands in.
    """

    def __init__(self) -> None:
        self.blocks: list[PlainBlock] = []
        self.items: list[OpenItem] = []
        self.text: PlainText | None = None  # the open paragraph
        self.table: PlainBlock | None = None  # the open table
        self.is_defining = False  # whether a definition is open
        self.fence = ""  # what opened the code, the formula or the comment that is open
        self.verbatim: PlainBlock | None = None  # which is this block
        self.html: PlainBlock | None = None  # the HTML that is open
        self.quote: OpenItems | None = None  # what is read of the quote that is open
        self.level = 0  # how many quotes this stands in
        self.last = -1  # the number of the last line of a paragraph or a list
        self.number = self.offset = self.column = self.depth = 0
        self.is_text = False

    def take(self, start: int, content: str) -> None:
        """Read the next line."""
        raise NotImplementedError

    def add_text(self, text: str) -> None:
        """Give the line to the open paragraph, be it in a quote, or begin one. What it would go on
        in a definition is not plain."""
        if self.table is not None and not self.depth:
            self.add_row(text, self.offset)
        elif may_go_on(text) or (self.text is not None and self.is_defining):
            raise NotPlainError
        elif self.quote is not None and self.quote.holds_text:
            self.quote.add_lazy(self.offset, text)
        elif self.text is not None:
            self.text.lines.append((self.offset, text))
        elif self.depth:
            self.close_items()
            self.text = PlainText([(self.offset, text)], self.enter_item())
            self.blocks[-1].texts.append(self.text)
        else:
            self.close_items()
            self.text = PlainText([(self.offset, text)])
            paragraph = PlainBlock("paragraph", self.offset, self.offset, "", [self.text])
            self.blocks.append(paragraph)
        self.last = self.number

    def add_lazy(self, offset: int, text: str) -> None:
        """Give a line that lacks the mark of this quote to the paragraph that is open in it."""
        if self.text is not None:
            self.text.lines.append((offset, text))
        else:
            assert self.quote
            self.quote.add_lazy(offset, text)

    def add_row(self, text: str, offset: int) -> None:
        """Give a row to the open table. A link over cells is not plain."""
        assert self.table
        if _SPLIT_LINK.search(text):
            raise NotPlainError
        self.table.texts += [
            PlainText([(offset + start, text[start:end])]) for start, end in cell_spans(text)
        ]
        self.table.end = offset + len(text.rstrip(" \t"))

    def close_items(self) -> None:
        """Close what is open, but for the items that the line goes on."""
        self.text = self.table = None
        if self.quote is not None:
            self.close_quote()
        self.is_defining = False
        if len(self.items) > self.depth:
            del self.items[self.depth :]

    def close_at_blank(self) -> None:
        """A blank line ends a paragraph, a quote, and an item that holds nothing."""
        self.text = self.table = None
        if self.quote is not None:
            self.close_quote()
        if self.items and self.items[-1].content is None:
            self.items.pop()

    def close_quote(self) -> None:
        """Close the quote that is open, if one is. Code in it that nothing closes is not plain."""
        if self.quote is not None:
            if self.quote.fence:
                raise NotPlainError
            self.quote.close_quote()
            self.quote = None

    @property
    def holds_text(self) -> bool:
        """Whether a paragraph is open, be it in a quote."""
        return self.text is not None or (self.quote is not None and self.quote.holds_text)

    def enter_item(self) -> int:
        """Put what begins here into the innermost item; where the content of that starts."""
        item = self.items[self.depth - 1]
        if item.content is None:
            item.content = self.offset
        return item.content
