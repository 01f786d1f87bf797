"""Text of strangers in the cell of a spreadsheet."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(words: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe goes before what begins so."""
    return f"'{words}" if words.startswith(_FORMULA) else words
