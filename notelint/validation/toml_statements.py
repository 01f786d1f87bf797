"""A TOML file cut into its statements, in one pass that knows strings and comments.

The tables of other tools are none of notelint's affair, so that only the statements of one table
are handed to the parser; and only statements know in which line a key stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from notelint.validation.location import Location
from notelint.values import NamedTuple, lazy_pattern

NO_KEY = "?"

_STRING = (
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5})|'
    r"'''(?:[^']|'(?!''))*+(?:'{3,5})|"
    r'"(?:[^"\\\n]|\\[^\n])*+"|'
    r"'[^'\n]*+'"
)
_SKIP = lazy_pattern(rf"(?:{_STRING}|#[^\n]*+|[^\[\]{{}}\"'#\n]++)++", re.S)
_KEY_PART = lazy_pattern(r"""[ \t]*+(?:"((?:[^"\\\n]|\\[^\n])*+)"|'([^'\n]*+)'|([\w-]++))[ \t]*+""")
_LINE_START = lazy_pattern(r"[ \t\r\n]*+(?:#[^\n]*+[ \t\r\n]*+)*+")


class Statement(NamedTuple):
    """A header, a ``key = value``, or a line that is neither, at ``start:end`` of the text and from
    ``line`` (from 1) on. ``key`` is the whole key, tables around it included; ``depth`` how deep
    its value nests, and ``is_closed`` whether the value ends at all."""

    key: Location
    start: int
    end: int
    line: int
    depth: int = 1
    is_closed: bool = True


def statements(text: str) -> Iterator[Statement]:
    """All statements of a TOML file, in order."""
    items: Counter[Location] = Counter()  # how often each [[array of tables]] was named
    table: Location = ()
    at, line, counted = 0, 1, 0
    while True:
        at = _LINE_START.match(text, at).end()  # type: ignore[union-attr]
        if at >= len(text):
            return
        line, counted = line + text.count("\n", counted, at), at
        if text[at] == "[":
            table = _header(text, at, items)
            statement = Statement(table, at, _end_of_line(text, at), line, len(table))
        else:
            statement = _key_and_value(text, at, line, table)
        yield statement
        at = statement.end


def _header(text: str, at: int, items: Counter[Location]) -> Location:
    is_item = text.startswith("[[", at)
    key, _ = _key(text, at + 1 + is_item)
    if not is_item:
        return key
    items[key] += 1
    return (*key, items[key] - 1)


def _key_and_value(text: str, at: int, line: int, table: Location) -> Statement:
    key, behind = _key(text, at)
    if not text.startswith("=", behind):
        return Statement((*table, NO_KEY), at, _end_of_line(text, at), line)
    end, is_closed = _end_of_value(text, behind)
    whole = (*table, *key)
    return Statement(whole, at, end, line, len(whole) + _deepest(text[behind:end]), is_closed)


def _key(text: str, at: int) -> tuple[Location, int]:
    """A dotted key, and where it ends."""
    parts: list[str | int] = []
    while match := _KEY_PART.match(text, at):
        parts.append(next((part for part in match.groups() if part is not None), ""))
        at = match.end()
        if not text.startswith(".", at):
            break
        at += 1
    return tuple(parts), at


def _end_of_value(text: str, at: int) -> tuple[int, bool]:
    """Where a value ends, at a line's end outside of strings and brackets; and whether all of them
    are closed there."""
    depth = 0
    while at < len(text):
        skipped = _SKIP.match(text, at)
        if skipped:
            at = skipped.end()
            continue
        char = text[at]
        if char == "\n" and depth <= 0:
            return at, True
        if char in "\"'":
            return _end_of_line(text, at), False
        depth += (char in "[{") - (char in "]}")
        at += 1
    return at, depth <= 0


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _deepest(value: str) -> int:
    """How deep the brackets of a value nest."""
    depth = deepest = 0
    for match in re.finditer(rf"{_STRING}|#[^\n]*+|[\[\]{{}}]", value, re.S):
        if match[0] in ("[", "{"):
            depth += 1
            deepest = max(deepest, depth)
        elif match[0] in ("]", "}"):
            depth -= 1
    return deepest
