"""How GitHub knows a line of a file again, so that an alert follows its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from notelint.values import Text

_WINDOW = 100  # UTF-16 units from the line's start on, blanks left out
_FACTOR, _MASK = 37, 2**64 - 1
_END = "\uffff"


class LineHashes:
    """The ``primaryLocationLineHash`` of the lines of one text, as GitHub's own action makes it
    (github/codeql-action, src/fingerprints): a polynomial over what the line begins with and what
    follows it, and how many equal ones have come so far."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def __getitem__(self, line: int) -> str:
        """The hash of a line, which counts from 1; one past the end is taken as the last."""
        window, number = self._windows[min(line, len(self._windows)) - 1]
        value = 0
        for index in range(0, 2 * _WINDOW, 2):
            unit = window[index : index + 2].ljust(2, b"\0")
            value = (value * _FACTOR + int.from_bytes(unit, "little")) & _MASK
        return f"{value:x}:{number}"

    @cached_property
    def _windows(self) -> list[tuple[bytes, int]]:
        """What each line is hashed by, and the how manieth of its kind it is."""
        return list(_counted(self._text.content))


def _counted(content: str) -> Iterator[tuple[bytes, int]]:
    plain = content.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
    lines = [line.encode("utf-16-le", "surrogatepass") for line in plain.split("\n")]
    whole = "\n".encode("utf-16-le").join(lines) + _END.encode("utf-16-le")
    seen: Counter[bytes] = Counter()
    start = 0
    for line in lines:
        window = whole[start : start + 2 * _WINDOW]
        seen[window] += 1
        yield window, seen[window]
        start += len(line) + 2
