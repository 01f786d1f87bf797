"""Whether blanks stand before `;`, `:`, `!` and `?` by right, as they do in French."""

from __future__ import annotations

from bisect import bisect_right

from notelint.notes import Note
from notelint.values import Span, lazy_pattern


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = lazy_pattern(r"[^\W\d_]+")
_FRENCH = _words(
    "le la les des du une un est et dans pour que qui sur avec pas par sont ce cette ces aux "
    "au ou il elle nous vous ne se son sa plus comme mais dont où être"
)
_ENGLISH = _words(
    "the of and is a to in that it for with as by an are this be which from or at was not"
)
_SPACED, _TIGHT = lazy_pattern(r"[;:!?](?<=[ \t].)(?!\S)"), lazy_pattern(r"[;:!?](?<=\w.)(?!\S)")
_MANY = 3


def blanks_before_marks_belong(text: str) -> bool:
    """Whether a text is French, or has such blanks mostly, as its author likes it."""
    words = [word.lower() for word in _WORD.findall(text)]
    french, english = (sum(word in known for word in words) for known in (_FRENCH, _ENGLISH))
    if french > english or (not english and "«" in text):
        return True
    spaced = len(_SPACED.findall(text))
    return spaced >= _MANY and spaced > len(_TIGHT.findall(text))


class FrenchSections:
    """Whether a place of a note is in French, told by its section, or by the note without one."""

    def __init__(self, note: Note) -> None:
        self._note = note
        self._starts = [0, *(section.heading.start for section in note.facts.sections)]
        self._known: dict[int, bool] = {}

    def __contains__(self, offset: object) -> bool:
        index = bisect_right(self._starts, offset) - 1 if isinstance(offset, int) else 0
        if index not in self._known:
            bounds = *self._starts, len(self._note.text.content)
            section = Span(bounds[index], bounds[index + 1])
            self._known[index] = blanks_before_marks_belong(self._note[section])
        return self._known[index]
