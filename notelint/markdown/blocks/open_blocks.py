"""The blocks that are open while the lines of a note are read, and how they open and close."""

from __future__ import annotations

from collections.abc import Sequence

from notelint.markdown.blocks import leaves
from notelint.markdown.blocks.block import Block
from notelint.markdown.blocks.cursor import Cursor
from notelint.markdown.blocks.definition import LinkTargets, take_definitions
from notelint.markdown.node import TOO_DEEP, Limit
from notelint.values import Line

MAX_OPEN = 64  # open blocks at one time, so 31 nested lists; deeper containers stay text
LEAVES = frozenset({"paragraph", "table"})


class OpenBlocks:
    """Where the reading of a note stands: the line, and the blocks that it may go on.

    ``matched`` says how many of them the current line continues.
    """

    def __init__(self, lines: Sequence[Line], obsidian: bool) -> None:
        self.lines = lines
        self.obsidian = obsidian
        self.number = 0  # index of the line being read
        self.cursor = Cursor()
        self.root = Block("root", 0, lines[-1].end)
        self.open = [self.root]
        self.matched = 1  # how many open blocks the current line continues
        self.targets: LinkTargets = {}
        self.limits: list[Limit] = []
        self.absent: set[str] = set()  # delimiters that no later line holds

    @property
    def tip(self) -> Block:
        """The deepest open block."""
        return self.open[-1]

    @property
    def container(self) -> Block:
        """The deepest open block that the current line continues."""
        return self.open[self.matched - 1]

    @property
    def is_lazy(self) -> bool:
        """Whether the line may be lazy: it leaves containers, and a paragraph is open."""
        return self.matched < len(self.open) and self.tip.type == "paragraph"

    def push(self, block: Block) -> Block:
        """Open a block under the deepest one that goes on, after closing what does not."""
        self.close_from(self.matched)
        while self.tip.type in LEAVES or (self.tip.type == "list") != (block.type == "listItem"):
            self.close_from(len(self.open) - 1)
        self.tip.children.append(block)
        self.open.append(block)
        self.matched = len(self.open)
        return block

    def add_leaf(self, block: Block) -> None:
        """Add a block that is whole with its one line."""
        self.push(block)
        self.close_from(len(self.open) - 1)

    def close_from(self, depth: int) -> None:
        """Close the open blocks from ``depth`` on, the deepest first."""
        while len(self.open) > depth:
            self.close(self.open.pop())
        self.matched = min(self.matched, len(self.open))

    def close(self, block: Block) -> None:
        """Give a block its end; a paragraph hands over the link definitions it begins with."""
        if block.type == "paragraph":
            self.close_paragraph(block)
        elif block.type in leaves.FINISH:
            leaves.FINISH[block.type](block)
        if block.children:
            block.end = max(block.end, block.children[-1].end)

    def close_paragraph(self, paragraph: Block) -> None:
        blocks = take_definitions(paragraph, self.targets)
        if paragraph.lines:
            leaves.finish_text(paragraph)
            blocks.append(paragraph)
        self.tip.children[-1:] = blocks

    def is_too_deep(self) -> bool:
        """Whether one more container would pass the bound, which is then noted once."""
        if self.matched < MAX_OPEN:
            return False
        if not self.limits:
            start, end = self.cursor.offset, self.lines[self.number].end
            self.limits.append(Limit(start, end, f"lists and quotes nested {TOO_DEEP}"))
        return True
