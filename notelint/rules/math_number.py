from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from notelint.authoring import (
    Applicability,
    Finding,
    Fix,
    Formula,
    Note,
    QuotedDictionaries,
    Rule,
    Vault,
    name_key,
    option,
    source_around,
)

_NUMBER = r"\d+(?:(?:,|\{,\})\d{3})*(?:\.\d+)?"
_RANGE = rf"{_NUMBER}(?: ?\\text ?\{{ ?[-–] ?\}} ?{_NUMBER})"
_MONEY = r"(?:[£€¥]|\\\$|\\pounds) ?"
_PERCENT = r"(?: ?\\%)"
_UNIT = r" ?\\(?:mathrm|text) ?\{ ?~? ?[A-Za-zµμΩ]{1,4} ?\}"
_TIED_UNIT = r" ?\\mathrm ?\{ ?~ ?[A-Za-zµμΩ]{1,4} ?\}"
# Nobody writes these as mathematics: a hyphen that is text between two numbers, a currency, a unit
# that is tied to its number inside its own braces.
_NEVER = re.compile(rf"{_RANGE}{_PERCENT}?|{_MONEY}(?:{_RANGE}|{_NUMBER})|{_NUMBER}{_TIED_UNIT}")
_FACTOR = re.compile(rf"\\times ?{_NUMBER}")
_SENSES = r"\(\d{1,2}(?: ?, ?\d{1,2})*\)"
_PAIR = r"\d{2,3}/\d{2,3}"  # of the blood's pressures
_LIKELY = re.compile(rf"-?{_NUMBER}(?:{_PERCENT}|{_UNIT})?|{_SENSES}|{_PAIR}|{_FACTOR.pattern}")
_PRINTED = (
    (re.compile(r" ?\\text ?\{ ?([-–]) ?\} ?"), r"\1"),
    (re.compile(_UNIT), lambda match: " " + re.sub(r"\\\w+|[{} ~]", "", match[0])),
    (re.compile(r"\\pounds ?|£ ?"), "£"),
    (re.compile(r"([€¥]|\\\$) "), r"\1"),
    (re.compile(r" ?\\%"), "%"),
    (re.compile(r"\\times ?"), "×"),
    (re.compile(r"\{,\}"), ","),
    (re.compile(r"(?<=[\d(]) ?, ?(?=\d{1,2}(?!\d))(?=[^(]*\))"), ", "),
)
_BOUND_BEFORE = re.compile(
    r"[\w$\\\[\]^#]\Z"
)  # with these, what is put in would mean something else
_BOUND_AFTER = re.compile(r"[\w$%^\\]")
_MARKERS = "\ufeff \t>-+*0123456789.)"


@dataclass(frozen=True, kw_only=True)
class MathNumber(Rule):
    """Converters wrap numbers of the running text as mathematics: `$15\\text{-}20 \\%$` for 15-20%,
    `$(1,2)$` for the senses (1, 2). Ranges, sums of money and `5 \\mathrm{~kg}` are
    never mathematics; other numbers are judged only in a section whose dictionary is known, and is
    none of mathematics."""

    name = "math-number"
    code = "NL408"
    summary = "A number of the running text is no mathematics."
    bad = "Cells are $15\\text{-}20 \\%$ wall.\n"
    good = "Cells are 15-20% wall, and $15 - 20 = -5$.\n"
    fixes = (
        "Unsafe: the number is written as a book prints it: `15-20%`, `£100`, `×256`, and `(1, 2)` "
        "with the blank that printed lists of senses have."
    )
    is_default = False

    mathematical: tuple[str, ...] = option(
        (
            "*Mathematics*", "*Statistics*", "*Computer Science*", "*Computing*", "*Physics*",
            "*Electronics*", "*Engineering*", "*Logic*",
        ),
        "patterns of the home pages of dictionaries in which a number may be mathematics",
    )  # fmt: skip

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        quoted: QuotedDictionaries | None = None
        for formula in note.facts.formulas:
            if not _may_be_text(note, formula):
                continue
            quoted = quoted or QuotedDictionaries(note, vault)
            if _is_never_math(note, formula) or self._is_prose(note, vault, quoted, formula):
                yield _finding(note, formula)

    def _is_prose(
        self, note: Note, vault: Vault, quoted: QuotedDictionaries, formula: Formula
    ) -> bool:
        """Whether the section quotes a known dictionary that is none of mathematics."""
        section = source_around(note, vault, formula.span)
        home = quoted.home_of(section) if section else None
        if section is None or home is None or quoted.by(section) is None:
            return False
        return not any(fnmatchcase(name_key(home), name_key(name)) for name in self.mathematical)


def _may_be_text(note: Note, formula: Formula) -> bool:
    """Whether a formula is a number, and stands where plain text in its place stays plain: at the
    start of a line `1.` would begin a list."""
    if not (_NEVER.fullmatch(formula.value) or _LIKELY.fullmatch(formula.value)):
        return False
    content, (start, end) = note.text.content, formula.span
    if _BOUND_BEFORE.search(content, max(start - 1, 0), start) or _BOUND_AFTER.match(content, end):
        return False
    if not formula.value.isdigit() or content[end : end + 1] not in (".", ")"):
        return True
    return bool(content[max(note.text.line_at(start).start, start - 100) : start].strip(_MARKERS))


def _is_never_math(note: Note, formula: Formula) -> bool:
    if _NEVER.fullmatch(formula.value):
        return True
    before = note.text.content[max(formula.span.start - 2, 0) : formula.span.start]
    return before.strip().isdigit() and _FACTOR.fullmatch(formula.value) is not None


def _finding(note: Note, formula: Formula) -> Finding:
    printed = formula.value
    for pattern, replacement in _PRINTED:
        printed = pattern.sub(replacement, printed)
    fix = Fix.replacing(formula.span, printed, f"write `{printed}`", Applicability.UNSAFE)
    return Finding(formula.span, f"`{note[formula.span]}` is `{printed}`, not mathematics", fix)
