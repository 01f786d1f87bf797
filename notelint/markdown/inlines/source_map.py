"""The inline content of a leaf, and where each of its characters stands in the note."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


class Content:
    """The lines of a leaf joined by ``\\n``, with the map from them back to the note.

    A leaf in a container loses the prefix of each line (``> ``, an indent), and a line ending may
    be two characters: so the map is a list of line starts here and of their offsets in the note.
    """

    __slots__ = ("_roots", "_shift", "_starts", "text")

    def __init__(self, lines: Sequence[tuple[int, str]]) -> None:
        if len(lines) == 1:
            self._shift, self.text = lines[0]
            self._starts: list[int] = []
            return
        self.text = "\n".join(text for _, text in lines)
        self._roots = [offset for offset, _ in lines]
        self._starts = []
        start = 0
        for _, text in lines:
            self._starts.append(start)
            start += len(text) + 1

    def at(self, index: int) -> int:
        """The offset in the note of the character ``index``."""
        if not self._starts:
            return self._shift + index
        line = bisect_right(self._starts, index) - 1
        return self._roots[line] + index - self._starts[line]

    def end(self, index: int) -> int:
        """The offset in the note just behind the character before ``index``.

        Not ``at(index)``, which is on the next line, behind its prefix, when a line ends here.
        """
        if not self._starts:
            return self._shift + index
        if index and self.text[index - 1] == "\n":
            return self.at(index)
        return self.at(index - 1) + 1 if index else self.at(0)
