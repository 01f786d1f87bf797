"""Words in three pieces on one line, of which all or two make one word: `per-ma-nent`,
`two-dimen-sional`."""

from __future__ import annotations

import re
from itertools import pairwise

from notelint.notes import Note
from notelint.values import Applicability, Edit, Fix, NamedTuple, Span, lazy_pattern
from notelint.vault import Vault
from notelint.wording.broken_words import HYPHENS, LETTERS, piece_before, prose_at
from notelint.wording.evidence import Evidence
from notelint.wording.function_words import HANGING
from notelint.wording.shown_text import is_in_target
from notelint.wording.weighing import evidence_of_chain

_LETTER, _GAP = r"[^\W\d_]", "[ \t\u00a0]*"
CHAINS = {
    hyphen: lazy_pattern(
        rf"{hyphen}(?<={_LETTER}{hyphen}){_GAP}(?P<middle>{_LETTER}{{1,15}}){hyphen}{_GAP}"
        rf"(?P<last>{LETTERS})(?![\w\u0300-\u036f\-\u2010])"
    )
    for hyphen in HYPHENS
}
_NAME_BEFORE, _NAME_BEHIND = frozenset("/.@#\\&:'’"), lazy_pattern(r"[.@/:]\w|['’]")
_TWO = 2  # pieces
_SYLLABLE = 3  # letters
_LONG = 7  # letters of the whole word


class Chain(NamedTuple):
    """Three pieces, and where they stand."""

    pieces: tuple[Span, ...]

    @property
    def span(self) -> Span:
        return Span(self.pieces[0].start, self.pieces[-1].end)


class Rejoined(NamedTuple):
    """The pieces that are one word, what it is, and how they become it."""

    span: Span
    evidence: Evidence
    edits: tuple[Edit, ...]

    @property
    def fix(self) -> Fix | None:
        """None where the counts are no clear evidence."""
        title = f"write `{self.evidence.word}`"
        return Fix(title, self.edits, Applicability.UNSAFE) if self.evidence.is_sure else None


def chain_at(note: Note, match: re.Match[str]) -> Chain | None:
    """The three pieces around two hyphens, where all of them are text."""
    words = prose_at(note, match.start())
    if words is None or match.end() > words.end:
        return None
    first = piece_before(note, match.start(), words.start)
    if first is None:
        return None
    return Chain((first, Span(*match.span("middle")), Span(*match.span("last"))))


def rejoined(note: Note, vault: Vault, chain: Chain, often: int) -> Rejoined | None:
    """The longest word that some of the pieces make. At least two of them are no words by
    themselves, so that neither `mother-in-law` nor `mid- to late-summer` is one; what the note
    writes of them may be the damage. What the note has ``often``, more so than that word, is no
    damage."""
    if not {*HANGING}.isdisjoint(note[piece] for piece in chain.pieces[1:]):
        return None
    for pieces in (chain.pieces, chain.pieces[1:], chain.pieces[:-1]):
        found = _rejoined(note, vault, pieces)
        if found is not None and found.evidence.often >= often:
            return found
    return None


def _rejoined(note: Note, vault: Vault, pieces: tuple[Span, ...]) -> Rejoined | None:
    parts = [note[piece] for piece in pieces]
    joined = "".join(parts)
    if not joined[1:].islower() or len(joined) < _LONG:
        return None
    evidence = evidence_of_chain(note, vault, parts)
    if evidence is None:
        return None
    gaps = [Span(one.end, other.start) for one, other in pairwise(pieces)]
    edits = tuple(Edit(gap, "") for gap in gaps)
    is_apart = any(gap.end - gap.start > 1 for gap in gaps)
    if not evidence.is_sure and not is_apart and not _is_syllable(parts):
        return None
    return Rejoined(Span(pieces[0].start, pieces[-1].end), evidence, edits)


def _is_syllable(parts: list[str]) -> bool:
    """Whether the middle of three pieces is as short as one, and not the word of a name."""
    return len(parts) > _TWO and len(parts[1]) <= _SYLLABLE


def is_name(note: Note, vault: Vault, whole: Span) -> bool:
    """Whether a compound is a name, of a note, a file or an address, or an elided word."""
    content, compound = note.text.content, note[whole]
    before = content[max(whole.start - 1, 0) : whole.start]
    if before in _NAME_BEFORE or _NAME_BEHIND.match(content, whole.end):
        return True
    is_title = compound.lower() in note.title.lower()
    return is_title or vault.is_name(compound) or is_in_target(note, whole)
