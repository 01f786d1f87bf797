"""What a link points to: destinations, titles and labels (CommonMark 6.3)."""

from __future__ import annotations

import re

from notelint.markdown.syntax.escape import PUNCTUATION, decode
from notelint.values import NamedTuple, definition_key, lazy_pattern

MAX_LABEL = 999
MAX_PARENTHESES = 32

_BLANKS = r"[ \t]*+(?:\n[ \t]*+)?"
_ANGLE = lazy_pattern(rf"{_BLANKS}<(?P<url>(?:[^<>\\\n]|\\.|\\)*+)>")
_BARE_START = lazy_pattern(rf"{_BLANKS}(?!<)")
_BARE = lazy_pattern(rf"(?:[^\\\x00-\x20\x7f()]|\\{PUNCTUATION}|\\)*+")
_TITLE = lazy_pattern(
    r"(?:[ \t]++(?:\n[ \t]*+)?|\n[ \t]*+)"
    r"(?:\"(?P<double>(?:[^\"\\]|\\.)*+)\"|'(?P<single>(?:[^'\\]|\\.)*+)'|\((?P<round>(?:[^()\\]|\\.)*+)\))",
    re.S,
)
_CLOSE = lazy_pattern(rf"{_BLANKS}\)")
LABEL = lazy_pattern(r"\[((?:[^\\\[\]]|\\.){0,999}+)\]", re.S)


class Destination(NamedTuple):
    """A destination as written is ``text[start:end]``; ``after`` is behind its ``>``, if any."""

    start: int
    end: int
    after: int


class Resource(NamedTuple):
    """The parenthesis of an inline link: where it ends, and what it holds."""

    url: str
    title: str | None
    start: int
    end: int
    after: int


def matching_label(label: str) -> str:
    """What two labels that match have in common; empty for one of blanks, or one too long, which
    are none."""
    return definition_key(label) if len(label) <= MAX_LABEL else ""


def read_destination(text: str, start: int) -> Destination | None:
    """The destination at ``start``, blanks before it skipped; it may be empty."""
    angle = _ANGLE.match(text, start)
    if angle:
        return Destination(*angle.span("url"), angle.end())
    bare = _BARE_START.match(text, start)
    if bare is None:
        return None
    end = _bare_end(text, bare.end())
    return None if end is None else Destination(bare.end(), end, end)


def _bare_end(text: str, position: int) -> int | None:
    level = 0
    while True:
        position = _BARE.match(text, position).end()  # type: ignore[union-attr]  # matches nothing too
        char = text[position : position + 1]
        if char == "(" and level < MAX_PARENTHESES:
            level += 1
        elif char == ")" and level:
            level -= 1
        else:
            return None if level else position
        position += 1


def read_title(text: str, start: int) -> tuple[str, int] | None:
    """The title behind the blanks at ``start``, and where it ends."""
    match = _TITLE.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    return decode(match[match.lastgroup]), match.end()


def read_resource(text: str, start: int) -> Resource | None:
    """The destination and title of an inline link, from behind its ``(`` to behind its ``)``."""
    destination = read_destination(text, start)
    if destination is None:
        return None
    title = read_title(text, destination.after)
    end = _CLOSE.match(text, title[1] if title else destination.after)
    if end is None:
        return None
    url = decode(text[destination.start : destination.end])
    return Resource(url, title[0] if title else None, destination.start, destination.end, end.end())
