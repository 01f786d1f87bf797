"""Formulas that a scan made of printed letters: what stands in them, as it was printed.

A scan that takes *v. t.* for mathematics writes `\\mathrm{v} . \\mathrm{t}`, `\\nu . t .` or
`(v \\, t)`. All that is undone here, and nowhere else; whether the letters are a label is for
others to say.
"""

from __future__ import annotations

import re
from functools import lru_cache

from notelint.notes.facts import LONGEST_FORMULA
from notelint.values import NamedTuple, lazy_pattern

_STOP = r"(?:\.|\\(?:cdot|ldotp|cdotp)(?![a-z]))"
_RAISED_STOP = lazy_pattern(rf" ?[_^] ?(?:\{{ ?(?:\\[a-z]+ ?\{{ ?)?{_STOP} ?\}}{{1,2}}|{_STOP})")
_END_STOP = lazy_pattern(r"\\(?:cdot|ldotp|cdotp)(?=[ })]*\Z)")
_BLANK = lazy_pattern(
    r"\\[,;:!> ]|~|\\(?:quad|qquad|space|thinspace|hspace ?\{[^{}]*\})(?![a-z])|\{ ?\}"
)
_FONT = lazy_pattern(
    r"\\(?:math(?:rm|it|bf|sf|tt|frak|cal|scr|normal|op)|text(?:rm|it|bf|sf|sl|sc|tt|up|md|normal)?"
    r"|operatorname\*?|boldsymbol|bm|pmb|mbox|hbox|underline|emph|rm|it|bf|sf|sl|em|tt|cal|frak"
    r"|(?:display|text|script)style|left|right)(?![A-Za-z])"
)
_BRACES = lazy_pattern(r"(?<![_^])(?<![_^] )\{([^{}_^]*)\}")
# Greek letters, and others, that a scan takes for those of italics.
_ALIKE = {
    "nu": "v", "upsilon": "v", "eta": "n", "alpha": "a", "rho": "p", "iota": "i", "ell": "l",
    "imath": "i", "jmath": "j",
}  # fmt: skip
_GREEK = lazy_pattern(rf"\\({'|'.join(_ALIKE)})(?![a-z]) ?")
_LABEL = r"[A-Za-z](?: ?[a-z]| ?\. ?[A-Za-z])*+(?: ?\.)?"
_LETTERS = lazy_pattern(
    r"(?P<lead>[-–—]{0,3} ?[(\[]?) ?"
    rf"(?P<label>{_LABEL}(?: ?\\?& ?{_LABEL})?)"
    r"(?P<tail> ?(?:[)\]]?[,;:]?|\\?&)| ?\d{1,2})"
)
# Without what no label has in it. Between two formulas stands what begins with a blank.
_FORMULA = lazy_pattern(rf"\$(?! )([^$\n=<>+*/|!?'\"\[\]@#2-9]{{1,{LONGEST_FORMULA}}})(?<! )\$")


class LetterFormula(NamedTuple):
    """The ``label`` that a formula may be, its letters without blanks between them, and what
    slipped in before and behind: a dash, a bracket, a comma. It ``is_alike`` where a letter is only
    like the one that it stands for."""

    lead: str
    label: str
    tail: str
    is_alike: bool = False

    @property
    def text(self) -> str:
        """The formula with nothing but its label in it, and the rest as text."""
        return f"{self.lead}${self.label}${self.tail}"


def letter_formula(formula: str) -> LetterFormula | None:
    """What a formula of letters was printed as; None for any other. A single letter has nothing
    beside it, but for a comma or a number behind its stop, which no formula has."""
    return _letter_formula(formula) if len(formula) <= LONGEST_FORMULA else None


@lru_cache(maxsize=2048)
def _letter_formula(formula: str) -> LetterFormula | None:
    plain = without_font(formula)
    text = _GREEK.sub(lambda match: _ALIKE[match[1]] + " ", plain) if "\\" in plain else plain
    match = _LETTERS.fullmatch(re.sub(r" {2,}", " ", text).strip())
    if match is None:
        return None
    label = re.sub(r"(?<=[^.&\\]) (?=[^&\\])| (?=\.)", "", match["label"])
    lead, tail = match["lead"].strip(" "), match["tail"]
    is_one = len(label.strip(".")) == 1
    is_set = lead == "(" and tail == ")"
    if is_one and ((lead and not is_set) or (tail and "." not in label)):
        return None
    return LetterFormula(re.sub("[-–—]+", "—", lead), label, _spaced(tail), text != plain)


def _spaced(tail: str) -> str:
    """A tail with its blank before a sign or a number that is no part of the word."""
    sign = tail.strip(" \\")
    return f" {sign}" if sign == "&" or sign.isdigit() else sign


def without_font(formula: str) -> str:
    """The letters and signs of a formula, with the blanks and stops between them."""
    plain = _RAISED_STOP.sub(".", formula) if "_" in formula or "^" in formula else formula
    if "\\" in plain:
        plain = _FONT.sub("", _BLANK.sub(" ", _END_STOP.sub(".", plain)))
    while "{" in plain and (inner := _BRACES.sub(r"\1", plain)) != plain:
        plain = inner
    return plain.replace("~", " ")


def with_plain_formulas(text: str) -> str:
    """A text whose formulas of letters have nothing but their label in them."""
    return _FORMULA.sub(_plain, text) if "$" in text else text


def _plain(match: re.Match[str]) -> str:
    found = letter_formula(match[1])
    return found.text if found else match[0]
