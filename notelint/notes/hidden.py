"""Ids in the text of a note: those of blocks, which code, mathematics and comments hide, and those
of HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from notelint.markdown import Node
from notelint.notes.blank import is_comment
from notelint.values import Span, block_key, holds, lazy_pattern, name_key

# An id is said to be letters, digits and hyphens behind a space on the last line of its block. What
# other ids, and other places, Obsidian takes nobody could check, so all of them count; its own help
# has one right behind an embed.
_BLOCK_ID = lazy_pattern(r"\^([^\s\[\]^]+)[ \t]*(?=[\r\n]|\Z)")
_HIDING = ("`", "~~~", "$", "%%", "<!--", "    ", "\t", "---")
_HIDDEN = frozenset({"code", "inlineCode", "math", "inlineMath", "comment", "yaml"})
_ELEMENT = lazy_pattern(
    r"<[A-Za-z][^<>]*?\s(?:id|name)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'=<>`]+))", re.I
)
_NONE: frozenset[str] = frozenset()


def may_hold_elements(content: str) -> bool:
    """Whether HTML in a text may have ids, which the tree has to tell."""
    return "<" in content and _ELEMENT.search(content) is not None


def may_hide_ids(content: str) -> bool:
    """Whether what looks like the id of a block may be none."""
    return holds(content, *_HIDING)


def block_ids(content: str, hidden: Iterable[Span] = ()) -> frozenset[str]:
    """The keys of the ids of blocks, but for those in what hides them."""
    found = list(_BLOCK_ID.finditer(content)) if "^" in content else []
    if not found:
        return _NONE
    spans = sorted(hidden)
    starts = [span.start for span in spans]
    keys = set()
    for match in found:
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or spans[index].end <= match.start():
            keys.add(block_key(match[1]))
    return frozenset(keys)


def hidden_in(root: Node) -> Iterator[Span]:
    """What hides the ids of blocks in it."""
    for node in root.walk():
        if node.type in _HIDDEN or (node.type == "html" and is_comment(node)):
            yield node.span


def element_ids(content: str, root: Node) -> frozenset[str]:
    """The keys of the ids and the names of elements of HTML."""
    if not may_hold_elements(content):
        return _NONE
    return frozenset(
        name_key(next(filter(None, match.groups()), ""))
        for node in root.walk()
        if node.type == "html" and not is_comment(node)
        for match in _ELEMENT.finditer(node.data["value"])
    )
