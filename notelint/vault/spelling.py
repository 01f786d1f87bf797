"""How the notes of a vault write words, and what they are called: how often, with a hyphen or
without, in small letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from notelint.notes import WordCounts, count_words
from notelint.vault.layered import Layered, Move, counted, regrouped

_Counts = Layered[str, int]
_SHORTEST = 2  # letters before the hyphen of a compound that may lose it: `email` is no `e-mail`


class NoteWords(NamedTuple):
    """The words of a note, and its title, which is a headword of the vault."""

    counts: WordCounts
    title: str = ""


@dataclass(frozen=True)
class Spelling:
    """``words`` counts words and compounds in lower case, ``small`` those that are written so,
    ``mixed`` those with capitals behind a small letter, just as they are written; ``compounds`` has
    the compounds by the same letters without their hyphen."""

    words: _Counts = field(default_factory=Layered)
    small: _Counts = field(default_factory=Layered)
    mixed: _Counts = field(default_factory=Layered)
    compounds: Layered[str, tuple[str, ...]] = field(default_factory=Layered)

    @classmethod
    def of(cls, notes: Iterable[NoteWords]) -> Spelling:
        """The words of some notes together."""
        words, small, mixed = Counter[str](), Counter[str](), Counter[str]()
        for note in notes:
            _add(note, words, small, mixed, 1)
        compounds: dict[str, list[str]] = {}
        for word in sorted(filter(_may_lose_hyphen, words)):
            compounds.setdefault(word.replace("-", ""), []).append(word)
        groups = {joined: tuple(group) for joined, group in compounds.items()}
        return cls(Layered(words), Layered(small), Layered(mixed), Layered(groups))

    def replaced(self, notes: Iterable[tuple[NoteWords, NoteWords]]) -> Spelling:
        """The same after some notes have changed their words, given before and after."""
        changes, small_changes, mixed_changes = Counter[str](), Counter[str](), Counter[str]()
        for before, after in notes:
            _add(before, changes, small_changes, mixed_changes, -1)
            _add(after, changes, small_changes, mixed_changes, 1)
        words = counted(self.words, _without_zeros(changes))
        compounds = filter(_may_lose_hyphen, _without_zeros(changes))
        moves = (_move(word, word in words) for word in compounds)
        small = counted(self.small, _without_zeros(small_changes))
        mixed = counted(self.mixed, _without_zeros(mixed_changes))
        return Spelling(words, small, mixed, regrouped(self.compounds, moves))

    def count(self, word: str) -> int:
        """How often a word is written, given as ``word_key`` has it."""
        return self.words.get(word, 0)

    def is_written(self, word: str) -> bool:
        """Whether a word is written somewhere, letter case aside."""
        return word.lower() in self.words

    def count_small(self, word: str) -> int:
        """How often it is written in small letters."""
        return self.small.get(word, 0)

    def count_mixed(self, word: str) -> int:
        """How often a word with capitals behind a small first letter is written just so."""
        return self.mixed.get(word, 0)

    def is_small(self, word: str) -> bool:
        """Whether a word is written in small letters somewhere."""
        return word in self.small

    def hyphenated(self, words: AbstractSet[str]) -> dict[str, str]:
        """Those of some words that are written with a hyphen too, and how they are mostly."""
        known = self.compounds
        return {word: self._usual(known[word]) for word in known.among(words)}

    def _usual(self, compounds: tuple[str, ...]) -> str:
        return min(compounds, key=lambda word: (-self.count(word), word))


def _add(
    note: NoteWords, words: Counter[str], small: Counter[str], mixed: Counter[str], sign: int
) -> None:
    for word, count in note.counts.items():
        words[word.lower()] += sign * count
        if word.islower():
            small[word] += sign * count
        elif word[0].islower():
            mixed[word] += sign * count
    for word, count in count_words(note.title).items():
        words[word.lower()] += sign * count


def _may_lose_hyphen(word: str) -> bool:
    return "-" in word and word.index("-") >= _SHORTEST


def _move(compound: str, is_written: bool) -> Move[str]:
    """A compound to its group, or out of it."""
    joined = (compound.replace("-", ""),)
    return (compound, (), joined) if is_written else (compound, joined, ())


def _without_zeros(changes: Counter[str]) -> dict[str, int]:
    return {word: change for word, change in changes.items() if change}
