"""Words in two pieces: what stands before a hyphen, and what goes on behind it."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right

from notelint.authoring import next_line
from notelint.notes import Note
from notelint.values import Applicability, Edit, Fix, NamedTuple, Span, lazy_pattern

HYPHENS = ("-", "\u2010")  # those that are seen
_LETTER = r"(?:[^\W\d_][\u0300-\u036f]*)"
LETTERS = f"{_LETTER}+"
_FIRST = lazy_pattern(rf"(?<![\w\u0300-\u036f\-\u2010]){LETTERS}\Z")
_LEAD = lazy_pattern(rf"(?<![\w\u0300-\u036f\-\u2010]){LETTERS}[-\u2010](?={LETTERS}\Z)")
_INNER = lazy_pattern(rf"(?<=[-\u2010]){LETTERS}\Z")
_FAR = sys.maxsize  # an end that no span has
_LONGEST = 100  # letters of a piece that are looked at
_PREFIX = " \t>"
_TITLE = lazy_pattern(r"[ \t>*+\-0-9.)]*(?:#{1,6}[ \t]|\[!)")
_REST = lazy_pattern(
    rf"(?P<word>{_LETTER}{{2,}})(?![\w\u0300-\u036f])(?P<marks>[’”'\".,;:!?)]*)(?P<gap>[ \t]*)"
)
_FIRST_OF_LINE = lazy_pattern(r"[^\W\d_]|[(“‘]")  # with others a block may begin


class PartedWord(NamedTuple):
    """The first piece without its hyphen, and what goes on on the next line. ``lead`` is what is
    put to the whole word with a hyphen, as `two-` is in `two-dimensional`."""

    first: Span
    hyphen: Span
    rest: re.Match[str]
    lead: Span | None = None


def piece_before(note: Note, offset: int, least: int = 0) -> Span | None:
    """The letters that end at an offset, where no others and no hyphen stand before them."""
    start = max(least, offset - _LONGEST)
    found = _FIRST.search(note.text.content, start, offset)
    return Span(*found.span()) if found else None


def prose_at(note: Note, offset: int) -> Span | None:
    """The stretch of text that a place stands in."""
    prose = note.facts.prose
    index = bisect_right(prose, (offset, _FAR)) - 1
    return prose[index] if index >= 0 and prose[index].end > offset else None


def broken_at(note: Note, hyphen: Span) -> PartedWord | None:
    """The word that is broken at a hyphen with which a line of a paragraph ends."""
    words = prose_at(note, hyphen.start)
    if words is None:
        return None
    first, lead = piece_before(note, hyphen.start, words.start), None
    if first is None:
        lead, first = _pieces_before(note, hyphen.start, words.start)
    rest = _rest(note, hyphen) if first else None
    return PartedWord(first, hyphen, rest, lead) if first and rest else None


def _pieces_before(note: Note, offset: int, least: int) -> tuple[Span | None, Span | None]:
    """The last piece of a compound that ends at an offset, and the only one before it."""
    content, start = note.text.content, max(least, offset - _LONGEST)
    lead, inner = (pattern.search(content, start, offset) for pattern in (_LEAD, _INNER))
    return (Span(*lead.span()), Span(*inner.span())) if lead and inner else (None, None)


def _rest(note: Note, hyphen: Span) -> re.Match[str] | None:
    """What goes on in the same paragraph on the next line."""
    content, line = note.text.content, note.text.line_at(hyphen.start)
    below = note.text.line_at(next_line(note, hyphen.start))
    is_last = not content[hyphen.end : line.end].strip(" \t")
    if not is_last or not _may_go_on(line.content, below.content):
        return None
    if note.facts.heading_around(hyphen):
        return None
    start = below.end - len(below.content.lstrip(_PREFIX))
    words = prose_at(note, start)
    return _REST.match(content, start, words.end) if words else None


def _may_go_on(line: str, below: str) -> bool:
    """Whether a line may belong to the paragraph of the one above: neither is a row of a table,
    the upper one is no title, and no quote begins in between."""
    if "|" in line or "|" in below or _TITLE.match(line):
        return False
    prefix = below[: len(below) - len(below.lstrip(_PREFIX))]
    return prefix.count(">") <= line.count(">")


def moved_up(note: Note, broken: PartedWord, whole: str) -> Fix | None:
    """The second piece moved up with the marks behind it; none where that would leave a line that
    begins in another way, or part what belongs together."""
    rest, text = broken.rest, whole + broken.rest["marks"]
    line = note.text.line_at(rest.start())
    if rest.end() == line.end:  # which leaves nothing of that line
        up = Edit(Span(broken.first.start, line.end), text)
        return Fix(f"write `{whole}`", (up,), Applicability.UNSAFE)
    if not rest["gap"] or not _FIRST_OF_LINE.match(note.text.content, rest.end()):
        return None
    up = Edit(Span(broken.first.start, broken.hyphen.end), text)
    return Fix(f"write `{whole}`", (up, Edit(Span(*rest.span()), "")), Applicability.UNSAFE)
