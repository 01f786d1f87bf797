"""Small capitals that a scan read in part as small letters, behind the cues of a dictionary."""

from __future__ import annotations

import re
from functools import lru_cache

from notelint.notes import Note
from notelint.values import Span, lazy_pattern
from notelint.wording.capitals import CAPITAL, SMALL, begins_at_cue

_TURNED = rf"{SMALL}{{1,3}}{CAPITAL}{{3,}}"  # hyBRID
_MIXED = rf"{CAPITAL}{{4,}}[ -]{CAPITAL}{SMALL}{{2,}}|{CAPITAL}{SMALL}{{2,}}[ -]{CAPITAL}{{4,}}"
_TWO_WORDS_BEFORE = lazy_pattern(r"(?:\w+[ -])?(?P<last>\w*)\Z")
_REACH = 120  # characters behind a cue that a list of names may take


def misread_at(note: Note, words: Span, offset: int, cues: tuple[str, ...]) -> re.Match[str] | None:
    """The misread words that the capitals at an offset stand in, behind a cue; the group
    ``turned`` is a word that begins with small letters."""
    content, pattern = note.text.content, _misread(cues)
    two_words = _TWO_WORDS_BEFORE.search(content, max(words.start, offset - 60), offset)
    for start in (two_words.start(), two_words.start("last")) if two_words else ():
        match = pattern.match(content, start, words.end)
        if match is not None and match.end() > offset:
            is_named = is_behind_cue(note, start, cues) and not begins_at_cue(match[0])
            return match if is_named else None
    return None


def is_behind_cue(note: Note, offset: int, cues: tuple[str, ...]) -> bool:
    """Whether a cue stands before a place on its line, and only a list of names between."""
    start = max(note.text.line_at(offset).start, offset - _REACH)
    return _cue(cues).search(note.text.content[start:offset]) is not None


@lru_cache(maxsize=8)
def _misread(cues: tuple[str, ...]) -> re.Pattern[str]:
    """What looks misread, and does not begin with the cue itself: `See GENE Cloning`."""
    return re.compile(
        rf"(?<!\w)(?!(?i:{_any(cues)})(?!\w))(?:(?P<turned>{_TURNED})|{_MIXED})(?!\w)"
    )


@lru_cache(maxsize=8)
def _cue(cues: tuple[str, ...]) -> re.Pattern[str]:
    """A cue, and up to the place a list of names without a full stop or a bracket."""
    return re.compile(rf"(?<![\w-])(?<!\w['’])(?:{_any(cues)})(?![\w/-])\.?[^.:()]*\Z", re.I)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"
