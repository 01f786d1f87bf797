"""The words that a stretch of a note says, in a form in which two texts can be compared.

Markup is aside, and so is what a scan or a line's end does to words: hyphens, ligatures, invisible
characters. Formulas and code are no words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from notelint.notes import Note
from notelint.values import NamedTuple, Parting, Span, lazy_pattern

_EMPHASIS = "*_~="  # may part the letters of one word
_SAME_BLOCK = lazy_pattern(r"[*_~=\\ \t]*+(?:\r\n|\n|\r)[ \t>]*+")
# Lines of a block quote, with those behind it that go on in its paragraph. Of callouts only those
# for quotations are quotations.
_BLOCK_QUOTE = lazy_pattern(
    r"^(?:[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t])*+>[ \t]*+(?P<callout>\[!(?!quote|cite))?.*+"
    r"(?:\r?\n[ \t]*+(?![-+*#|`~\r\n]|\d{1,9}[.)]).++)*+",
    re.M | re.I,
)
# In quotation marks of any language, up to the end of the block where they do not close. A straight
# single one may be an apostrophe, so how far it is followed is bounded.
_QUOTED = lazy_pattern(
    r"(\"[^\"\n]*+\"|„[^“”\n]*+[“”]?|“[^”\n]*+”?|«[^»\n]*+»?|»[^«»\n]*+«|「[^」\n]*+」?|『[^』\n]*+』?"
    r"|(?<!\w)[‘‚](?=\w)[^‘’‚\n]*+(?:’(?=\w)[^‘’‚\n]*+)*+[’‘]"
    r"|(?<!\w)'(?=\w)[^'\n]{0,500}+(?:'(?=\w)[^'\n]{0,500}+){0,9}+')"
)
_QUOTATION_MARK = lazy_pattern("[\"'‘‚“„«»「『]")  # far faster to look for
# What stands in a word and is no part of it. The blank behind a hyphen was a line's end.
_INSIDE = lazy_pattern(
    r"[-'\u00ad\u2010\u2011\u2019\u200b-\u200d\u2060\ufeff](?<=\w.)"
    r"(?:(?<=[-\u00ad\u2010])\s+)?(?=\w)"
)
_WORDS = Parting.at(
    r"[\s!-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf×÷"
    r"\u2000-\u206f\u3000-\u303f\ufeff]"
)


class Said(NamedTuple):
    """Words in their order, and of each whether it stands outside of quotations."""

    words: tuple[str, ...]
    is_own: tuple[bool, ...]


def words_said(note: Note, span: Span) -> list[str]:
    """The words of a stretch, quotations too."""
    return _words(_shown(note, span))


def said_in(note: Note, span: Span) -> Said:
    """The words of a stretch, told apart from what it marks as quoted."""
    words: list[str] = []
    is_own: list[bool] = []
    for stretch, is_quoted in _stretches(note, span):
        for index, text in enumerate(_parts(_shown(note, stretch))):
            found = _words(text)
            words += found
            is_own += [not is_quoted and index % 2 == 0] * len(found)
    return Said(tuple(words), tuple(is_own))


def _parts(text: str) -> list[str]:
    """What stands outside of quotation marks and what in them, in turn."""
    return _QUOTED.split(text) if _QUOTATION_MARK.search(text) else [text]


def _stretches(note: Note, span: Span) -> Iterator[tuple[Span, bool]]:
    """What stands in block quotes, and what does not."""
    content, end = note.text.content, span.start
    for match in _BLOCK_QUOTE.finditer(content, *span) if ">" in note[span] else ():
        if match["callout"] is None:
            yield Span(end, match.start()), False
            yield Span(*match.span()), True
            end = match.end()
    yield Span(end, span.end), False


def _shown(note: Note, span: Span) -> str:
    """What is read of a stretch, a line for each block of it; links by what they show."""
    content, prose = note.text.content, note.facts.prose
    first, behind = (bisect_left(prose, (offset, 0)) for offset in span)
    pieces = [(start, end, content[start:end]) for start, end in prose[first:behind]]
    pieces += _links(note, span)
    pieces.sort()
    parts: list[str] = []
    last = span.start
    for start, end, text in pieces:
        parts += (_between(content[last:start]), text)
        last = end
    return "".join(parts)


def _links(note: Note, span: Span) -> Iterator[tuple[int, int, str]]:
    """The wikilinks; the text of other links is prose."""
    for link in note.facts.outer_links_in(span):
        if link.is_wiki and not link.is_embed:
            text = link.target.replace("#", " ") if link.alias is None else link.alias
            yield link.span.start, link.span.end, text


@lru_cache(maxsize=256)  # between most pieces stands one of a few things
def _between(gap: str) -> str:
    """What parts the words on both sides of markup: nothing, a blank, or the end of a block."""
    if not gap.strip(_EMPHASIS):
        return ""
    if "\n" not in gap and "\r" not in gap:
        return " "
    return " " if _SAME_BLOCK.fullmatch(gap) else "\n"


def _words(text: str) -> list[str]:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    elif "-" not in text and "'" not in text:
        return _WORDS.split(text.lower())
    return _WORDS.split(_INSIDE.sub("", text).casefold())
