"""Blocks: the container algorithm of CommonMark's appendix ("A parsing strategy"), line by line.

Each line first walks down the open blocks that go on, then tries what may start, then is given to
the block that takes text. That decides laziness exactly and in time linear in the note, where a
parser that cuts out a child text per container has to guess or to parse again.
"""

from __future__ import annotations

from notelint.markdown.blocks import delimited, leaves, table
from notelint.markdown.blocks.block import CONTAINERS, Block
from notelint.markdown.blocks.cursor import CODE_INDENT, Cursor
from notelint.markdown.blocks.open_blocks import LEAVES, OpenBlocks
from notelint.markdown.blocks.starts import STARTS, Taken, start_indented


class BlockParser(OpenBlocks):
    """Reads the lines of one note into a tree of blocks; inlines are parsed later."""

    def parse(self, first: int = 0) -> Block:
        """The root block; ``first`` is the first line behind the front matter."""
        self.number = first
        while self.number < len(self.lines):
            self.read_line(*self.lines[self.number])
            self.number += 1
        self.close_from(1)
        return self.root

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
            if taken is not Taken.CONTAINER:
                return taken is Taken.LINE
        return False

    def start_block(self, char: str) -> Taken:
        """Open the block that starts here with ``char``, if one does."""
        for start in STARTS.get(char, ()):
            taken = start(self)
            if taken is not Taken.NOTHING:
                return taken
        return Taken.NOTHING

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


def start_of_rest(cursor: Cursor) -> int:
    """The offset just behind the marker that was stepped over last."""
    marker = cursor.content.rfind(">", 0, cursor.pos)
    return cursor.start + marker + 1
