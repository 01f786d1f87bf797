"""What speaks for writing a word in one way and not in another: how often the note does, and the
vault, whose notes' titles and aliases count too.

A word that is broken where it stands is no evidence for itself: its pieces are counted as pieces,
and a hyphen that a scan kept is left out by whoever asks. Code, mathematics, addresses and the
targets of links are none either.
"""

from __future__ import annotations

from typing import NamedTuple

from notelint.notes import Note, times, word_key
from notelint.vault import Vault
from notelint.wording.compound_parts import COMMON, ENDINGS, NEVER_SECOND, TWO_LETTERS

_CLEARLY = 2  # times as often
_OFTEN_ENOUGH = 10  # times of this a piece that is a word may be rarer than the whole
_OVERRULED = 3  # times as often elsewhere as the other, which the note writes


class Evidence(NamedTuple):
    """``place`` writes ``word`` so ``often``, and ``other`` in its stead ``rarely``."""

    word: str
    other: str
    place: str
    often: int
    rarely: int

    @property
    def is_tie(self) -> bool:
        """Whether both are written alike often, which speaks for neither."""
        return self.often == self.rarely

    @property
    def is_clear(self) -> bool:
        """Whether it outnumbers the other clearly, so that a word may be changed for it."""
        return self.often >= _CLEARLY * self.rarely

    def __str__(self) -> str:
        written = f"the {self.place} writes it {times(self.often)}"
        return f"{written}, `{self.other}` {times(self.rarely)}"


class _Counts(NamedTuple):
    joined: int
    compound: int

    def overrules(self, other: _Counts) -> bool:
        """Whether these speak for the one as clearly as those for the other."""
        winner, loser = (0, 1) if other.joined >= other.compound else (1, 0)
        return self[loser] > _OVERRULED * self[winner]


def evidence_of(note: Note, vault: Vault, joined: str, compound: str) -> Evidence | None:
    """How a word is mostly written of which two pieces stand apart, with the hyphen or without. On
    a tie the hyphen is the printer's. None where neither is written anywhere. What is joined to a
    single letter is another word: `T-cell` is never `Tcell`."""
    keys = word_key(joined), word_key(compound)
    here = _Counts(*(note.words_by_key[key] for key in keys))
    there = _Counts(*map(vault.spelling.count, keys))
    if compound[1:2] == "-":
        here, there = here._replace(joined=0), there._replace(joined=0)
    place, counts = ("note", here) if any(here) else ("vault", there)
    if there.overrules(here):
        place, counts = "vault", there
    if not any(counts):
        return None
    if counts.joined >= counts.compound:
        return Evidence(joined, compound, place, *counts)
    return Evidence(compound, joined, place, counts.compound, counts.joined)


def evidence_against_hyphen(
    note: Note, vault: Vault, joined: str, compound: str
) -> Evidence | None:
    """How often a word is written without the hyphen that it has at one place of the note; None
    where that does not outnumber the other, or where only the vault does and not clearly. Where
    the note writes it once, the vault is asked."""
    keys = word_key(joined), word_key(compound)
    here = _Counts(*(note.words_by_key[key] for key in keys))
    there = _Counts(*map(vault.spelling.count, keys))
    others_here, others_there = (max(counts.compound - 1, 0) for counts in (here, there))
    is_here = here.joined >= max(here.compound, 1) and there.joined >= there.compound
    if is_here and (here.joined >= _CLEARLY or there.joined <= here.joined):
        return Evidence(joined, compound, "note", here.joined, others_here)
    if is_here or there.joined >= max(_OVERRULED * there.compound, _CLEARLY):
        return Evidence(joined, compound, "vault", there.joined, others_there)
    return None


def evidence_for_hyphen(
    note: Note, vault: Vault, joined: str, compound: str, minimum: int, is_plain: bool
) -> Evidence | None:
    """How often a word is written with a hyphen that it does not have at one place of the note. In
    the note once is enough for a plain word with a number, as `interleukin-1`, since nobody means
    the two differently. Any other the note must not write more often without it, nor the vault;
    where it does so as often, that is a tie."""
    keys = word_key(joined), word_key(compound)
    here = _Counts(*(note.words_by_key[key] for key in keys))
    there = _Counts(*map(vault.spelling.count, keys))
    is_here = here.compound >= max(here.joined, 1)
    if is_here and (is_plain or there.compound >= there.joined):
        return Evidence(compound, joined, "note", here.compound, here.joined)
    if there.compound >= minimum and there.compound > there.joined:
        return Evidence(compound, joined, "vault", there.compound, there.joined)
    return None


def is_word(vault: Vault, piece: str, but: int = 0, beside: int = 0) -> bool:
    """Whether a piece of a word is a word by itself: a common one, or one that the notes write in
    small letters, ``but`` of those occurrences left out. What is written far less often than the
    word that it is a piece of, which is ``beside`` times, was left by other damage."""
    key = word_key(piece)
    if key in COMMON or key in TWO_LETTERS or key in NEVER_SECOND or key in ENDINGS:
        return True
    often = vault.spelling.count_small(key) - but
    return often > 0 and _OFTEN_ENOUGH * often >= beside
