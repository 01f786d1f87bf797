"""Text of strangers on a terminal: how wide it is, and nothing in it that the terminal obeys."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from unicodedata import category


def printable(text: str) -> str:
    """The text with tabs as a space, and what is not shown, or would be obeyed, as ``�``."""
    if text.isprintable():
        return text
    return "".join(" " if char == "\t" else char if char.isprintable() else "�" for char in text)


def escaped(text: str) -> str:
    """A line of text with what a terminal would obey, or would not show, as in a Python string:
    ``\\x1b``, ``\\u202e``. Blanks of other widths stay."""
    if text.isprintable():
        return text
    return "".join(char if _is_shown(char) else _escape(char) for char in text)


def _is_shown(char: str) -> bool:
    return char.isprintable() or category(char) == "Zs"


def _escape(char: str) -> str:
    return ascii(char)[1:-1]


def columns(text: str) -> int:
    """How many columns a text takes once it is printable."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # only loaded where it can make a difference

    return max(wcswidth(printable(text)), 0)


def leading(text: str, width: int) -> str:
    """As much of the start of a text as fits into ``width`` columns."""
    return text[: _most(len(text), width, lambda size: text[:size])]


def trailing(text: str, width: int) -> str:
    """As much of the end of a text as fits into ``width`` columns."""
    return text[len(text) - _most(len(text), width, lambda size: text[len(text) - size :]) :]


def _most(length: int, width: int, part: Callable[[int], str]) -> int:
    """The size of the longest part that fits; only about as much as fits is looked at."""
    size = width + 1
    while size < length and columns(part(size)) <= width:  # some characters take no column
        size *= 2
    sizes = range(min(size, length) + 1)
    return bisect_right(sizes, width, key=lambda size: columns(part(size))) - 1
