"""Blocks: the container algorithm of CommonMark's appendix ("A parsing strategy"), line by line.

Each line first walks down the open blocks that go on, then tries what may start, then is given to
the block that takes text. That decides laziness exactly and in time linear in the note, where a
parser that cuts out a child text per container has to guess or to parse again.
"""

from __future__ import annotations

from collections.abc import Sequence

from notelint.markdown import delimited, leaves, table
from notelint.markdown.block import CONTAINERS, Block
from notelint.markdown.cursor import CODE_INDENT, Cursor
from notelint.markdown.definition import LinkTargets, take_definitions
from notelint.markdown.node import TOO_DEEP, Limit
from notelint.markdown.starts import STARTS, start_indented
from notelint.text import Line

MAX_OPEN = 64  # open blocks at one time, so 31 nested lists; deeper containers stay text
LEAVES = frozenset({"paragraph", "table"})


class BlockParser:
    """Reads the lines of one note into a tree of blocks; inlines are parsed later."""

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

    def parse(self, first: int = 0) -> Block:
        """The root block; ``first`` is the first line behind the front matter."""
        self.number = first
        while self.number < len(self.lines):
            self.read_line(*self.lines[self.number])
            self.number += 1
        self.close_from(1)
        return self.root

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

    def read_line(self, start: int, content: str) -> None:
        cursor = self.cursor
        cursor.load(start, content)
        if self.continue_blocks() or self.start_blocks():
            return
        if not (self.is_lazy and not cursor.blank):
            self.close_from(self.matched)
        self.add_text()

    def continue_blocks(self) -> bool:
        """Walk down the blocks that go on. True: the line was the leaf's, and is used up."""
        cursor = self.cursor
        index = 1
        for block in self.open[1:]:
            goes_on = CONTAINERS.get(block.type)
            if goes_on is None:
                self.matched = index
                return self.continue_leaf(block)
            if not goes_on(block, cursor):
                break
            if block.type == "blockquote":
                block.end = max(block.end, start_of_rest(cursor))
            index += 1
        self.matched = index
        return False

    def continue_leaf(self, leaf: Block) -> bool:
        """Let the open leaf have the line; a paragraph or a table asks first what may start."""
        if leaf.type in LEAVES:
            self.matched += not self.cursor.blank
            return False
        if leaves.GOES_ON[leaf.type](leaf, self.cursor):
            self.matched += 1
            return True
        if leaf.data.pop("closed", False):
            self.close_from(self.matched)
            return True
        return False

    def start_blocks(self) -> bool:
        """Open every block that starts on this line. True: a leaf took the rest of it."""
        cursor = self.cursor
        while not cursor.blank:
            if cursor.indent >= CODE_INDENT:
                return start_indented(self)
            taken = self.start_block(cursor.content[cursor.nonspace])
            if taken is not False:
                return taken is True
        return False

    def start_block(self, char: str) -> bool | None:
        """Open the block that starts here with ``char``: see ``starts`` for what is returned."""
        for start in STARTS.get(char, ()):
            taken = start(self)
            if taken is not None:
                return taken
        return None

    def add_text(self) -> None:
        """Give the rest of the line to a paragraph or a table, or begin a paragraph."""
        cursor = self.cursor
        if cursor.blank:
            return
        if self.tip.type == "table":
            table.add_row(self.tip, cursor)
            return
        if self.tip.type != "paragraph":
            self.push(Block("paragraph", cursor.offset, cursor.offset))
        self.tip.lines.append((cursor.offset, cursor.text()))
        if self.obsidian and ("$$" in cursor.content or "%%" in cursor.content):
            delimited.extend_paragraph(self)

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


def start_of_rest(cursor: Cursor) -> int:
    """The offset just behind the marker that was stepped over last."""
    marker = cursor.content.rfind(">", 0, cursor.pos)
    return cursor.start + marker + 1
