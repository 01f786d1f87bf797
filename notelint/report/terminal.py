"""Text of strangers on a terminal: how wide it is, and nothing in it that the terminal obeys."""

from __future__ import annotations


def printable(text: str) -> str:
    """The text with tabs as a space, and what is not shown, or would be obeyed, as ``�``."""
    return "".join(" " if char == "\t" else char if char.isprintable() else "�" for char in text)


def columns(text: str) -> int:
    """How many columns a text takes once it is printable."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # only loaded where it can make a difference

    return max(wcswidth(printable(text)), 0)


def leading(text: str, width: int) -> str:
    """As much of the start of a text as fits into ``width`` columns."""
    if columns(text[:width]) <= width:
        return text[:width]
    low, high = 0, width
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if columns(text[:middle]) <= width else (low, middle - 1)
    return text[:low]


def trailing(text: str, width: int) -> str:
    """As much of the end of a text as fits into ``width`` columns."""
    return leading(text[-width:][::-1], width)[::-1] if width else ""
