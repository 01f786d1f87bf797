"""What the notes of a vault show of a dictionary: which part-of-speech labels it prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from notelint.conventions import (
    PARTS_OF_SPEECH,
    UNSTOPPED_PARTS_OF_SPEECH,
    by_letters,
    home_keys,
    title_in,
)
from notelint.notes import VARIABLES
from notelint.sources.label_weighing import LabelCount, LabelCounts
from notelint.sources.telling_labels import AMBIGUOUS, TELLING
from notelint.values import Applicability, NamedTuple, lazy_pattern
from notelint.vault import Vault

# Those that `notes/printed` looks for.
_FORM = lazy_pattern(r"[A-Za-z]{1,8}\.(?:[a-z]{1,6}\.){0,2}(?: [A-Za-z]{1,6}\.)?")
_BARE = lazy_pattern(r"[fmnv]|[a-z]{2,6}|n pl")
_PAGES = ("pp.", "pp")  # which stand in front of numbers: `pp. 3-5`


class Learnt(NamedTuple):
    """What is learnt of a dictionary that is cited under a name."""

    name: str
    counts: LabelCounts

    @property
    def labels(self) -> Mapping[str, str]:
        """The labels by their letters, those among them that every dictionary may print which
        prints any."""
        usual = self._usual
        known = {
            key: count.label if count.printed else usual[key]
            for key, count in self.counts.believed.items()
        }
        if not self.counts.has_labels:
            return known
        return {key: usual[key] for key in TELLING & usual.keys()} | known

    @property
    def likely(self) -> Mapping[str, str]:
        """The labels that a dictionary which prints any may print as well, where a sense begins:
        those of its style that can hardly be mathematics there; of one that is hardly known those
        that can be nothing else."""
        if not self.counts.may_have_labels:
            return self._long if self.counts.sections <= self.counts.least else {}
        usual = self._usual
        return {
            key: label
            for key, label in usual.items()
            if label.endswith(".") is not self.counts.is_bare
            and (key in self.counts.likely or (len(key) > 1 and key not in AMBIGUOUS))
        }

    @property
    def _long(self) -> Mapping[str, str]:
        """What is a label and nothing else by its letters: `adv.`, `n. pl.`, and no adjugate."""
        usual = _labels()
        return {key: usual[key] for key in TELLING & usual.keys() if len(key) > 2 and key != "adj"}

    @property
    def _usual(self) -> Mapping[str, str]:
        """The labels that can be learnt, as this one would print them."""
        return _labels(self.counts.is_bare, self.counts.is_tight, self.counts.is_wide)

    def applicability(self, letters: str) -> Applicability:
        """How certain it is that a label's letters are that label where it may stand."""
        return self.counts.applicability(letters)

    def evidence(self, letters: str) -> str:
        """What speaks for a label, and what against it; nothing where no section shows any."""
        count = self.counts.by_letters.get(letters, LabelCount(""))
        witness = count if count.printed else self._witness
        if not witness.printed and count.formulas:
            witness = count
        if not witness.seen:
            return ""
        name = "it" if witness is count else f"`{witness.label}`"
        whole = f"of {self.counts.sections} sections that quote `{self.name}`"
        told = f"{witness.printed} {whole} print {name}"
        if not witness.printed:
            told = f"{witness.formulas} {whole} have {name} as a formula"
        if not count.variables:
            return told
        have = "has" if count.variables == 1 else "have"
        return f"{told}, {count.variables} {have} a variable `{letters}`"

    @property
    def _witness(self) -> LabelCount:
        """The label that most sections show."""
        counts = self.counts.by_letters.values()
        return max(counts, key=lambda item: (item.printed, item.formulas), default=LabelCount(""))


@lru_cache(maxsize=1)
def learnable() -> Mapping[str, str]:
    """The letters of the labels that can be learnt, with a stop and without. A single letter may
    number a sense or name something, but for some that many dictionaries print."""
    stopped = filter(_FORM.fullmatch, PARTS_OF_SPEECH)
    bare = filter(_BARE.fullmatch, UNSTOPPED_PARTS_OF_SPEECH)
    letters = {label: next(iter(by_letters([label]))) for label in (*stopped, *bare)}
    return {
        label: key
        for label, key in letters.items()
        if (len(key) > 1 or key in VARIABLES) and label not in _PAGES
    }


@lru_cache(maxsize=4)
def clear_labels(is_bare: bool, is_wide: bool) -> Mapping[str, str]:
    """The labels by their letters that hardly anything else can be where a dictionary prints some:
    those of two letters or more which mathematics and texts have seldom."""
    return {
        key: label
        for key, label in _labels(is_bare, False, is_wide).items()
        if len(key) > 1 and key not in AMBIGUOUS and label.endswith(".") is not is_bare
    }


def counted_labels(vault: Vault, key: str) -> LabelCounts:
    """What the sections show of the labels of a dictionary that is cited by the key of a name."""
    forms: Counter[str] = Counter()
    for name in home_keys(vault.home_pages, key):
        forms.update(vault.index.printed_by(name))
    return _counted(frozenset(forms.items()), vault.conventions.learn_labels)


@lru_cache(maxsize=256)  # the notes of a vault quote the same few dictionaries
def _counted(found: frozenset[tuple[str, int]], least: int) -> LabelCounts:
    """What some forms show, given with their counts."""
    forms = Counter(dict(found))
    in_order = sorted(forms, key=lambda form: (forms[form], form))
    printed = {learnable()[form]: form for form in in_order if form in learnable()}
    others = {form.strip("$.") for form in forms if "$" in form} & _labels().keys()
    labels = {**{letters: _labels()[letters] for letters in others}, **printed}
    counts = {letters: _count(forms, letters, label) for letters, label in sorted(labels.items())}
    is_numbered = not forms.keys().isdisjoint({"b.", "$b$."})
    return LabelCounts(forms[""], counts, is_numbered, least)


@lru_cache(maxsize=8)
def _labels(
    is_bare: bool = False, is_tight: bool = False, is_wide: bool = False
) -> Mapping[str, str]:
    """Of the labels that can be learnt the first with some letters: one without a stop if there is
    one where a dictionary ``is_bare``, one without a blank where it ``is_tight``, one with
    blanks where it ``is_wide``."""

    def is_other(label: str) -> bool:
        is_narrow = is_wide and "." in label[:-1] and " " not in label
        return (is_bare and label.endswith(".")) or (is_tight and " " in label) or is_narrow

    in_order = sorted(learnable(), key=is_other)
    return {learnable()[label]: label for label in reversed(in_order)}


def _count(forms: Counter[str], letters: str, label: str) -> LabelCount:
    variables = forms[f"${letters}$"] if len(letters) == 1 else 0
    return LabelCount(label, forms[label], forms[f"${letters}$."], variables)


def learnt(vault: Vault, name: str, key: str) -> Learnt | None:
    """What is learnt of a dictionary that is cited under a name."""
    if not vault.conventions.learn_labels:
        return None
    title = title_in(vault.home_pages, name) or name
    return Learnt(title, counted_labels(vault, key))
