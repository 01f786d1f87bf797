"""``[[x]]`` and ``![[x]]``: where they begin, and which of several ``]`` ends them."""

from __future__ import annotations

import re

from notelint.values import lazy_pattern

# The first `]]` ends a link, and a single `]` is part of its text (seen in Obsidian 1.13.7). Of
# `[[[` the first bracket is text that stands in front, unless the link's own text closes it.
WIKILINK = (
    r"!?\[\[(?!\[(?![^\[\]\n]*+\](?!\])))"
    r"(?P<linktext>(?:[^\[\]\n]|\[(?!\[)|\](?!\]))++)\]\]"
)
_WIKILINK = lazy_pattern(WIKILINK)


def link_end(match: re.Match[str]) -> int:
    """Where the link of a match of ``WIKILINK`` ends: one further where the ``]`` behind closes a
    bracket of the link's own text, as in ``[[#[^1]]]`` and ``[[wiki [link]]]``."""
    text = match["linktext"]
    is_open = text.rfind("[") > text.rfind("]")
    return match.end() + (is_open and match.string.startswith("]", match.end()))


def linktext(value: str) -> str:
    """What stands between the brackets of a value that is a wikilink and nothing else, perhaps with
    a ``]`` too many; empty for any other value."""
    match = _WIKILINK.match(value)
    end = link_end(match) if match else 0
    return value[match.start("linktext") : end - 2] if match and value[end:] in ("", "]") else ""


def target_and_alias(written: str) -> tuple[str, str | None]:
    r"""What the text of a link says. Tables write the bar ``\|``, and so does what is copied."""
    target, bar, alias = written.partition("|")
    return (target.removesuffix("\\"), alias) if bar else (target, None)
