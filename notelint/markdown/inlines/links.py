"""Brackets: links, images, references and inline footnotes (CommonMark 6.3, "look for link").

mistune's own pass keeps no place of what it reads and bounds nesting by walking subtrees again;
this one takes each bracket once, and tells where a destination stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from notelint.markdown.blocks.definition import LinkTargets
from notelint.markdown.inlines.emphasis import MAX_DEPTH, Token, depth_of, resolve
from notelint.markdown.syntax.destination import LABEL, MAX_LABEL, matching_label, read_resource
from notelint.markdown.syntax.mistune_port import InlineState
from notelint.values import dataclass


@dataclass(slots=True, eq=False)
class Bracket:
    """An opening ``[``, ``![`` or ``^[`` that is not closed yet."""

    marker: str
    start: int
    inner: int  # where its content begins
    index: int  # of the token that stands for it as long as it is text
    depth: int = 0  # how deep the links, images and footnotes in it are nested
    holds_bracket: bool = False


class State(InlineState):
    """What is read so far of one content."""

    def __init__(self, text: str, targets: LinkTargets) -> None:
        super().__init__({})
        self.src = text
        self.targets = targets
        self.opened: list[Bracket] = []
        self.dead = 0  # a `[` among so many first ones of `opened` stands in front of a link
        self.last_parenthesis = text.rfind(")")
        self.is_cut = False  # whether a bound on nesting left something as text


def open_bracket(state: State, marker: str, start: int) -> int:
    """Note an opening bracket, as text until it is closed; where its content begins."""
    if state.opened:
        state.opened[-1].holds_bracket = True
    end = start + len(marker)
    state.opened.append(Bracket(marker, start, end, len(state.tokens)))
    state.tokens.append({"type": "text", "raw": marker})
    return end


def close_bracket(state: State, position: int) -> int:
    """Make of the ``]`` at ``position`` and what it closes one token; where that token ends."""
    bracket = state.opened.pop() if state.opened else None
    found = _meaning(state, bracket, position) if bracket else None
    state.dead = min(state.dead, len(state.opened))
    if bracket is None or found is None or not _nest(state, bracket, *found):
        state.tokens.append({"type": "text", "raw": "]"})
        return position + 1
    if bracket.marker == "[":
        state.dead = len(state.opened)  # links do not hold links
    return found[1]


def _nest(state: State, bracket: Bracket, token: Token, end: int) -> bool:
    """Put the tokens since the bracket into ``token``, unless they are nested too deeply."""
    children: list[Token] = []
    depth = bracket.depth
    if depth < MAX_DEPTH:
        children = resolve(state.tokens[bracket.index + 1 :])
        depth = depth_of(children)
    is_cut = depth >= MAX_DEPTH
    _pass_on(state, depth + 1)
    if is_cut:
        state.is_cut = True
        return False
    token |= {"children": children, "depth": depth + 1, "span": (bracket.start, end)}
    state.tokens[bracket.index :] = [token]
    return True


def _pass_on(state: State, depth: int) -> None:
    if state.opened:
        state.opened[-1].depth = max(state.opened[-1].depth, depth)


def _meaning(state: State, bracket: Bracket, close: int) -> tuple[Token, int] | None:
    """The token for what stands between a bracket and ``close``, and where it ends."""
    found: tuple[Mapping[str, Any], int] | None = None
    if bracket.marker == "^[":
        return {"type": "inlineFootnote"}, close + 1
    if bracket.marker == "![" or len(state.opened) >= state.dead:
        found = _resource(state, close + 1) or _reference(state, bracket, close)
    if found is None:
        _pass_on(state, bracket.depth)
        return None
    return {"type": "link" if bracket.marker == "[" else "image", **found[0]}, found[1]


def _resource(state: State, start: int) -> tuple[Mapping[str, Any], int] | None:
    """``(destination "title")`` behind the bracket."""
    if start >= state.last_parenthesis or state.src[start] != "(":
        return None
    found = read_resource(state.src, start + 1)
    if found is None:
        return None
    destination = found.start, found.end
    return {"url": found.url, "title": found.title, "destination": destination}, found.after


def _reference(state: State, bracket: Bracket, close: int) -> tuple[Mapping[str, Any], int] | None:
    """``[label]`` or ``[]`` behind the bracket, or nothing: then what it holds is the label."""
    if not state.targets:
        return None
    after = LABEL.match(state.src, close + 1)
    label, end = after[1] if after else "", after.end() if after else close + 1
    if not label:
        if bracket.holds_bracket or close - bracket.inner > MAX_LABEL:
            return None
        label = state.src[bracket.inner : close]
    return ({"label": label}, end) if matching_label(label) in state.targets else None
