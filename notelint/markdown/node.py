"""The Markdown tree of a note: nodes with exact source spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from notelint.values import NamedTuple, Span

NO_DATA: Mapping[str, Any] = {}


class Node(NamedTuple):
    """One piece of syntax, named as mdast names it, or as Obsidian does where mdast has no word.

    ``start`` and ``end`` are code points of the note, half open. ``data`` holds what the type
    carries: ``value``, ``depth``, ``label``, ``target`` and so on; keys that end in ``_span``, and
    ``destination``, are places in the note like ``start`` and ``end``. A text node whose value
    differs from its source (an escape, an entity, a line break) also has ``pieces``: the spans of
    the stretches that stand in the source letter for letter. A heading has the spans of its
    ``lines``, without what marks them.
    """

    type: str
    start: int
    end: int
    children: tuple[Node, ...] = ()
    data: Mapping[str, Any] = NO_DATA

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in source order."""
        pending = [self]
        while pending:
            node = pending.pop()
            yield node
            pending.extend(reversed(node.children))


PLACES = frozenset({"pieces", "destination", "target_span", "label_span", "lines"})  # in `data`
TOO_DEEP = "too deeply: the deeper ones were read as text and not checked"


class Limit(NamedTuple):
    """A bound of the parser that cut something off, and what therefore went unchecked."""

    start: int
    end: int
    reason: str


class Tree(NamedTuple):
    """A parsed note: its root node, and the bounds that the note ran into.

    A tree that is not sound contradicts the text it came from (see ``verify``), by a defect of the
    parser: what it says may still be reported, but nothing may be edited by it.
    """

    root: Node
    limits: tuple[Limit, ...] = ()
    is_sound: bool = True
