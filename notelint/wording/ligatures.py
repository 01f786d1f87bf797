"""Ligatures that have a blank beside them, as signs or as letters, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from notelint.notes import Note
from notelint.values import NamedTuple, Span, Text, lazy_pattern
from notelint.wording.broken_words import LETTERS, piece_before, prose_at

_LETTERS_OF = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_WRITTEN_OUT = str.maketrans(_LETTERS_OF)
_GLYPH = lazy_pattern("[\ufb00-\ufb06]")
_AT_EDGE = lazy_pattern(r"[\ufb00-\ufb06](?:(?<![^\W\d_].)|(?![^\W\d_]))")
_BLANK = "[ \t\u00a0]"
_PLAIN = (
    lazy_pattern(
        rf"f(?:fi|fl|f|i|l)(?={_BLANK}[^\W\d_])"
    ),  # `di ff erent`, `re fl ect`, `refl ect`
    lazy_pattern(rf"F(?:fi|fl|f|i|l)(?={_BLANK}[^\W\d_])"),  # `Fi rst`
    lazy_pattern(r"ff(?<=[^\W\d_] ff)(?!\w)"),  # `sta ff`
)
_BEGINNING = lazy_pattern(r"f[fil](?<=[^\W\d_] f.)[^\W\d_]+")  # `re flect`
_LONGEST = 30  # letters of a piece before it
_BEHIND = lazy_pattern(LETTERS)
_SECOND = lazy_pattern(rf"(?P<blank>{_BLANK})(?P<word>{LETTERS})(?![\w\u0300-\u036f])")
_FIRST_BLANK = lazy_pattern(rf"(?<=[^\W\d_]){_BLANK}\Z|(?<=[\u0300-\u036f]){_BLANK}\Z")


class LigaturePlace(NamedTuple):
    """A run of letters with a ligature at one of its ends, and those beside it."""

    token: Span
    before: Span | None
    behind: Span | None
    is_alone: bool
    is_glyph: bool
    is_first: bool  # the ligature begins the run


def ligature_offsets(text: Text, is_written: Callable[[str], bool]) -> set[int]:
    """Where a ligature may stand that has a blank beside it. What begins a word behind another, as
    in `a field`, is one only where the two together are written somewhere."""
    content = text.content
    found = {match.end() - 1 for plain in _PLAIN for match in plain.finditer(content)}
    for match in _BEGINNING.finditer(content):
        start = match.start()
        blank = start - 1
        before = content[content.rfind(" ", max(blank - _LONGEST, 0), blank) + 1 : blank]
        if before.isalpha() and is_written(before + match[0]):
            found.add(start)
    if _GLYPH.search(text.unusual):
        found.update(match.start() for match in _AT_EDGE.finditer(content))
    return found


def ligature_at(note: Note, offset: int) -> LigaturePlace | None:
    content, words = note.text.content, prose_at(note, offset)
    if words is None:
        return None
    start = piece_before(note, offset, words.start)
    end = _BEHIND.match(content, offset, words.end)
    token = Span(start.start if start else offset, end.end() if end else offset + 1)
    if content[token.end : token.end + 1] in ("-", "_") or content[token.start - 1] in ("-", "_"):
        return None
    letters = content[token.start : token.end].translate(_WRITTEN_OUT).lower()
    blank = _FIRST_BLANK.search(content, max(words.start, token.start - 1), token.start)
    before = piece_before(note, blank.start(), words.start) if blank else None
    second = _SECOND.match(content, token.end, words.end)
    behind = Span(*second.span("word")) if second and second["word"].islower() else None
    return LigaturePlace(
        token,
        before,
        behind,
        letters in _LETTERS_OF.values(),
        _GLYPH.search(content, token.start, token.end) is not None,
        letters.startswith(("ff", "fi", "fl")) and not letters.endswith(("ff", "fi", "fl")),
    )


def wholes(place: LigaturePlace) -> Iterator[Span]:
    """What may be one word."""
    before, token, behind = place.before, place.token, place.behind
    if place.is_alone and before and behind:
        yield Span(before.start, behind.end)
    if behind and (place.is_alone or not place.is_first):
        yield Span(token.start, behind.end)
    if before and (place.is_alone or place.is_first):
        yield Span(before.start, token.end)


def written_out(text: str) -> str:
    """The letters of a text, each by itself."""
    return text.translate(_WRITTEN_OUT)


def without_blanks(text: str) -> str:
    return re.sub(_BLANK, "", text).translate(_WRITTEN_OUT)
