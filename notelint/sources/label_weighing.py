"""Which labels a dictionary prints, weighed on what the sections show that quote it.

A text of mathematics has `$n$` all over, may begin an item with it, and prints no `adj.` So it is
asked first whether a dictionary prints labels at all: of one that does, a label is believed with
little evidence; of any other only what hardly anything speaks against.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from notelint.sources.telling_labels import (
    AMBIGUOUS,
    AT_HEADS,
    GENDERS,
    NEUTERS,
    PARTED,
    RIVALS,
    TELLING,
    USUAL,
)
from notelint.values import Applicability, NamedTuple, dataclass, field

_LIKELY = 4  # sections that print a label, for each that has its letter as a variable
_CERTAIN = 2  # the same in a dictionary that prints labels
_ENOUGH = 2  # times the sections that a label takes: so many tell that none is printed
_RARE = 3  # sections, for each that has the letter elsewhere, which may be a label as well


class LabelCount(NamedTuple):
    """In how many sections a label stands as text, as a formula in its own place, and in how many
    its letter stands elsewhere as a variable."""

    label: str
    printed: int = 0
    formulas: int = 0
    variables: int = 0

    @property
    def seen(self) -> int:
        """In how many it stands in its place, read well or not; one may have both."""
        return self.printed + self.formulas


@dataclass(frozen=True)
class LabelCounts:
    """What the ``sections`` show that quote one dictionary: its labels by their letters. It
    ``is_numbered`` where letters number senses; ``least`` sections are enough for a label."""

    sections: int = 0
    by_letters: Mapping[str, LabelCount] = field(default_factory=dict)
    is_numbered: bool = False
    least: int = 0

    @cached_property
    def has_labels(self) -> bool:
        """Whether it prints labels: a long one in enough sections, or two in as many together. A
        formula counts that can be nothing else, and so does a label without its stop, where one of
        another kind stands beside it."""
        usual = {key: item for key, item in self.by_letters.items() if _is_usual(key, item.label)}
        stopped = {key: item.printed for key, item in usual.items() if item.label.endswith(".")}
        if any(len(key) > 1 and times >= self.least for key, times in stopped.items()):
            return True
        if self._has_genders:
            return True
        seen = {key: item.seen if key in TELLING else item.printed for key, item in usual.items()}
        shown = [key for key, times in seen.items() if times]
        shown += [key for key in ("s", *GENDERS) if self._nouns and self._printed_as(key)]
        telling = [key for key in shown if key in usual and _is_telling(key, usual[key].label)]
        is_told = len(telling) > 1 or any(stopped.get(key) for key in telling)
        if self._nouns >= self.least:
            telling += [key for key in usual if len(key) > 1 and key not in telling]
        if not telling or len({*shown, *telling}) < 2 or self.sections < self.least:
            return False
        is_enough = len(shown) > 1 and sum(seen.values()) >= self.least
        return (is_told and is_enough) or self._outweighs(telling)

    def _outweighs(self, telling: list[str]) -> bool:
        """Whether what can be nothing else, and labels of nouns, stand in half of the sections."""
        counts = [self.by_letters[key] for key in telling]
        stopped = sum(count.printed for count in counts if count.label.endswith("."))
        weight = 2 * stopped + sum(count.formulas for count in counts) + self._nouns
        is_printed = stopped + self._nouns > 1
        return is_printed and weight >= self.least and weight * 2 >= self.sections

    def _printed_as(self, letter: str) -> bool:
        """Whether a letter with a stop stands as text."""
        count = self.by_letters.get(letter)
        return count is not None and count.printed > 0 and count.label.endswith(".")

    @property
    def _nouns(self) -> int:
        """In how many sections a label of nouns of one letter stands: `n.`, `s.`, a gender."""
        letters = () if self.is_numbered else ("n", "s", *GENDERS)
        return sum(
            self.by_letters[letter].printed for letter in letters if self._printed_as(letter)
        )

    @cached_property
    def may_have_labels(self) -> bool:
        """Whether it may print labels: few sections quote it, and one of them shows what is nothing
        else, or half of them show `n.`"""
        if self.has_labels or not 0 < self.sections <= self.least or self.is_numbered:
            return self.has_labels
        nouns = sum(item.printed for _, item in self._shown if item.label == "n.")
        stopped = [(key, item) for key, item in self._shown if item.label.endswith(".")]
        telling = (key in TELLING or "." in item.label[:-1] for key, item in stopped)
        return any(telling) or nouns * 2 >= self.sections

    @property
    def _shown(self) -> list[tuple[str, LabelCount]]:
        return [(key, item) for key, item in self.by_letters.items() if item.printed]

    @cached_property
    def _has_genders(self) -> bool:
        """Whether it prints `m.` and `f.`, and neither numbers a sense or is a variable."""
        found = [self.by_letters.get(letter) for letter in GENDERS]
        printed = [
            count.printed
            for count in found
            if count and count.label.endswith(".") and count.variables <= count.printed
        ]
        is_enough = min(self.sections, sum(printed)) >= self.least
        return all(printed) and len(printed) == len(GENDERS) and is_enough and not self.is_numbered

    @cached_property
    def proven(self) -> Mapping[str, bool]:
        """The letters that enough sections print as a label, and few have elsewhere; true of those
        that none has."""
        counts = self.by_letters.items() if self.has_labels else ()
        return {
            key: not item.variables
            for key, item in counts
            if item.printed >= max(self.least, item.variables * _CERTAIN)
        }

    @cached_property
    def likely(self) -> frozenset[str]:
        """What it may be taken to print where a sense begins, though no section shows it: usual
        letters, a gender beside the other, and what of two letters or more is clear there."""
        if not self.may_have_labels:
            return frozenset()
        letters = {*USUAL}
        if not self.is_numbered:
            has_gender = any(key in GENDERS for key, _ in self._shown)
            letters |= {*AT_HEADS, *(GENDERS if has_gender else "")}
        usual = (key for key in letters if not self._has_rival(key))
        clear = {"tr"} if "intr" in self.believed else set()
        return frozenset(filter(self._is_seldom_variable, usual)) | clear | {"vi"}

    def _has_rival(self, letter: str) -> bool:
        """Whether it prints another label that says the same as a letter would, which it does not
        print: `sb.` for `n.`"""
        printed = {key for key, count in self.by_letters.items() if count.printed}
        if letter in printed or (letter == "n" and printed & {"m", "f"} and printed & NEUTERS):
            return False
        return bool(printed & RIVALS.get(letter, set()))

    def _is_seldom_variable(self, letter: str) -> bool:
        count = self.by_letters.get(letter)
        return count is None or count.variables * _RARE <= self.sections

    @cached_property
    def is_bare(self) -> bool:
        """Whether it prints labels without a stop, and none with one."""
        labels = [label for label, key in self._printed.items() if _is_usual(key, label)]
        return bool(labels) and not any(label.endswith(".") for label in labels)

    @cached_property
    def is_tight(self) -> bool:
        """Whether it prints labels with a stop inside, and none with a blank: `v.t.`"""
        return bool(self._split) and not any(" " in label for label in self._split)

    @cached_property
    def is_wide(self) -> bool:
        """Whether it prints labels with a blank behind a stop inside: `v. t.`"""
        return any(" " in label for label in self._split)

    @property
    def _split(self) -> list[str]:
        return [label for label in self._printed if "." in label[:-1]]

    @cached_property
    def _printed(self) -> dict[str, str]:
        """The labels that stand as text, each with its letters."""
        return {item.label: key for key, item in self.by_letters.items() if item.printed}

    @cached_property
    def has_none(self) -> bool:
        """Whether it prints none: most of many sections show nothing that might be one."""
        counts = {key: item for key, item in self.by_letters.items() if _is_usual(key, item.label)}
        is_known = self.sections >= self.least * _ENOUGH
        is_seldom = sum(count.seen for count in counts.values()) * 2 < self.sections
        return is_known and is_seldom and self.believed.keys().isdisjoint(counts)

    @cached_property
    def believed(self) -> dict[str, LabelCount]:
        """The labels that it is taken to print, by their letters."""
        return {key: item for key, item in self.by_letters.items() if self._is_believed(key, item)}

    def _is_believed(self, letters: str, count: LabelCount) -> bool:
        is_one, is_usual = len(letters) == 1, letters in USUAL
        if not self.has_labels:
            is_printed = count.printed >= self.least and count.label.endswith(".")
            is_likely = is_usual and count.variables * _LIKELY <= count.printed
            return is_printed and (is_likely or not is_one)
        if not is_one:
            is_seen = count.formulas > 0 and letters not in AMBIGUOUS
            return count.printed > 0 or letters in TELLING or is_seen
        if is_usual:
            is_likely = count.printed > 0 or count.formulas >= self.least
            is_rare = count.printed > 0 and self._is_seldom_variable(letters)
            return is_likely and (is_rare or count.variables <= count.seen)
        is_gender = letters in GENDERS and self._has_genders
        is_likely = count.printed > 0 and (count.seen >= self.least or is_gender)
        return is_likely and count.variables <= count.printed and not self.is_numbered

    @cached_property
    def _sets_parts(self) -> bool:
        """Whether it shows how it sets a label of several parts, with blanks or without."""
        return bool(self._split) or self.is_bare

    def applicability(self, letters: str) -> Applicability:
        """How certain it is that a label's letters are that label where it may stand."""
        count = self.by_letters.get(letters, LabelCount(""))
        is_enough = count.printed >= self.least and count.variables * _CERTAIN <= count.printed
        is_clear_alone = letters in TELLING and (letters not in PARTED or self._sets_parts)
        is_known = count.printed > 0 or is_clear_alone
        is_clear = len(letters) > 1 and is_known
        is_certain = self.has_labels and (is_clear or is_enough)
        return Applicability.SAFE if is_certain else Applicability.UNSAFE


def _is_telling(letters: str, label: str) -> bool:
    """Whether a label can be nothing else: `v` without a stop is one in front of an infinitive, and
    no abbreviation of another kind begins an item with a stop inside, as `v.t.` does."""
    return letters in TELLING or label == "v" or "." in label[:-1]


def _is_usual(letters: str, label: str) -> bool:
    """Whether a label tells something of a dictionary."""
    if len(letters) == 1:
        return letters in USUAL
    is_clear = letters not in AMBIGUOUS or "." in label[:-1]  # `v.i.`, and not `vi.`
    return is_clear and "pl" not in letters  # which any text may tell in a bracket
