"""What a text must have for a pattern to match anything in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

_MOST = 32  # texts; to look for more costs more than to run the pattern
_PARSER: Any = getattr(re, "_parser", None)  # what `re.compile` parses with

Texts = frozenset[str]  # each match has one of them


def required_texts(patterns: Iterable[str]) -> tuple[str, ...] | None:
    """Texts of which every match of any of the patterns has at least one; None where a match may
    have anything in it, or where the letters of a pattern stand for others too."""
    found = _united(_of_pattern(pattern) for pattern in patterns)
    return tuple(sorted(found)) if found is not None and len(found) <= _MOST else None


def _of_pattern(pattern: str) -> Texts | None:
    if _PARSER is None:
        return None
    parsed = _PARSER.parse(pattern)
    return None if parsed.state.flags & re.IGNORECASE else _of_items(parsed)


def _united(found: Iterable[Texts | None]) -> Texts | None:
    """One of any; None where one of them is."""
    texts = list(found)
    return frozenset[str]().union(*filter(None, texts)) if texts and all(texts) else None


def _of_items(items: Iterable[tuple[Any, Any]]) -> Texts | None:
    """What tells most of all that one behind the other must match."""
    found: list[Texts] = []
    run = ""
    for kind, value in items:
        if str(kind) == "LITERAL":
            run += chr(value)
            continue
        found += [frozenset({run})] if run else []
        run = ""
        texts = _of_item(str(kind), value)
        found += [texts] if texts else []
    found += [frozenset({run})] if run else []
    return max(found, key=_telling, default=None)


def _telling(texts: Texts) -> tuple[bool, int, int]:
    """How seldom one of some texts stands in a note: what is beyond ASCII, what is long."""
    return not any(map(str.isascii, texts)), min(map(len, texts)), -len(texts)


def _of_item(kind: str, value: Any) -> Texts | None:
    match kind:
        case "IN":
            return _of_set(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, items = value
            return _of_items(items) if least else None
        case "SUBPATTERN":
            _, added, _, items = value
            return None if added & re.IGNORECASE else _of_items(items)
        case "ATOMIC_GROUP":
            return _of_items(value)
        case "BRANCH":
            _, branches = value
            return _united(map(_of_items, branches))
    return None


def _of_set(items: Sequence[tuple[Any, Any]]) -> Texts | None:
    """The characters of a set, where they are few and named one by one."""
    is_plain = all(str(kind) == "LITERAL" for kind, _ in items)
    return frozenset(chr(code) for _, code in items) if is_plain and len(items) <= _MOST else None
