"""Emphasis, strong emphasis, strikethrough and highlights: CommonMark's "process emphasis".

mistune's own pass drops positions, takes combining marks for punctuation and scans without bound
(it is quadratic and worse on hostile input), so delimiter runs are resolved here, in linear time.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from notelint.values import dataclass, field

MAX_DEPTH = 32  # marks, or links, inside one another; deeper ones stay text

Token = dict[str, Any]

WORD, BLANK, PUNCTUATION = range(3)


@dataclass(slots=True, eq=False)
class Run:
    """A run of one delimiter character, and what became of it."""

    marker: str
    size: int
    number: int
    can_open: bool
    can_close: bool
    left: int
    closes: list[str] = field(default_factory=list)
    opens: list[str] = field(default_factory=list)


@lru_cache(maxsize=4096)
def char_class(char: str) -> int:
    """Whether a character is a blank, punctuation or a symbol, or else (CommonMark 2.1)."""
    if char.isspace():
        return BLANK
    return PUNCTUATION if unicodedata.category(char)[0] in "PS" else WORD


def run_token(text: str, start: int, end: int) -> Token:
    """The token of the delimiter run ``text[start:end]``: whether it can open and close (6.2)."""
    marker = text[start]
    before = char_class(text[start - 1]) if start else BLANK
    after = char_class(text[end]) if end < len(text) else BLANK
    opens = after != BLANK and (after == WORD or before != WORD)
    closes = before != BLANK and (before == WORD or after != WORD)
    if marker == "_":
        inside = opens and closes
        opens = opens and (not inside or before == PUNCTUATION)
        closes = closes and (not inside or after == PUNCTUATION)
    elif marker in "~=" and end - start != 2:
        opens = closes = False
    return {"type": "text", "raw": text[start:end], "run": (opens, closes)}


def resolve(tokens: list[Token]) -> list[Token]:
    """The tokens with every matched pair of delimiter runs turned into a token with children."""
    runs = _runs(tokens)
    if not runs:
        return tokens
    _match(runs)
    return _build(tokens, runs)


def left_over(tokens: list[Token]) -> tuple[list[tuple[int, int]], int]:
    """Of each delimiter run how many characters close marks and how many are left as text; and how
    deep the marks are nested."""
    if len(tokens) % 2 == 0 and all(map(_are_pair, tokens[::2], tokens[1::2])):  # mostly so
        ends = [[(0, 0), (len(token["raw"]), 0)] for token in tokens[::2]]
        return [part for pair in ends for part in pair], 1
    runs = _runs(tokens)
    _match(runs)
    depth = deepest = 0
    parts: list[tuple[int, int]] = []
    for run in runs:
        parts.append((sum(map(_width, run.closes)), run.left))
        depth += len(run.opens) - len(run.closes)
        deepest = max(deepest, depth)
    return parts, deepest


def _are_pair(opener: Token, closer: Token) -> bool:
    """Whether a run that only opens a mark stands before one that only closes it, and no more."""
    is_alike = opener["raw"] == closer["raw"] and len(opener["raw"]) <= 2
    return is_alike and (opener["run"], closer["run"]) == ((True, False), (False, True))


def _runs(tokens: list[Token]) -> list[Run]:
    runs: list[Run] = []
    for token in tokens:
        if "run" in token:
            marker, size, (can_open, can_close) = token["raw"][0], len(token["raw"]), token["run"]
            runs.append(Run(marker, size, len(runs), can_open, can_close, size))
    return runs


def _match(runs: list[Run]) -> None:
    """Pair closers with the nearest opener; ``bottoms`` tells where a search failed before."""
    openers: list[Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in runs:
        while closer.can_close and closer.left:
            key = closer.marker, closer.can_open, closer.size % 3
            index = _find_opener(openers, closer, bottoms.get(key, -1))
            if index is None:
                bottoms[key] = closer.number - 1
                break
            _pair(openers[index], closer)
            del openers[index + (openers[index].left > 0) :]
        if closer.can_open and closer.left:
            openers.append(closer)


def _find_opener(openers: list[Run], closer: Run, bottom: int) -> int | None:
    for index in range(len(openers) - 1, -1, -1):
        opener = openers[index]
        if opener.number <= bottom:
            return None
        if opener.marker == closer.marker and _may_pair(opener, closer):
            return index
    return None


def _may_pair(opener: Run, closer: Run) -> bool:
    """The rule of three (CommonMark 6.2, rules 9 and 10)."""
    if closer.marker in "~=" or not (opener.can_close or closer.can_open):
        return True
    return (opener.size + closer.size) % 3 != 0 or (opener.size % 3 == 0 and closer.size % 3 == 0)


def _pair(opener: Run, closer: Run) -> None:
    if closer.marker in "~=":
        name, used = ("delete" if closer.marker == "~" else "highlight"), 2
    elif opener.left >= 2 and closer.left >= 2:
        name, used = "strong", 2
    else:
        name, used = "emphasis", 1
    opener.opens.append(name)
    closer.closes.append(name)
    opener.left -= used
    closer.left -= used


def _build(tokens: list[Token], runs: list[Run]) -> list[Token]:
    """One pass over the tokens; pairs nest by construction, so a stack is enough."""
    stack: list[Token] = [{"children": []}]
    pending = iter(runs)
    for token in tokens:
        if "run" not in token:
            stack[-1]["children"].append(token)
            continue
        run = next(pending)
        position, _ = token["span"]
        for name in run.closes:
            position = _close(stack, name, position)
        if run.left:
            stack[-1]["children"].append(_literal(run.marker * run.left, position))
            position += run.left
        for name in reversed(run.opens):
            position = _open(stack, name, position, run.marker)
    children: list[Token] = stack[0]["children"]
    return children


def _open(stack: list[Token], name: str, position: int, marker: str) -> int:
    """Begin a mark; one too deep shares its parent's children and leaves its marker as text."""
    end = position + _width(name)
    parent = stack[-1]["children"]
    if len(stack) > MAX_DEPTH:
        parent.append(_literal(marker * _width(name), position) | {"cut": True})
        stack.append({"children": parent, "flat": marker})
        return end
    opened: Token = {"type": name, "children": [], "span": (position, end)}
    parent.append(opened)
    stack.append(opened)
    return end


def _close(stack: list[Token], name: str, position: int) -> int:
    end = position + _width(name)
    closed = stack.pop()
    if "flat" in closed:
        stack[-1]["children"].append(_literal(closed["flat"] * _width(name), position))
    else:
        closed["span"] = closed["span"][0], end
        closed["depth"] = depth_of(closed["children"]) + 1
    return end


def depth_of(tokens: list[Token]) -> int:
    """How many levels of marks, links and the like are nested in some tokens."""
    return max([token["depth"] for token in tokens if "depth" in token], default=0)


def _literal(raw: str, position: int) -> Token:
    return {"type": "text", "raw": raw, "span": (position, position + len(raw))}


def _width(name: str) -> int:
    return 1 if name == "emphasis" else 2
