"""What the blocks of a plain note are."""

from __future__ import annotations

from notelint.values import dataclass, field

_BLANKS = frozenset({" ", "\t"})


@dataclass(slots=True, eq=False)
class PlainText:
    """The text of a paragraph or a heading: (offset in the note, characters) of its lines.

    ``item`` is where the content of the list item around it starts, if there is one.
    """

    lines: list[tuple[int, str]]
    item: int | None = None
    end: int = 0

    @property
    def start(self) -> int:
        return self.lines[0][0]

    def finish(self) -> bool:
        """Take the blanks off its end; False where it may begin with the definition of a link."""
        lines = self.lines
        offset, last = lines[-1]
        if last[-1:] in _BLANKS:
            last = last.rstrip(" \t")
            lines[-1] = offset, last
        self.end = offset + len(last)
        first = lines[0][1]
        if first[:1] != "[" or first[1:2] == "[":
            return True
        return not any("]:" in line for _, line in lines)


@dataclass(slots=True, eq=False)
class PlainBlock:
    """A block of the note itself, named as in the tree. A list has the texts of all its items, a
    quote those of all blocks in it. ``inner`` are the blocks of a quote, or the code in a list.

    ``mark`` is the depth of a heading in signs, the marker of a list, the label of a definition.
    ``is_glued`` is a definition that stands right below a paragraph or a list.
    """

    type: str
    start: int
    end: int
    mark: str = ""
    texts: list[PlainText] = field(default_factory=list)
    is_glued: bool = False
    inner: list[PlainBlock] = field(default_factory=list)
