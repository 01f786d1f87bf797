from __future__ import annotations

import re
from collections.abc import Iterator

from notelint.authoring import (
    Applicability,
    Edit,
    Finding,
    Fix,
    LinkKind,
    Note,
    Rule,
    Span,
    Trigger,
    Vault,
    dataclass,
    lazy_pattern,
)
from notelint.wording import prose_at

_OPENINGS = tuple(bracket + blank for bracket in "([" for blank in " \t\u00a0")
_OPENING = lazy_pattern(r"[(\[][ \t\u00a0]+(?=\S)")
_CLOSING = {"(": ")", "[": "]"}
_BRACKET = {"(": lazy_pattern(r"[()]"), "[": lazy_pattern(r"[\[\]]")}
_NEAR = 400  # characters of the line that are looked at, however long it is
_BEFORE = lazy_pattern(r"[\w:;=8<>'\-\])}!^.]")  # a call, an emoticon, the target of a link
_NEVER = lazy_pattern(r"\A#|[|`]|://|www\.|\^")  # a tag needs the blank
_LETTER, _WORD = lazy_pattern(r"[^\W\d_]"), lazy_pattern(r"[^\W\d_]{3,}")
_FORMULA = lazy_pattern(r"[=\\^_{}+<>]")  # what converters of TeX leave between `\[` and `\]`
_SIGN, _DASH = r"(?:[−+±~≈<>≤≥-] ?)?", r" ?[–—−-] ?"
# A year, a span of years, a share; one digit may be a citation, and a list a place in a plane.
_NUMBERS = lazy_pattern(
    rf"{_SIGN}(?:\d[\d.,]*\d(?:{_DASH}\d[\d.,]*)?|\d{_DASH}\d[\d.,]*)(?: ?[%‰°])?"
    rf"|{_SIGN}\d(?: ?[%‰°])|\d{{4}}(?:[,;/] ?\d{{4}})+"
)
_YEARS = lazy_pattern(rf"\d{{3,4}}(?:{_DASH}\d{{2,4}})?")


@dataclass(frozen=True, kw_only=True)
class PaddedBracket(Rule):
    """Converters set brackets apart from what they hold: `( mmHg )`, `( see OPERON)`. The line
    breaks behind the bracket, and no search for `(mmHg)` finds it. Boxes of tasks, empty brackets,
    citations such as `[ 1 ]`, calls such as `f( x )` and smiles are left alone."""

    name = "padded-bracket"
    code = "NL415"
    summary = "No space stands inside a bracket."
    bad = "The pressure ( mmHg ) of a gas.\n"
    good = "The pressure (mmHg) of a gas, f( x ), ( ) and :( or so.\n"
    fixes = "Unsafe: the blanks inside the brackets are taken out."
    is_default = False
    trigger = Trigger(texts=_OPENINGS)

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for opening in _OPENING.finditer(note.text.content):
            if _is_text(note, opening.start()) and not _is_other(note, opening.start()):
                yield from _judge(note, opening)


def _is_text(note: Note, bracket: int) -> bool:
    """Whether a bracket stands in text: it, or what is beside it where it is escaped."""
    inward = 1 if note.text.content[bracket] in _CLOSING else -2
    return any(prose_at(note, offset) for offset in (bracket, max(bracket + inward, 0)))


def _is_other(note: Note, start: int) -> bool:
    """Whether a bracket belongs to what stands before it."""
    start -= _is_escaped(note, start)
    before = note.text.content[max(start - 1, 0) : start]
    return _BEFORE.match(before) is not None


def _is_escaped(note: Note, bracket: int) -> bool:
    before = note.text.content[max(bracket - 1, 0) : bracket]
    return before == "\\" and prose_at(note, bracket) is None


def _judge(note: Note, opening: re.Match[str]) -> Iterator[Finding]:
    closing = _closing(note, opening, opening[0][0])
    if closing is None:
        return
    content, first = note.text.content, opening.start() + 1
    end = closing - _is_escaped(note, closing)
    inner = content[opening.end() : end].rstrip(" \t\u00a0")
    if not _is_prose(inner, opening[0][0], _is_escaped(note, opening.start())):
        return
    last = opening.end() + len(inner)
    edits = [Edit(Span(first, opening.end()), "")]
    if last < end:
        edits.append(Edit(Span(last, end), ""))
    whole = Span(opening.start(), closing + 1)
    fix = Fix("take the space out", tuple(edits), Applicability.UNSAFE)
    yield Finding(whole, f"a space stands inside `{note[whole]}`", fix)


def _is_prose(inner: str, bracket: str, is_escaped: bool) -> bool:
    """Whether words stand in a bracket, or a number that is no citation and no part of a formula:
    in square brackets only a year."""
    if is_escaped and (_FORMULA.search(inner) or not _WORD.search(inner)):
        return False
    if not _LETTER.search(inner):
        return (_NUMBERS if bracket == "(" else _YEARS).fullmatch(inner) is not None
    return len(inner) > 1 and not _NEVER.search(inner)


def _closing(note: Note, opening: re.Match[str], bracket: str) -> int | None:
    """Where the bracket is closed on the same line, in text, and makes no link there."""
    content, depth = note.text.content, 0
    line_end = note.text.line_at(opening.start()).end
    end = min(line_end, opening.end() + _NEAR)
    for found in _BRACKET[bracket].finditer(content, opening.start(), end):
        depth += 1 if found[0] == bracket else -1
        if depth == 0:
            is_text = _is_text(note, found.start())
            is_link = _makes_link(note, bracket, found.end())
            return found.start() if is_text and not is_link else None
    return None


def _makes_link(note: Note, bracket: str, end: int) -> bool:
    """Whether a square bracket would be a link without its blanks."""
    if bracket == "(":
        return False
    has_definitions = any(link.kind is LinkKind.DEFINITION for link in note.facts.all_links)
    return has_definitions or note.text.content[end : end + 1] in ("(", "[", ":")
