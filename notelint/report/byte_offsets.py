"""Offsets of a text in bytes of UTF-8, as some programs count."""

from __future__ import annotations

from functools import cached_property

from notelint.values import Text

_STEP = 256  # code points between two offsets that are remembered


class ByteOffsets:
    """Where the code points of a text stand in its UTF-8. An answer takes the same time wherever
    it is, in a line of a million letters too."""

    def __init__(self, text: Text) -> None:
        self._content = text.content

    def __getitem__(self, offset: int) -> int:
        """The bytes before a code point; past the end, all of them."""
        start = min(offset, len(self._content)) // _STEP
        return self._marks[start] + _size(self._content[start * _STEP : offset])

    @cached_property
    def _marks(self) -> list[int]:
        marks = [0]
        for start in range(0, len(self._content), _STEP):
            marks.append(marks[-1] + _size(self._content[start : start + _STEP]))
        return marks


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
