"""Reports as their readers see them."""

from __future__ import annotations

from collections.abc import Iterable


def lines_of(pieces: Iterable[str]) -> list[str]:
    """The lines that the pieces of a report make, each of which ends in a line feed."""
    *lines, rest = "".join(pieces).split("\n")
    assert rest == ""
    return lines
