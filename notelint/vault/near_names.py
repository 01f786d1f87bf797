"""Near misses among many names, in time that does not grow with their number.

Names that share rare trigrams with the wrong one are candidates; only those few are compared. To
compare every name with every unresolved link would be quadratic in the size of a vault.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain

from notelint.values import words_key

MOST = 3  # near misses that a finding names
_CUTOFF = 77.5  # of 100; measured on misspelt names, other editions, and names that are just alike
_TRIGRAMS = 16  # rarest ones of the wrong name that are looked up
MOST_POSTINGS = 1000  # a trigram that more names have tells nothing
_SLIP = 2  # letters
_CANDIDATES = 48  # names that are compared in the end
_LONGEST = 1000  # letters; to compare two names takes as long as both are, multiplied
_MOST_KEPT = 4096  # answers; planned notes are linked often


class NearNames:
    """Names to choose from, each given once."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._answers: dict[str, tuple[str, ...]] = {}

    def near(self, wrong: str) -> tuple[str, ...]:
        """At most three names that may have been meant, the best first."""
        if wrong not in self._answers:
            if len(self._answers) >= _MOST_KEPT:
                self._answers.clear()
            self._answers[wrong] = self._near(wrong)
        return self._answers[wrong]

    @cached_property
    def _keys(self) -> list[str]:
        return [words_key(name) for name in self._names]

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        return postings_of(enumerate(self._keys))

    def _name(self, index: int) -> str:
        return self._names[index]

    def _key(self, index: int) -> str:
        return self._keys[index]

    def _posting(self, trigram: str) -> Sequence[int]:
        """The names that have a trigram, in order; none where it tells nothing."""
        posting = self._postings.get(trigram, ())
        return posting if len(posting) <= MOST_POSTINGS else ()

    def _near(self, wrong: str) -> tuple[str, ...]:
        from rapidfuzz import fuzz, process  # only loaded where a name is wrong

        query = words_key(wrong)
        if len(query) > _LONGEST or not re.search(r"[^\W\d_]", query):
            return ()  # one date or number is as near as the next
        candidates = {index: self._key(index) for index in self._candidates(query)}
        found = process.extract(
            query, candidates, scorer=fuzz.token_sort_ratio, limit=MOST, score_cutoff=_CUTOFF
        )
        return tuple(self._name(index) for _, _, index in found)

    def _candidates(self, query: str) -> list[int]:
        telling = sorted(filter(None, map(self._posting, trigrams_of(query))), key=len)
        shared = Counter(chain.from_iterable(telling[:_TRIGRAMS]))
        return sorted(shared, key=shared.__getitem__, reverse=True)[:_CANDIDATES]


def is_slip(wrong: str, name: str) -> bool:
    """Whether two names differ by punctuation or a letter or two: not in a number, as editions and
    figures do, nor by a beginning such as `un` that makes another word of it."""
    from rapidfuzz.distance import Levenshtein

    one, other = words_key(wrong), words_key(name)
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    is_other_word = one != other and (one.endswith(other) or other.endswith(one))
    return not is_other_word and Levenshtein.distance(one, other) <= _SLIP


def postings_of(keys: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    """The numbers of some names by the trigrams of their keys, given in order."""
    postings: dict[str, list[int]] = {}
    for number, key in keys:
        for trigram in trigrams_of(key):
            postings.setdefault(trigram, []).append(number)
    return postings


def trigrams_of(key: str) -> Iterable[str]:
    """All that is three letters long in a key and the blanks around it, each once, in order: which
    of two that are as rare is taken must not be left to chance."""
    padded = f"  {key} "
    return dict.fromkeys([padded[i : i + 3] for i in range(len(padded) - 2)])
