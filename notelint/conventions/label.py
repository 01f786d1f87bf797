"""Part-of-speech labels as dictionaries print them, and as converters misread them: as formulas."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from notelint.notes import LONGEST_FORMULA
from notelint.values import lazy_pattern

_SYMBOL = lazy_pattern(
    r" ?((?:[A-Za-z]|\\(?:alpha|beta|gamma|delta|epsilon|eta|theta|lambda|mu|nu|xi|pi|rho|sigma|tau"
    r"|phi|chi|psi|omega))(?: ?_ ?(?:\w|\{[^{}]{1,20}\}))?)[ .]{0,2}",
    re.I,
)

GAP = (
    r"(?:(?:[ \t\u00a0\u2009\u202f]|\r?\n)++)"  # never given back: `(?!is)` looks behind all of it
)
JOINT = r"(?:&amp;|\\?&|(?:and|or|et|ou|und|oder|[eyo])\b|,|;|/)"
FORM = r"(?:\$[^$\n]{1,60}\$\.?|[^\W\d_]{1,8}\.(?: ?[^\W\d_]{1,7}\.){0,2})"
_KINDS = ("t", "i", "r", "tr", "intr", "refl", "rifl", "pron", "n", "a")  # of verbs
_BEFORE = lazy_pattern(
    rf"(?<![\w$])(?P<form>{FORM})(?:{GAP}?(?P<joint>{JOINT}){GAP}?|{GAP}?\((?:(?:also|and|or){GAP})?|{GAP})\Z"
)
_BEHIND = lazy_pattern(rf"{GAP}?(?:(?P<joint>{JOINT}){GAP}?)?(?P<form>{FORM})")


NOTHING_PROVEN: Mapping[str, bool] = {}


class Standing(StrEnum):
    """Where a label stands."""

    START = "start"  # of a sense
    HEAD = "head"  # of an entry: behind a headword that begins the item
    WORD = "word"  # behind a headword or a derived form, or joined to another label
    WITHIN = "within"  # an item, at another sense


def by_letters(labels: Iterable[str]) -> dict[str, str]:
    """Labels by their bare letters. Letter case is theirs: a dictionary that prints `Adj.` does so
    everywhere."""
    return {re.sub(r"[\W_]", "", label): label for label in labels}


def label_letters(formula: str) -> tuple[str, bool] | None:
    """The letters of a formula that may be a label, and whether its stop is inside: `v b` and
    `\\mathrm{vb}.` are both ``vb``. One letter in upper case is mathematics everywhere, and so is
    one that is Greek."""
    return _label_letters(formula) if len(formula) <= LONGEST_FORMULA else None


@lru_cache(maxsize=2048)  # the notes of a vault have the same few
def _label_letters(formula: str) -> tuple[str, bool] | None:
    from notelint.notes import letter_formula  # where there are formulas

    found = letter_formula(formula)
    if found is None or found.lead or found.tail or "&" in found.label:
        return None
    letters = re.sub(r"[ .]", "", found.label)
    if len(letters) == 1 and (letters.isupper() or found.is_alike):
        return None
    return letters, found.label.endswith(".")


def symbol_letters(formula: str) -> str:
    """A formula that is one letter, with its index if it has one; nothing for any other."""
    return _symbol_letters(formula) if len(formula) <= LONGEST_FORMULA else ""


@lru_cache(maxsize=2048)
def _symbol_letters(formula: str) -> str:
    from notelint.notes import without_font  # where there are formulas

    match = _SYMBOL.fullmatch(without_font(formula))
    return match[1] if match else ""


class Joined:
    """The labels that stand beside one: `adj. & n.`, `n. (pl. things)`.

    ``before`` and ``behind`` are what stands around all of them, ``others`` the letters of those
    that a word or a sign joins; it ``follows_long`` where one of two letters stands right before:
    `adj. n.`. ``labels`` are the letters that the dictionary prints; it ``is_foreign`` where a
    formula is joined that is none of them.
    """

    def __init__(self, before: str, behind: str, labels: Collection[str]) -> None:
        self.before, self.behind = before, behind
        self.others: list[str] = []
        self.is_foreign = self.follows_long = False
        self._labels = labels
        while (match := _BEFORE.search(self.before)) and self._takes(match):
            is_long = len(letters_of(match["form"], labels)) > 1
            self.follows_long |= self.before is before and is_long
            self.before = self.before[: match.start()]
        while (match := _BEHIND.match(self.behind)) and self._takes(match):
            self.behind = self.behind[match.end() :]

    def _takes(self, match: re.Match[str]) -> bool:
        letters = letters_of(match["form"], self._labels)
        letters = letters or (shortened(match["form"], self._labels) if match["joint"] else "")
        if letters:
            self.others += [letters] if match["joint"] else []
            return True
        self.is_foreign |= bool(match["joint"]) and match["form"].startswith("$")
        return False


def shortened(form: str, labels: Collection[str]) -> str:
    """The letters of a label of verbs that is printed without its first part, behind another: `i.`
    in `v. t. & i.`"""
    letters = re.sub(r"[\W_]", "", form)
    whole = (f"{verb}{letters}" for verb in ("v", "vb", "V"))
    return next((key for key in whole if key in labels), "") if letters in _KINDS else ""


def letters_of(form: str, labels: Collection[str]) -> str:
    """The letters of a label with its stop, as it is printed or as a formula; none where they are
    not among those of ``labels``. A printed one may begin with a capital, as a sentence does."""
    if form.startswith("$"):
        found = label_letters(form.replace("$", "")) if "." in form else None
        letters = found[0] if found else ""
        return letters if letters in labels else ""
    printed = re.sub(r"[\W_]", "", form)
    return next((letters for letters in (printed, printed.lower()) if letters in labels), "")
