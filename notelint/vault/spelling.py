"""How the notes of a vault write words, and what they are called: how often, with a hyphen or
without, in small letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from notelint.notes import WordCounts, count_words
from notelint.values import NamedTuple, dataclass, field
from notelint.vault.layered import Layered, counted, regrouped

if TYPE_CHECKING:
    from notelint.vault.layered import Move

_Counts = Layered[str, int]
_MOST = 100  # compounds with a part that are looked at
_SHORTEST = 2  # letters before the hyphen of a compound that may lose it: `email` is no `e-mail`


class NoteWords(NamedTuple):
    """The words of a note, and its title, which is a headword of the vault."""

    counts: WordCounts
    title: str = ""


class Tally(NamedTuple):
    """How often words are written, as ``Spelling`` counts them, or how much more often."""

    words: dict[str, int]
    small: dict[str, int]
    mixed: dict[str, int]


@dataclass(frozen=True)
class Spelling:
    """``words`` counts words and compounds in lower case, ``small`` those that are written so,
    ``mixed`` those with capitals behind a small letter, just as they are written; ``compounds`` has
    the compounds by the same letters without their hyphen, and by either part."""

    words: _Counts = field(default_factory=Layered)
    small: _Counts = field(default_factory=Layered)
    mixed: _Counts = field(default_factory=Layered)
    compounds: Layered[str, tuple[str, ...]] = field(default_factory=Layered)

    @classmethod
    def of(cls, notes: Iterable[NoteWords]) -> Spelling:
        """The words of some notes together."""
        tally = tally_of(notes)
        words, small, mixed = map(Layered, tally)
        return cls(words, small, mixed, Layered(compounds_among(tally.words)))

    def replaced(self, notes: Iterable[tuple[NoteWords, NoteWords]]) -> Spelling:
        """The same after some notes have changed their words, given before and after."""
        changes = changed_tally(notes)
        words = counted(self.words, changes.words)
        moves = (_move(word, word in words) for word in filter(may_lose_hyphen, changes.words))
        small = counted(self.small, changes.small)
        mixed = counted(self.mixed, changes.mixed)
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

    def count_parts(self, compound: str) -> tuple[int, int]:
        """Of how many other compounds with a word each part of one is a part too, at the same
        end; a hyphen that a printer put in seldom stands before a word or behind one."""
        groups = (self.compounds.get(key, ())[:_MOST] for key in _keys_of_parts(compound))
        first, second = (
            sum(self.is_small(other.split("-")[end]) for other in group if other != compound)
            for group, end in zip(groups, (1, 0), strict=True)
        )
        return first, second

    def _usual(self, compounds: tuple[str, ...]) -> str:
        return min(compounds, key=lambda word: (-self.count(word), word))


def tally_of(notes: Iterable[NoteWords]) -> Tally:
    """The words of some notes together."""
    by_count: dict[int, list[str]] = {}
    titles: list[str] = []
    for note in notes:
        titles.append(note.title)
        for count, words in note.counts.by_count():
            by_count.setdefault(count, []).extend(words)
    forms = Counter[str]()
    for count, words in by_count.items():
        # Which counts a list much faster than one word after the other.
        for word, often in Counter(words).items():
            forms[word] += count * often
    return _tally(forms, count_words("\n".join(titles)))


def changed_tally(notes: Iterable[tuple[NoteWords, NoteWords]]) -> Tally:
    """What it makes of the counts that some notes have other words, given before and after."""
    forms, headwords = Counter[str](), Counter[str]()
    for before, after in notes:
        headwords.update(count_words(after.title))
        headwords.subtract(count_words(before.title))
        forms.update(dict(after.counts.items()))
        forms.subtract(dict(before.counts.items()))
    return Tally(*map(_without_zeros, _tally(forms, headwords)))


def _tally(forms: Mapping[str, int], headwords: Mapping[str, int]) -> Tally:
    words, small, mixed = Counter[str](), dict[str, int](), dict[str, int]()
    for word, count in forms.items():
        words[word.lower()] += count
        if word.islower():
            small[word] = count
        elif word[0].islower():
            mixed[word] = count
    for word, count in headwords.items():
        words[word.lower()] += count
    return Tally(words, small, mixed)


def compounds_among(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The compounds among some words, by their letters without the hyphen, and by their parts."""
    compounds: dict[str, list[str]] = {}
    for word in sorted(filter(may_lose_hyphen, words)):
        for key in keys_of(word):
            compounds.setdefault(key, []).append(word)
    return {key: tuple(group) for key, group in compounds.items()}


def keys_of(compound: str) -> tuple[str, str, str]:
    """What a compound is looked up by."""
    return (compound.replace("-", ""), *_keys_of_parts(compound))


def _keys_of_parts(compound: str) -> tuple[str, str]:
    """With a sign that no word has, so that no other word is looked up so."""
    first, _, second = compound.partition("-")
    return f"{first}*", f"*{second}"


def may_lose_hyphen(word: str) -> bool:
    """Whether it is a compound that may be written in one."""
    return "-" in word and word.index("-") >= _SHORTEST


def _move(compound: str, is_written: bool) -> Move[str, str]:
    """A compound to its group, or out of it."""
    keys = keys_of(compound)
    return (compound, (), keys) if is_written else (compound, keys, ())


def _without_zeros(changes: Mapping[str, int]) -> dict[str, int]:
    return {word: change for word, change in changes.items() if change}
