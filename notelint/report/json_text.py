"""JSON in pieces: a report is written as it is made, and never stands in memory whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from notelint.report.names import sayable


def as_json(value: object) -> str:
    """A value on one line, letters as they are; what UTF-8 cannot say is escaped."""
    if isinstance(value, str):
        return json.dumps(sayable(value), ensure_ascii=False)
    text = json.dumps(value, ensure_ascii=False)
    return text if _is_sayable(text) else json.dumps(_sayable(value), ensure_ascii=False)


def array(items: Iterable[object], indent: str = "") -> Iterator[str]:
    """A list, one item a line."""
    yield "["
    separator = ""
    for item in items:
        yield f"{separator}\n{indent} {as_json(item)}"
        separator = ","
    yield f"\n{indent}]" if separator else "]"


def with_list(head: dict[str, Any], key: str, items: Iterable[object]) -> Iterator[str]:
    """An object whose last ``key`` is a long list, and a line feed behind it."""
    yield "{\n"
    yield from (f" {as_json(name)}: {as_json(value)},\n" for name, value in head.items())
    yield f" {as_json(key)}: "
    yield from array(items, " ")
    yield "\n}\n"


def _is_sayable(text: str) -> bool:
    return text.isascii() or sayable(text) == text


def _sayable(value: Any) -> Any:
    if isinstance(value, str):
        return sayable(value)
    if isinstance(value, dict):
        return {key: _sayable(item) for key, item in value.items()}
    return list(map(_sayable, value)) if isinstance(value, list | tuple) else value
