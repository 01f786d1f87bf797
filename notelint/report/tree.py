"""The tree of a note, for people as an indented outline and for programs as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from notelint.markdown import PLACES, Node

_SHOWN = 60


def as_object(node: Node) -> dict[str, Any]:
    """``{"type", "start", "end", "children", …attributes}``, offsets in code points."""
    children = [as_object(child) for child in node.children]
    return {
        "type": node.type,
        "start": node.start,
        "end": node.end,
        "children": children,
        **_data(node),
    }


def lines(node: Node, depth: int = 0) -> Iterator[str]:
    """One line for each node: type, span, attributes."""
    attributes = " ".join(f"{key}={_short(value)}" for key, value in _data(node).items())
    yield f"{'  ' * depth}{node.type} {node.start}:{node.end} {attributes}".rstrip()
    for child in node.children:
        yield from lines(child, depth + 1)


def _data(node: Node) -> dict[str, Any]:
    return {key: value for key, value in node.data.items() if key not in PLACES}


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
