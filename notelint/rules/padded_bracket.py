from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring import (
    Applicability,
    Edit,
    Finding,
    Fix,
    LinkKind,
    Note,
    Rule,
    Span,
    Vault,
    prose_at,
)

_OPENING = re.compile(r"[(\[][ \t\u00a0]+(?=\S)")
_CLOSING = {"(": ")", "[": "]"}
_BRACKET = {"(": re.compile(r"[()]"), "[": re.compile(r"[\[\]]")}
_NEAR = 400  # characters of the line that are looked at, however long it is
_BEFORE = re.compile(r"[\w:;=8<>'\-\])}!^.]")  # a call, an emoticon, the target of a link
_NEVER = re.compile(r"\A#|[|`]|://|www\.|\^")  # a tag needs the blank
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, kw_only=True)
class PaddedBracket(Rule):
    """Converters set brackets apart from what they hold: `( mmHg )`, `( see OPERON)`. The line
    breaks behind the bracket, and no search for `(mmHg)` finds it. Boxes of tasks, empty brackets,
    calls such as `f( x )` and smiles are left alone."""

    name = "padded-bracket"
    code = "NL415"
    summary = "No space stands inside a bracket."
    bad = "The pressure ( mmHg ) of a gas.\n"
    good = "The pressure (mmHg) of a gas, f( x ), ( ) and :( or so.\n"
    fixes = "Unsafe: the blanks inside the brackets are taken out."
    is_default = False

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for opening in _OPENING.finditer(note.text.content):
            if _is_text(note, opening.start(), 1) and not _is_other(note, opening.start()):
                yield from _judge(note, opening)


def _is_text(note: Note, bracket: int, inward: int) -> bool:
    """Whether a bracket stands in text: it, or what is beside it where it is escaped."""
    return any(prose_at(note, offset) for offset in (bracket, bracket + inward))


def _is_other(note: Note, start: int) -> bool:
    """Whether a bracket belongs to what stands before it."""
    before = note.text.content[max(start - 1, 0) : start]
    return _BEFORE.match(before) is not None


def _judge(note: Note, opening: re.Match[str]) -> Iterator[Finding]:
    bracket = opening[0][0]
    closing = _closing(note, opening, bracket)
    if closing is None:
        return
    content, first = note.text.content, opening.start() + 1
    end = closing - 1 if content[closing - 1] == "\\" else closing
    inner = content[opening.end() : end].rstrip(" \t\u00a0")
    if len(inner) == 1 or not _LETTER.search(inner) or _NEVER.search(inner):
        return
    last = opening.end() + len(inner)
    edits = [Edit(Span(first, opening.end()), "")]
    if last < end:
        edits.append(Edit(Span(last, end), ""))
    whole = Span(opening.start(), closing + 1)
    fix = Fix("take the space out", tuple(edits), Applicability.UNSAFE)
    yield Finding(whole, f"a space stands inside `{note[whole]}`", fix)


def _closing(note: Note, opening: re.Match[str], bracket: str) -> int | None:
    """Where the bracket is closed on the same line, in text, and makes no link there."""
    content, depth = note.text.content, 0
    line_end = note.text.line_at(opening.start()).end
    end = min(line_end, opening.end() + _NEAR)
    for found in _BRACKET[bracket].finditer(content, opening.start(), end):
        depth += 1 if found[0] == bracket else -1
        if depth == 0:
            is_text = prose_at(note, found.start()) is not None
            return (
                found.start() if is_text and not _makes_link(note, bracket, found.end()) else None
            )
    return None


def _makes_link(note: Note, bracket: str, end: int) -> bool:
    """Whether a square bracket would be a link without its blanks."""
    if bracket == "(":
        return False
    has_definitions = any(link.kind is LinkKind.DEFINITION for link in note.facts.all_links)
    return has_definitions or note.text.content[end : end + 1] in ("(", "[", ":")
