"""Characters that are not seen: where they are needed, spoken of, or may go."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache

from notelint.notes import Note
from notelint.values import Span, lazy_pattern

INVISIBLE_CHARACTERS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff"
)
INVISIBLE = lazy_pattern(f"[{INVISIBLE_CHARACTERS}]+")
SCRIPTS = (
    "Arabic", "Syriac", "Mongolian", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya",
    "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Khmer", "Myanmar",
    "Tibetan", "Nko", "Mandaic", "Balinese", "Javanese",
)  # fmt: skip
_UNSPACED = ("Thai", "Lao", "Khmer", "Myanmar", "Tibetan", "Balinese", "Javanese")
_SPACE, _JOINERS = "\u200b", frozenset("\u180e\u200b\u200c\u200d")
_MARKERS = "\ufeff \t>-+*0123456789.)"  # what may stand in front of a block's text
_MARKUP = frozenset("*_~=\\[]`$<^#%&")  # beside one, the character may keep it from its meaning
_NEAR = 400  # characters of the line that are looked at, however long it is
_BLANK = lazy_pattern(r"\s")
_NAME = lazy_pattern(r"://|www\.|[@#<&]|\[!|^\^", re.I)  # an address, a tag, HTML, a callout, an id
_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "„": "“", "«": "»", "(": ")"}


def has_letters(script: str) -> bool:
    """Whether Unicode has a letter or a sign of that script."""
    start = script.upper() + " "
    names = (unicodedata.name(chr(code), "") for code in range(sys.maxunicode))
    return any(name.startswith(start) for name in names)


def is_needed(note: Note, span: Span, scripts: tuple[str, ...]) -> bool:
    """Whether joiners stand beside a letter or mark that they shape, or beside an emoji, or part
    the words of a line in a script that writes no blanks."""
    written = note[span]
    if not _JOINERS.issuperset(written):
        return False
    text = note.text.content
    before, after = text[max(span.start - 2, 0) : span.start], text[span.end : span.end + 1]
    if _is_shaped(before, after, scripts):
        return True
    unspaced = tuple(name for script in _UNSPACED if (name := script.upper() + " ") in scripts)
    return _SPACE in written and _has_letter_of(unspaced, note.text.line_at(span.start).content)


@lru_cache(maxsize=4096)  # a text in such a script has thousands of them, in the same few places
def _is_shaped(before: str, after: str, scripts: tuple[str, ...]) -> bool:
    """Whether joiners between some characters stand beside an emoji, or what they shape."""
    if any(unicodedata.category(char) in ("So", "Sk") for char in before + after):
        return True
    return _has_letter_of(scripts, before[-1:] + after)


@lru_cache(maxsize=64)  # a long line may have thousands, each of which asks for all of it
def _has_letter_of(scripts: tuple[str, ...], text: str) -> bool:
    return any(unicodedata.name(char, "").startswith(scripts) for char in set(text))


def is_shown(note: Note, span: Span) -> bool:
    """Whether the character is spoken of: it alone is quoted, or is all that a cell of a table
    holds. A soft hyphen at the start of a cell is one too, since no word begins with it."""
    before, after = _around(note, span)
    if before and _QUOTES.get(before[-1]) == after[:1]:
        return True
    before, after = before.strip(), after.strip()
    if "|" not in before[-1:] + after[:1]:
        return False
    begins_cell = before[-1:] in ("", "|")
    return begins_cell and (after[:1] in ("", "|") or note[span] == "\u00ad")


def _around(note: Note, span: Span) -> tuple[str, str]:
    """What stands on the line before the character and behind it, as far as it is near."""
    line, content = note.text.line_at(span.start), note.text.content
    start, end = max(line.start, span.start - _NEAR), min(line.end, span.end + _NEAR)
    return content[start : span.start], content[span.end : end]


def may_go(note: Note, span: Span) -> bool:
    """Whether nothing around the character would be read in another way without it."""
    before, after = _around(note, span)
    if any(unicodedata.category(char) == "Cc" for char in note[span]):
        return False
    if not _MARKUP.isdisjoint(before[-1:] + after[:1]):
        return False
    word = _BLANK.split(before)[-1] + _BLANK.split(after)[0]
    if _NAME.search(INVISIBLE.sub("", word)):
        return False
    return not _makes_break(before, after) and _keeps_block(before, after)


def _makes_break(before: str, after: str) -> bool:
    """Whether the line would end with two blanks that it does not end with now."""
    return not after.endswith("  ") and INVISIBLE.sub("", before + after).endswith("  ")


def _keeps_block(before: str, after: str) -> bool:
    """Whether no block begins or ends with the character: at the start of a line only a letter may
    follow, so that what it hid does not become a heading, a list or a fence; and a line without
    letters could become a rule or the second row of a table."""
    if not before.strip(_MARKERS):
        return after[:1].isalpha()
    return any(map(str.isalnum, before + after))
