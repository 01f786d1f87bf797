"""Where the block parser stands in a line, counted in characters and in columns."""

from __future__ import annotations

TAB_STOP = 4  # CommonMark 2.2: tabs behave as if replaced by spaces with a tab stop of 4
CODE_INDENT = 4  # columns from which a line is indented code


class Cursor:
    """A place in one line. ``column`` runs ahead of ``pos`` while a tab is only partly used up."""

    __slots__ = ("blank", "column", "content", "indent", "nonspace", "partial", "pos", "start")

    def load(self, start: int, content: str) -> None:
        """Go to the start of a line that begins at offset ``start`` of the note."""
        self.start = start
        self.content = content
        self.pos = self.column = 0
        self.partial = False
        self.look()

    def look(self) -> None:
        """Find the next character that is no blank, and how many columns away it is."""
        content, index, column = self.content, self.pos, self.column
        size = len(content)
        while index < size:
            char = content[index]
            if char == " ":
                column += 1
            elif char == "\t":
                column += TAB_STOP - column % TAB_STOP
            else:
                break
            index += 1
        self.nonspace = index
        self.indent = column - self.column
        self.blank = index == size

    def skip(self, count: int) -> None:
        """Step over ``count`` characters, none of them a tab."""
        self.pos += count
        self.column += count
        self.partial = False
        self.look()

    def skip_indent(self) -> None:
        """Step to the next character that is no blank."""
        self.column += self.indent
        self.pos = self.nonspace
        self.partial = False
        self.indent = 0

    def skip_columns(self, count: int) -> None:
        """Step over at most ``count`` columns of blanks; a tab may be used up in part."""
        while count > 0 and self.pos < self.nonspace:
            width = 1
            if self.content[self.pos] == "\t":
                width = TAB_STOP - self.column % TAB_STOP
            if width > count:
                self.column += count
                self.partial = True
                break
            self.column += width
            self.pos += 1
            self.partial = False
            count -= width
        self.look()

    def rest(self) -> tuple[int, str]:
        """What is left of the line and its offset in the note; a tab's unused columns as spaces."""
        if not self.partial:
            return self.start + self.pos, self.content[self.pos :]
        blanks = " " * (TAB_STOP - self.column % TAB_STOP)
        return self.start + self.pos + 1, blanks + self.content[self.pos + 1 :]

    def text(self) -> str:
        """What is left of the line without the blanks in front."""
        return self.content[self.nonspace :]

    @property
    def offset(self) -> int:
        """The offset in the note of the next character that is no blank."""
        return self.start + self.nonspace

    @property
    def end(self) -> int:
        """The offset in the note just behind the line's last character that is no blank."""
        return self.start + len(self.content.rstrip(" \t"))
