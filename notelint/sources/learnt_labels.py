"""What the notes of a vault show of a dictionary: which part-of-speech labels it prints.

What enough sections print is learnt. A text of mathematics has `$n$` all over, and neither prints
`n.` in front of its senses nor `adj.`; both are asked for before a fix is safe.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from notelint.conventions import PARTS_OF_SPEECH, by_letters, home_keys, title_in
from notelint.notes import VARIABLES
from notelint.values import Applicability, lazy_pattern
from notelint.vault import Vault

# Those that `notes/printed` looks for.
_FORM = lazy_pattern(r"[a-z]{1,8}\.(?:[a-z]{1,6}\.){0,2}(?: [a-z]{1,6}\.)?")
# Sections that print a label, for each that has its letter as a variable.
_LIKELY = 4
_CERTAIN = 20


class LabelCount(NamedTuple):
    """In how many sections a label stands as text, as a formula in its own place, and in how many
    its letter stands elsewhere as a variable."""

    label: str
    printed: int = 0
    formulas: int = 0
    variables: int = 0


class LabelCounts(NamedTuple):
    """What the ``sections`` show that quote one dictionary: its labels by their letters."""

    sections: int = 0
    by_letters: Mapping[str, LabelCount] = {}


class Learnt(NamedTuple):
    """The labels that a dictionary, cited under a name, turned out to print."""

    name: str
    sections: int
    counts: Mapping[str, LabelCount]

    @property
    def labels(self) -> dict[str, str]:
        """The labels by their letters."""
        return {letters: count.label for letters, count in self.counts.items()}

    def applicability(self, letters: str) -> Applicability:
        """How certain it is that a label's letters are that label where it may stand. Any text may
        tell a plural in a bracket."""
        count = self.counts[letters]
        is_outweighed = count.variables * _CERTAIN <= count.printed
        is_dictionary = any(len(other) > 1 and "pl" not in other for other in self.counts)
        return Applicability.SAFE if is_outweighed and is_dictionary else Applicability.UNSAFE

    def evidence(self, letters: str) -> str:
        """What speaks for a label, and what against it."""
        count = self.counts[letters]
        told = f"{count.printed} of {self.sections} sections that quote `{self.name}` print it"
        if not count.variables:
            return told
        have = "has" if count.variables == 1 else "have"
        return f"{told}, {count.variables} {have} a variable `{letters}`"


@lru_cache(maxsize=1)
def learnable() -> Mapping[str, str]:
    """The letters of the labels that can be learnt. A single letter may number a sense or name
    something, but for those that every dictionary prints."""
    labels = filter(_FORM.fullmatch, PARTS_OF_SPEECH)
    letters = {label: next(iter(by_letters([label]))) for label in labels}
    return {label: key for label, key in letters.items() if len(key) > 1 or key in VARIABLES}


def counted_labels(vault: Vault, key: str) -> LabelCounts:
    """What the sections show of the labels of a dictionary that is cited by the key of a name."""
    forms: Counter[str] = Counter()
    for name in home_keys(vault.home_pages, key):
        forms.update(vault.index.printed_by(name))
    in_order = sorted(forms, key=lambda form: (forms[form], form))
    printed = {learnable()[form]: form for form in in_order if form in learnable()}
    others = {form.strip("$.") for form in forms if "$" in form} & _labels().keys()
    labels = {**{letters: _labels()[letters] for letters in others}, **printed}
    counts = {letters: _count(forms, letters, label) for letters, label in sorted(labels.items())}
    return LabelCounts(forms[""], counts)


@lru_cache(maxsize=1)
def _labels() -> Mapping[str, str]:
    """Of the labels that can be learnt the first with some letters."""
    return {letters: label for label, letters in reversed(list(learnable().items()))}


def _count(forms: Counter[str], letters: str, label: str) -> LabelCount:
    return LabelCount(label, forms[label], forms[f"${letters}$."], forms[f"${letters}$"])


def learnt(vault: Vault, name: str, key: str) -> Learnt | None:
    """The labels of a dictionary that is cited under a name, if any is learnt."""
    if not vault.conventions.learn_labels:
        return None
    known = counted_labels(vault, key)
    counts = {key: count for key, count in known.by_letters.items() if is_learnt(vault, count)}
    title = title_in(vault.home_pages, name) or name
    return Learnt(title, known.sections, counts) if counts else None


def is_learnt(vault: Vault, count: LabelCount) -> bool:
    """Whether enough sections print a label, and few have its letter as a variable."""
    least = vault.conventions.learn_labels
    return 0 < least <= count.printed and count.variables * _LIKELY <= count.printed
