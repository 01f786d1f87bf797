"""Where an allow of a finding can stand: in its line, on a line before its block, or on top."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cached_property

from notelint.authoring import ending_of, is_after_blank, next_line, put_lines, waits_for_words
from notelint.markdown import Node
from notelint.notes import Note
from notelint.values import Edit, Line, NamedTuple, Span, dataclass, lazy_pattern

_BLANKS = " \t"
_BLOCK_ID = lazy_pattern(r"\^[A-Za-z0-9-]+")
_INDENT = lazy_pattern(r"[ \t>]*")
_AROUND = ("list", "listItem", "blockquote", "callout", "footnoteDefinition")
_TAKING_IN = ("list", "blockquote", "callout", "footnoteDefinition")  # take in what is below


class Kind(Enum):
    """How an allow stands somewhere."""

    LISTED = "among those of another"
    LINE = "at a line's end"
    BLOCK = "on a line of its own before a block"
    TOP = "on a line of its own under the front matter"


class AllowPlace(NamedTuple):
    """A place where names can be allowed for ``scope``: those of an allow that stands there are
    gone on with, or a comment is put in at ``offset``, in the line or on one of its own. That has
    the ``indent`` of the block there, and an empty line above it where there must be a ``gap``."""

    scope: Span
    offset: int
    kind: Kind
    indent: str = ""
    has_gap: bool = False

    def edit(self, note: Note, names: list[str]) -> Edit:
        """What allows some rules there."""
        listed = ", ".join(names)
        if self.kind is Kind.LISTED:
            return Edit(Span(self.offset, self.offset), f", {listed}")
        comment = f"%% notelint: allow {listed} %%"
        if self.kind is Kind.TOP:
            return put_lines(note, self.offset, [comment])
        if self.kind is Kind.BLOCK:
            below = ending_of(note) + self.indent
            blanks = len(self.indent) - len(self.indent.rstrip(_BLANKS)) if self.has_gap else 0
            gap = below if self.has_gap else ""
            return Edit(Span(self.offset - blanks, self.offset), gap + comment + below)
        # With the letter before it, as whatever ends in that letter goes on with the comment.
        before = Span(self.offset - 1, self.offset)
        gap = "" if note[before] in _BLANKS else " "
        return Edit(before, note[before] + gap + comment)


@dataclass(frozen=True)
class AllowPlaces:
    """The places of one note."""

    note: Note

    def in_line(self, offset: int) -> AllowPlace | None:
        """The end of a line, but for what must stay last in it. Not that of a heading, whose name
        links use, nor of a callout's title, a table or code and its like."""
        line = self.note.text.line_at(offset)
        if line.start not in self._in_lines:
            self._in_lines[line.start] = self._at_end(line)
        return self._in_lines[line.start]

    @cached_property
    def _in_lines(self) -> dict[int, AllowPlace | None]:
        """What was said of lines, each of which may have thousands of findings."""
        return {}

    def _at_end(self, line: Line) -> AllowPlace | None:
        scope = Span(line.start, line.end)
        text = line.content.strip("\ufeff \t>")
        if _has_heading(self.note, scope) or self._is_title_or_row(line):
            return None
        if not text or text in self._allows or self.note.facts.is_verbatim(line.end):
            return None
        return self._listed(scope) or AllowPlace(
            scope, line.start + _before_tail(line.content), Kind.LINE
        )

    def _is_title_or_row(self, line: Line) -> bool:
        """Whether a line has the title of a callout, or is a row, where a comment would be a
        cell."""
        end = line.start + len(line.content.rstrip(_BLANKS))
        around = (block for _, block in _down(self.note.tree.root, end))
        return any(
            block.type == "table" or (block.type == "callout" and block.start >= line.start)
            for block in around
        )

    def before_leaf(self, offset: int) -> AllowPlace | None:
        """A line of its own before the innermost block, where that begins its line."""
        path = list(_down(self.note.tree.root, offset))
        return self._before(*path[-1]) if path and path[-1][1].type not in _AROUND else None

    def before_block(self, offset: int) -> AllowPlace | None:
        """A line of its own before the block that holds all blocks around."""
        path = next(_down(self.note.tree.root, offset), None)
        return self._before(*path) if path else None

    def on_top(self, offset: int) -> AllowPlace | None:
        """Under the front matter, for the note."""
        scope = Span(0, len(self.note.text.content))
        front_matter = self.note.facts.front_matter
        start = next_line(self.note, front_matter.span.end) if front_matter else 0
        return self._listed(scope) or AllowPlace(scope, start, Kind.TOP)

    def _before(self, above: Node | None, block: Node) -> AllowPlace | None:
        line = self.note.text.line_at(block.start)
        indent = line.content[: block.start - line.start].removeprefix("\ufeff")
        if block.type == "yaml" or not _INDENT.fullmatch(indent):
            return None
        is_taken_in = above is not None and above.type in _TAKING_IN
        has_gap = is_taken_in and not is_after_blank(self.note, line.start)
        place = AllowPlace(block.span, block.start, Kind.BLOCK, indent, has_gap)
        return self._listed(block.span) or place

    def _listed(self, scope: Span) -> AllowPlace | None:
        """An allow for exactly that, which more names can be added to."""
        end = self._ends.get(scope)
        return None if end is None else AllowPlace(scope, end, Kind.LISTED)

    @cached_property
    def _ends(self) -> dict[Span, int]:
        """Where the names of the allows in comments end, by scope."""
        allows = (allow for allow in self.note.facts.allows if not allow.is_property)
        return {allow.scope: allow.listed.end for allow in allows if allow.names}

    @cached_property
    def _allows(self) -> set[str]:
        return {self.note[allow.span] for allow in self.note.facts.allows}


Placing = Callable[[AllowPlaces, int], AllowPlace | None]

PLACINGS: tuple[Placing, ...] = (
    AllowPlaces.in_line,
    AllowPlaces.before_leaf,
    AllowPlaces.before_block,
    AllowPlaces.on_top,
)
IN_NOTE: tuple[Placing, ...] = (AllowPlaces.on_top,)


def _before_tail(line: str) -> int:
    """Where in a line a comment can be put: before the id of a block and what breaks the line, but
    behind the blank of a mark that waits for words."""
    if waits_for_words(line):
        return min(len(line.rstrip(_BLANKS)) + 1, len(line))
    text = line.rstrip(_BLANKS).removesuffix("\\").rstrip(_BLANKS)
    last = text[max(map(text.rfind, _BLANKS)) + 1 :]
    if _BLOCK_ID.fullmatch(last):
        text = text.removesuffix(last).rstrip(_BLANKS)
    return len(text)


def _down(parent: Node, offset: int) -> Iterator[tuple[Node | None, Node]]:
    """The blocks around a place, the outermost first, each with the one above it."""
    blocks = parent.children
    index = bisect_right(blocks, offset, key=lambda block: block.start) - 1
    if index >= 0 and offset <= blocks[index].end:
        yield blocks[index - 1] if index else None, blocks[index]
        if blocks[index].type in _AROUND:
            yield from _down(blocks[index], offset)


def _has_heading(note: Note, span: Span) -> bool:
    return next(note.facts.headings_at(span), None) is not None
