"""Words in two pieces on one line, and the edit that puts them together."""

from __future__ import annotations

import re

from notelint.notes import Note
from notelint.values import Edit, NamedTuple, Span, lazy_pattern
from notelint.wording.broken_words import LETTERS, piece_before, prose_at

_SECOND = lazy_pattern(rf"{LETTERS}(?![\w\u0300-\u036f\-\u2010])")


_STEM = 4  # letters
_NEAR = 60  # characters before it
_SET_OFF = tuple("*_=\"'“”‘’«»„‚")


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


def is_told_of(note: Note, split: SplitPieces) -> bool:
    """Whether a word is divided to tell what it is made of: behind another of its stem, as in
    `verifying itself, its veri-fication`, or set off by itself."""
    content, (start, end) = note.text.content, split.span
    is_set_off = content[start - 1 : start] in _SET_OFF and content[end : end + 1] in _SET_OFF
    return is_set_off or _follows_stem(note, split)


def _follows_stem(note: Note, split: SplitPieces) -> bool:
    content, start = note.text.content, split.span.start
    stem = split.first[:_STEM].lower()
    before = content[max(split.words.start, start - _NEAR) : start].lower()
    others = {*re.findall(r"\w+", before)} - {split.joined.lower(), split.first.lower()}
    return len(stem) == _STEM and any(word.startswith(stem) for word in others)


def tells_of(note: Note, compound: str) -> bool:
    """Whether the note divides a word behind another of its stem."""
    content, first = note.text.content, compound.partition("-")[0]
    hyphen = re.compile(
        rf"-(?<=\b{re.escape(first)}-)(?={re.escape(compound[len(first) + 1 :])}\b)", re.I
    )
    splits = filter(None, (split_at(note, match) for match in hyphen.finditer(content)))
    return any(_follows_stem(note, split) for split in splits)


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
