"""Forms derived from a headword that a dictionary runs on behind a sense, each with its label:
`… at a cost. altruist n. altruistic adj.`

A lower-case word behind a sentence's end begins no sentence, so that a label of two letters is
certain behind it. A single letter may be a variable all the same, and needs more.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from notelint.conventions.headword import (
    WORD,
    WORDS,
    has_name,
    heads_remark,
    is_named,
    is_of_words,
    is_term,
)
from notelint.conventions.label import FORM, GAP, letters_of
from notelint.values import NamedTuple, lazy_pattern

SIGN = "[■□▪▫▶▷►▸●•◦◆◇♦]"  # in front of a sense or a derived form
DASH = rf"(?:—|–|―|--+|\|\||‖|\$\\text(?:em|en)dash\$|{SIGN})"
MARK = r"(?:\*{1,3}|==|\[\[(?:[^\[\]|]*\|)?|\]\]|(?<!\w)_{1,3}|_{1,3}(?!\w)|</?(?:b|i|em|strong)>)"
# What is said of a formula, and not by a label.
SAID = rf"(?:is|are|be|denotes)\b|\$?[ ]?[=:≠≈≤≥](?!=)|<{GAP}"

# What may close a sentence behind its stop.
CLOSED = r"[\"'”’»)\]]*(?:\[\^[^\[\]\s]{1,20}\])?"
# What stands behind a label that is the last of its item, or of what a dash parts.
END_BEHIND = lazy_pattern(
    rf"[*_]{{0,3}}(?:\s*(?:\^[\w-]+\s*)?\Z|\s*%%|\s?\[\^|{GAP}?{DASH}|{GAP}\\\[)"
)

_STOP = rf"[.!?]{CLOSED}[;,]?{GAP}(?:{DASH}{GAP}?)?"
_PAUSE = rf";{GAP}(?:{DASH}{GAP}?)?"
_FORMS = rf"{WORD}(?:,?{GAP}or{GAP}{WORD})?"
_GENDERS = ("m", "f")
_OTHER_FORM = lazy_pattern(rf"\([-\w '’,]{{1,60}}\){GAP}\Z")  # `altruist (also altruister) n.`
_BEHIND_STOP = lazy_pattern(rf"(?:\A|{_STOP})(?P<words>{_FORMS}),?{GAP}\Z")
_BEHIND_PAUSE = lazy_pattern(rf"{_PAUSE}(?P<words>{_FORMS}),?{GAP}\Z")
_AT_STOP = lazy_pattern(rf"{_STOP}(?:\(\d{{1,2}}[a-z]?\){GAP})?\Z")  # `It holds. (2) vb.`
_SET_OFF = lazy_pattern(rf"{_STOP}(?P<mark>{MARK})(?P<words>{WORDS}),?{MARK},?{GAP}\Z")
_NO_STOP = lazy_pattern(
    r"\b(?:e\.g|i\.e|cf|viz|vs|esp|usu|approx|ca?|figs?|nos?|pp?|vol)\.\Z", re.I
)
_FOLLOWED = lazy_pattern(rf"[*_]{{0,3}}(?:\s*\Z|[;,]|{GAP}(?!{SAID})|{GAP}?{DASH}|\))")

_PART_BEFORE = lazy_pattern(rf"(?:{WORD},?{GAP})?(?P<form>{FORM})[;,]?{GAP}?(?:{DASH}{GAP}?)?\Z")
_PART_BEHIND = lazy_pattern(rf"[;,]?{GAP}?(?:{DASH}{GAP}?)?(?P<word>{WORD}),?{GAP}(?P<form>{FORM})")
_ANY_WORD = lazy_pattern(rf"(?<![\w$])(?P<word>[^\W\d][\w'’·-]*),?{GAP}\Z")
_PLURAL = lazy_pattern(rf"{GAP}{MARK}[^\W\d_A-Z]")


class DerivedForm(NamedTuple):
    """What stands before a label and behind its stop, markup taken out, and with it in ``raw``."""

    before: str
    behind: str
    raw: tuple[str, str]

    def has(self, letters: str, labels: Collection[str], names: Sequence[str]) -> bool:
        """Whether it is a derived form's label, or one at a sentence's end. ``labels`` are the
        letters of all that the dictionary prints, ``names`` those of the note."""
        if not _FOLLOWED.match(self.behind):
            return False
        words = self._words(_BEHIND_STOP, names)
        if len(letters) == 1:
            is_sure = words and (self._is_chained(labels) or is_named(words[-1:], _all(names)))
            is_gender = letters in _GENDERS and not self.behind.strip()
            is_noun = is_gender and self._names(names)
            return bool(is_sure or is_noun) or self._is_set_off(names)
        is_at_stop = _ends_sentence(_AT_STOP.search(self.before))
        words = words or self._words(_BEHIND_PAUSE, names) or self._names(names)
        return is_at_stop or bool(words) or self._is_long(letters)

    def _words(self, pattern: re.Pattern[str], names: Sequence[str]) -> list[str]:
        """The derived forms right before the label, if they are words in lower case, and none of a
        quantity but for the note's own name."""
        other = _OTHER_FORM.search(self.before)
        if other and not is_of_words(other[0]):
            return []
        before = self.before[: other.start()] if other else self.before
        match = pattern.search(before)
        if not match or not _ends_sentence(match):
            return []
        words = [word for word in re.findall(WORD, match["words"]) if word != "or"]
        is_lower = all(
            word[0].islower() and (is_term([word]) or is_named([word], names)) for word in words
        )
        return words if is_lower else []

    def _names(self, names: Sequence[str]) -> list[str]:
        """The note's name right before the label, with a capital as nouns have it in German:
        `stellen st. V. Stellung f.`"""
        match = _BEHIND_STOP.search(self.before)
        words = match["words"].split() if match and _ends_sentence(match) else []
        return words if len(words) == 1 and is_named(words, names) else []

    def _is_set_off(self, names: Sequence[str]) -> bool:
        """Whether it stands behind a headword in bold, of one word, or in italics, which then has
        the note's name in it."""
        match = _SET_OFF.search(self.raw[0])
        if not match or not _ends_sentence(match):
            return False
        words = match["words"].split()
        is_bold = len(words) == 1 and match["mark"].startswith("**")
        is_headword = is_bold and not heads_remark(words[0])
        return is_term(words) and (is_headword or has_name(words, _all(names)))

    def _is_chained(self, labels: Collection[str]) -> bool:
        """Whether a derived form with a label of two letters stands beside this one, or one behind
        it with a label that is text."""
        match = _BEHIND_STOP.search(self.before)
        before, behind = self.before[: match.start("words") if match else None], self.behind
        while (match := _PART_BEFORE.search(before)) and letters_of(match["form"], labels):
            if len(letters_of(match["form"], labels)) > 1:
                return True
            before = before[: match.start()]
        while (match := _PART_BEHIND.match(behind)) and letters_of(match["form"], labels):
            if not match["word"][0].islower() or not is_term([match["word"]]):
                return False
            if len(letters_of(match["form"], labels)) > 1 or not match["form"].startswith("$"):
                return True
            behind = behind[match.end() :]
        return False

    def _is_long(self, letters: str) -> bool:
        """Whether a label is none but by its letters: `abbrev.` behind any word, and `pl.` in front
        of one in italics."""
        match = _ANY_WORD.search(self.before)
        if not match or not is_term([match["word"]]):
            return False
        is_plural = letters.endswith("pl") and _PLURAL.match(self.raw[1]) is not None
        return len(letters) > 3 or is_plural


def _all(names: Sequence[str]) -> list[str]:
    """Names, and the words that they are made of."""
    return [*names, *(word for name in names for word in name.split() if len(word) > 3)]


def is_derived(word: str) -> bool:
    """Whether a word may be a derived form."""
    return len(word) > 3 and is_term([word])


def is_abbreviated(before: str) -> bool:
    """Whether what stands before ends with the stop of an abbreviation."""
    return _NO_STOP.search(before) is not None


def _ends_sentence(match: re.Match[str] | None) -> bool:
    """Whether the stop that a match begins with is none of an abbreviation."""
    return match is not None and not is_abbreviated(match.string[: match.start() + 1])
