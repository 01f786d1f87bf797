"""What speaks for writing a word in one way and not in another: how often the note does, and the
vault, whose notes' titles and aliases count too.

A word that is broken where it stands is no evidence for itself: what goes on behind a hyphen and a
blank is not counted (``notes/words``), and a hyphen that a scan kept is left out by whoever asks.
Code, mathematics, addresses and the targets of links are none either. What a piece is, a word or
none, the notes tell too: in any language, a word is what they write by itself.
"""

from __future__ import annotations

from notelint.notes import Note, times, word_key
from notelint.values import NamedTuple
from notelint.vault import Vault

# Of two spellings the one is clearly meant where it is written twice as often.
_CLEARLY = 2
# Each note may have its own way, but where the others differ from it more clearly than so.
_OVERRULED = 3
# What is written by itself so many times more rarely than the whole word is a piece of it, which
# other damage left: a word of two words is seldom so much more frequent than either.
_RARE_PIECE = 10


class Counts(NamedTuple):
    """How often something is written in one, and with a hyphen."""

    joined: int
    compound: int

    def overrules(self, other: Counts) -> bool:
        """Whether these speak for the one more clearly than those do for the other."""
        winner, loser = (0, 1) if other.joined >= other.compound else (1, 0)
        return self[loser] > _OVERRULED * self[winner]

    def without_one(self) -> Counts:
        """These but for the place in question, which has the hyphen."""
        return Counts(self.joined, max(self.compound - 1, 0))


class Evidence(NamedTuple):
    """``place`` writes ``word`` so ``often``, and ``other`` in its stead ``rarely``. ``is_sure``
    where a word may be changed for it; else a person decides which of the two it is."""

    word: str
    other: str
    place: str
    often: int
    rarely: int
    is_sure: bool = False

    def __str__(self) -> str:
        return f"{writes(self.place, 'it', self.often)}, `{self.other}` {times(self.rarely)}"

    def told_of(self, written: str) -> str:
        """What is said of something that is written otherwise."""
        return f"{written} may be `{self.word}`: {self}"


class Spelled(NamedTuple):
    """A word as two pieces would be it, in one and with a hyphen; and how often both are written
    in the note and in all the vault, that note with it."""

    joined: str
    compound: str
    here: Counts
    there: Counts

    @classmethod
    def of(cls, note: Note, vault: Vault, joined: str, compound: str) -> Spelled:
        """A word as a note and the vault have it."""
        keys = word_key(joined), word_key(compound)
        here = Counts(*(note.words_by_key[key] for key in keys))
        return cls(joined, compound, here, Counts(*map(vault.spelling.count, keys)))

    def never_joined(self) -> Spelled:
        """The same where what is written in one is another word."""
        return self._replace(here=self.here._replace(joined=0), there=self.there._replace(joined=0))

    def usual(self) -> Evidence | None:
        """How it is mostly written: in the note, but where the vault is clearly against it. Where
        both are written alike often it is the one without the hyphen, which is its printer's."""
        place, counts = ("note", self.here) if any(self.here) else ("vault", self.there)
        if self.there.overrules(self.here):
            place, counts = "vault", self.there
        if not any(counts):
            return None
        return self.told(place, counts, counts.joined >= counts.compound)

    def told(self, place: str, counts: Counts, is_joined: bool) -> Evidence:
        """The evidence of a place for the one or the other, which is sure where it is clear."""
        words = (self.joined, self.compound)
        word, other = words if is_joined else reversed(words)
        often, rarely = counts if is_joined else reversed(counts)
        return Evidence(word, other, place, often, rarely, often >= _CLEARLY * rarely)


def writes(place: str, what: str, often: int) -> str:
    """How often the note or the vault writes something, in words."""
    return f"the {place} writes {what} {times(often)}"


def is_word(vault: Vault, piece: str, but: int = 0, beside: int = 0) -> bool:
    """Whether a piece of a word is a word by itself: one that the notes write in small letters,
    ``but`` of those occurrences left out, and not far less often than the word that it is a piece
    of, which is ``beside`` times."""
    often = vault.spelling.count_small(word_key(piece)) - but
    return often > 0 and _RARE_PIECE * often >= beside
