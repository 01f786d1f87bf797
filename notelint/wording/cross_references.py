"""What a quoted dictionary refers to: the names behind `See also` and its like.

A cue begins a sentence or an item, or stands behind a bracket, a dash or a semicolon: `we see cells
divide` refers to nothing. A name in capitals stands out, also behind a comma, and a little word may
follow it: `see CYTOKINES for more`. Any other is all that stands there up to the next mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice, pairwise

from notelint.notes import Note
from notelint.sources import source_around
from notelint.values import NamedTuple, Span, lazy_pattern
from notelint.vault import Vault
from notelint.wording.broken_words import prose_at
from notelint.wording.capitals import CAPITAL, mixtures
from notelint.wording.function_words import BESIDE_CUES

Find = Callable[[str], tuple[str, ...]]

CUES = (  # words after which a dictionary names other entries, alone or before `also`
    *("see", "compare", "cf", "siehe", "vgl", "vergleiche", "voir", "véase", "véanse"),
    *("ver", "veja", "comparer", "compárese", "vedi", "cfr", "confronta", "zie"),
)

_LONGEST = 100  # characters of a name that are looked at
_MOST_ENDS = 8  # places where a name may end that are tried
_CLOSED = r"[*_\"'”’]{0,4}"  # what may close behind a name
_AND = r"(?i:and|or|und|oder|et|ou|y|o|e|en)(?!\w)"
_ALSO = (
    r"also|under|with|e\.g\.,?|for example,?|auch|unter|mit|aussi|sous|también|bajo|con|anche|sotto"
    r"|também|ook|onder"
)
# The first of a line: marks of quotes, an item, its task, the number of a sense.
_FIRST = lazy_pattern(
    r"[ \t>|]*(?P<mark>(?:(?:[-+*]|\d+[.)])[ \t]+)?(?:\[.\][ \t]+)?(?:\(\d+\)[ \t]+)?)[*_\"'“‘]*"
)
_BEHIND = lazy_pattern(
    rf"(?:[.;:!?]{_CLOSED}[)\]]?(?:[ \t]+\(\d+\))?[ \t]|[(\[—–|]|\\textemdash\$"
    rf"|(?P<comma>,{_CLOSED}[ \t]))[ \t]*[*_\"'“‘]*\Z"
)
_OPENED = lazy_pattern(r"[ \t*_\"'“‘]*")
_LINK = lazy_pattern(r"\[\[[^\[\]\n]{1,300}\]\]|\[[^\[\]\n]{1,300}\]\([^()\n]{0,300}\)")
_END = lazy_pattern(rf"[ \t]*[*_\"'”’.,;:!?()\[\]—–|\\$]|[ \t]+(?:{_AND}|&)")
_BEHIND_NAME = lazy_pattern(
    rf"{_CLOSED}(?:\[\^[^\[\]\s]{{1,30}}\]|[ \t]+\(\d+\))?"
    rf"(?:(?P<comma>[ \t]*[,;](?:[ \t]+{_AND})?)|(?P<and>[ \t]+(?:{_AND}|&))"
    r"|[ \t]*(?:[)\]—–|]|\$?\\|(?P<stop>[.!?](?!\w))|$)|[ \t]+[(\[]|[ \t]+\$\\textemdash)",
    re.M,
)
_NEXT_MARK = lazy_pattern(r"[^,;:.!?()\[\]—–|\n]*[,;]")
_NEXT_SIGN = lazy_pattern(r"[ \t]+(\S)")
_LETTERS = lazy_pattern(r"[^\W\d_].*[^\W\d_]")
_RUN = lazy_pattern(rf"{CAPITAL}[\w’'&-]*(?:[ \t][A-ZÀ-ÖØ-Þ0-9][\w’'&-]*)*")
_NEXT_WORD = lazy_pattern(rf"{_CLOSED}[ \t]+([^\W\d_]+)(?!\w)")


class Cue(NamedTuple):
    """Where `See also` stands, and from where to where names may be behind it; ``is_sure`` where it
    stands as such words do, so that names need no capitals."""

    start: int
    names: Span
    is_sure: bool


class CrossReference(NamedTuple):
    """A name that is referred to, and the notes that have it."""

    span: Span
    paths: tuple[str, ...]


def quoted_cues(note: Note, vault: Vault, cues: tuple[str, ...]) -> Iterator[Cue]:
    """The places of a note's Sources that refer to something, in order; none in a heading or a
    definition."""
    return (cue for cue in cues_in(note, cues) if _is_quoted(note, vault, cue))


def _is_quoted(note: Note, vault: Vault, cue: Cue) -> bool:
    span = Span(cue.start, cue.names.start)
    definitions = note.facts.definitions
    index = bisect_right(definitions, cue.start, key=lambda item: item.span.start) - 1
    is_titled = next(note.facts.headings_at(span), None) is not None
    if is_titled or (index >= 0 and definitions[index].span.holds(span)):
        return False
    return source_around(note, vault, span) is not None


def cues_in(note: Note, cues: tuple[str, ...]) -> Iterator[Cue]:
    """The places of a note that refer to something, in order."""
    content, last = note.text.content, None
    for match in _pattern(cues).finditer(content):
        is_sure = _is_sure(note, match.start(), match[0])
        if is_sure is None or prose_at(note, match.start()) is None:
            continue
        if last is not None:
            yield last._replace(names=_up_to(last.names, match.start()))
        line = note.text.line_at(match.start())
        last = Cue(match.start(), Span(match.end(), max(match.end(), line.end)), is_sure)
    if last is not None:
        yield last


def _up_to(span: Span, end: int) -> Span:
    return Span(span.start, max(span.start, min(span.end, end)))


@lru_cache(maxsize=8)
def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, cues)) or "(?!)"
    also = rf"(?:[ \t]+[*_]*(?:{_ALSO})(?!\w)[*_]*)?"
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)\.?[*_]*{also}:?[*_]*[ \t]+", re.I)


def _is_sure(note: Note, start: int, cue: str) -> bool | None:
    """Whether a cue refers to something for sure; None where it does not."""
    content, line = note.text.content, note.text.line_at(start)
    first = _FIRST.fullmatch(content, line.start, start)
    if first:  # else it may go on with the sentence of the line above
        return bool(first["mark"]) or cue[0].isupper()
    behind = _BEHIND.search(content, max(line.start, start - 20), start)
    return behind and not behind["comma"]


def references_behind(note: Note, cue: Cue, find: Find) -> Iterator[CrossReference]:
    """The names of notes in the list behind a cue, in order; what is a link already is none.

    A name of small letters before `and` is one only where another is behind it.
    """
    members = [*_members(note, cue, find), _NO_MEMBER]
    for member, following in pairwise(members):
        found = member.reference
        is_sure = following.is_name or not member.is_joined
        if found and (is_sure or note[found.span].isupper()):
            yield found


class _Member(NamedTuple):
    """One of a list of names, without a reference a link or no name; ``is_joined`` before `and`."""

    is_name: bool = False
    reference: CrossReference | None = None
    is_joined: bool = False


_NO_MEMBER = _Member()


def _members(note: Note, cue: Cue, find: Find) -> Iterator[_Member]:
    content, (position, end) = note.text.content, cue.names
    is_whole = cue.is_sure
    while position < end:
        opened = _OPENED.match(content, position, end)
        position = opened.end() if opened else position
        link = _LINK.match(content, position, end)
        found = None if link else _name_at(note, Span(position, end), find, is_whole)
        after = link.end() if link else found.span.end if found else position
        behind = _BEHIND_NAME.match(content, after, end) if link or found else None
        is_joined = behind is not None and behind["and"] is not None
        yield _Member(bool(link or found), found, is_joined)
        if behind and not (behind["comma"] or behind["and"]):
            return
        is_whole = is_whole and behind is not None
        go_on = behind or _NEXT_MARK.match(content, after, end)
        position = go_on.end() if go_on else end


def _name_at(note: Note, place: Span, find: Find, is_whole: bool) -> CrossReference | None:
    """The longest name of a note that begins a place and ends before a mark; without ``is_whole``
    only one in capitals."""
    content, words = note.text.content, prose_at(note, place.start)
    last = min(place.end, place.start + _LONGEST, words.end if words else 0)
    marks = islice(_END.finditer(content, place.start, last), _MOST_ENDS)
    ends = [*(mark.start() for mark in marks), last]
    for end in reversed(ends):
        span = Span(place.start, max(place.start, end))
        behind = _BEHIND_NAME.match(content, span.end, place.end)
        is_seen = note[span].isupper() or (is_whole and not _is_abbreviated(content, behind))
        paths = find(note[span]) if behind and is_seen and _is_name(note, span) else ()
        if paths:
            return CrossReference(span, paths)
    return _run_at(note, Span(place.start, max(place.start, last)), find)


def _is_abbreviated(content: str, behind: re.Match[str] | None) -> bool:
    """Whether a stop ends no sentence: `cf. Lith. ranka`."""
    if behind is None or not behind["stop"]:
        return False
    sign = _NEXT_SIGN.match(content, behind.end())
    return sign is not None and sign[1].islower()


def _is_name(note: Note, span: Span) -> bool:
    """Whether some words may be a name: no sense, no label of one letter, no mixture of capitals
    and small letters, which is another rule's matter."""
    has_letters = _LETTERS.search(note[span]) is not None
    return has_letters and next(mixtures(note, span), None) is None


def _run_at(note: Note, place: Span, find: Find) -> CrossReference | None:
    """The capitals that begin a place, before a little word: they are a name as a whole or none."""
    run = _RUN.match(note.text.content, *place)
    word = _NEXT_WORD.match(note.text.content, run.end()) if run else None
    if not run or not word or not run[0].isupper() or word[1] not in BESIDE_CUES:
        return None
    paths = find(run[0])
    return CrossReference(Span(*run.span()), paths) if paths else None
