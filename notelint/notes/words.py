"""Words as the vault writes them, with and without a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Behind a slash it is the name of a page, in which hyphens stand for blanks.
_COMPOUND = re.compile(r"(?<![\w-])(?<!\w/)[^\W\d_]{2,}-(?:[^\W\d_]{2,}|\d+)(?![\w-])")
WORD = re.compile(r"(?<![\w-])[^\W_]{3,}(?![\w-])")


def compounds_in(text: str) -> Iterator[str]:
    """The words with one hyphen, such as ``side-effects`` or ``interleukin-1``, casefolded."""
    found = _COMPOUND.finditer(text) if "-" in text else ()
    return (match[0].casefold() for match in found)


def words_in(text: str) -> Iterator[str]:
    """The words of three letters or more without a hyphen, casefolded."""
    return (match[0].casefold() for match in WORD.finditer(text))


def small_words_in(text: str) -> set[str]:
    """The words of three letters or more without a hyphen that are written in small letters."""
    return {word for word in WORD.findall(text) if word.islower()}


def times(count: int) -> str:
    """How often, in words."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
