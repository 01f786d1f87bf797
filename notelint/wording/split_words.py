"""Words in two pieces on one line, and the edit that puts them together."""

from __future__ import annotations

import re

from notelint.notes import Note
from notelint.values import Edit, NamedTuple, Span, lazy_pattern
from notelint.wording.broken_words import LETTERS, piece_before, prose_at

_SECOND = lazy_pattern(rf"{LETTERS}(?![\w\u0300-\u036f\-\u2010])")


class SplitPieces(NamedTuple):
    """A word in two pieces, the hyphen and what else stands between them. ``words`` is the text
    from the first piece's emphasis to the second's, where there is such."""

    span: Span
    first: str
    second: str
    gap: Span
    mark: str
    words: Span

    @property
    def joined(self) -> str:
        return self.first + self.second

    @property
    def compound(self) -> str:
        return f"{self.first}-{self.second}"


def split_at(note: Note, match: re.Match[str]) -> SplitPieces | None:
    """Both pieces around a hyphen, where both are text."""
    words, words_behind = prose_at(note, match.start()), prose_at(note, match.end())
    if words is None or words_behind is None:
        return None
    first = piece_before(note, match.start(), words.start)
    second = _SECOND.match(note.text.content, match.end(), words_behind.end)
    if first is None or second is None:
        return None
    return SplitPieces(
        Span(first.start, second.end()),
        note[first],
        second[0],
        Span(*match.span()),
        match.groupdict().get("mark") or "",
        Span(words.start, words_behind.end),
    )


def put_together(note: Note, split: SplitPieces, hyphen: str) -> Edit | None:
    """The pieces put together; two words with emphasis are written anew as one. None where more
    than these pieces has it."""
    if not split.mark:
        return Edit(split.gap, hyphen)
    start, end = split.words.start - len(split.mark), split.words.end + len(split.mark)
    whole = Span(start, end)
    if not (note[whole].startswith(split.mark) and note[whole].endswith(split.mark)):
        return None
    before = note[Span(start, split.gap.start)]
    return Edit(whole, f"{before}{hyphen}{note[Span(split.gap.end, end)]}")
