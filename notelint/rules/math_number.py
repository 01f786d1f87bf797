from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from notelint.authoring import (
    Applicability,
    Certainty,
    Finding,
    Fix,
    Formula,
    Note,
    Quantity,
    QuotedDictionaries,
    Rule,
    Trigger,
    Vault,
    dataclass,
    is_factor,
    lazy_pattern,
    name_key,
    option,
    quantity_of,
    source_around,
)

# With these, what is put in would mean something else.
_BOUND_BEFORE = lazy_pattern(r"[\w$\\\[\]^#]\Z")
_BOUND_AFTER = lazy_pattern(r"[\w$%^\\]")
_DECADE = lazy_pattern(r"'?s\b")
_JOINT = lazy_pattern(r",? ?(?:to|and|or|through|by|vs\.?|versus|[-–—/×]) ?")
_MARKERS = "\ufeff \t>-+*0123456789.)"


@dataclass(frozen=True, kw_only=True)
class MathNumber(Rule):
    """Converters wrap numbers of the running text as mathematics: `$15\\text{-}20 \\%$` for 15-20%,
    `$(1,2)$` for the senses (1, 2), `$(1832)$` for a year. Ranges in per cent or of a unit, sums of
    money and `5 \\mathrm{~kg}` are never mathematics, and `5 \\%` only in its dictionaries; other
    ranges are judged only in a section that quotes something, other numbers only where its
    dictionary is known, and is none of mathematics. `$-2$` by itself is a value everywhere."""

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
    trigger = Trigger(facts=("formulas",))

    mathematical: tuple[str, ...] = option(
        (
            "*Mathematics*", "*Statistics*", "*Computer Science*", "*Computing*", "*Physics*",
            "*Electronics*", "*Engineering*", "*Logic*",
        ),
        "patterns of the home pages of dictionaries in which a number may be mathematics",
    )  # fmt: skip

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        quoted: QuotedDictionaries | None = None
        for group in filter(None, _groups(note)):
            quoted = quoted or vault.remembered(note, QuotedDictionaries)
            found = [item for item in group if self._is_text(note, vault, quoted, *item)]
            if found:
                yield from (_finding(note, *item) for item in group)

    def _is_text(
        self,
        note: Note,
        vault: Vault,
        quoted: QuotedDictionaries,
        formula: Formula,
        number: Quantity,
    ) -> bool:
        """Whether a number is text, in a section that quotes what it quotes."""
        if number.certainty is Certainty.NEVER_MATH or _has_company(note, formula):
            return True
        if number.certainty is Certainty.SIGNED:
            return False
        section = source_around(note, vault, formula.span)
        home = name_key((quoted.home_of(section) if section else None) or "")
        if number.certainty is Certainty.RANGED:
            return section is not None or (not formula.is_plain and bool(quoted.all()))
        if any(fnmatchcase(home, name_key(name)) for name in self.mathematical):
            return False
        is_known = section is not None and quoted.by(section) is not None
        return is_known or number.certainty is Certainty.MEASURED


def _groups(note: Note) -> Iterator[list[tuple[Formula, Quantity]]]:
    """The numbers of a note, each with those that a word joins to it, which are judged as one. One
    that a word joins to another formula is mathematics: `from $1$ to $n$`."""
    group: list[tuple[Formula, Quantity]] = []
    is_mixed, end = False, 0
    for formula in note.facts.formulas:
        number = _number(note, formula)
        is_joined = _JOINT.fullmatch(note.text.content, end, formula.span.start) is not None
        is_after_list = group and group[-1][1].is_list
        if not is_joined or is_after_list or (number and number.is_list):
            if not is_mixed:
                yield group
            group, is_mixed = [], False
        is_mixed |= number is None
        group += [(formula, number)] if number else []
        end = formula.span.end
    if not is_mixed:
        yield group


def _number(note: Note, formula: Formula) -> Quantity | None:
    """The number that a formula is, if it stands where plain text in its place stays plain."""
    number = quantity_of(formula.value)
    content, (start, end) = note.text.content, formula.span
    if number is None or _BOUND_BEFORE.search(content, max(start - 1, 0), start):
        return None
    if number.is_open != content[end : end + 1].isalpha() and not _is_decade(note, formula):
        return None
    if _BOUND_AFTER.match(content, end) and not content[end : end + 1].isalpha():
        return None
    is_stopped = formula.value.isdigit() and content[end : end + 1] in (".", ")")
    line = max(note.text.line_at(start).start, start - 100)
    if not (is_stopped or number.printed.endswith(".")) or content[line:start].strip(_MARKERS):
        return number  # at the start of a line `1.` would begin a list
    return None if is_stopped else number._replace(printed=f"{formula.value[:-1]}\\.")


def _is_decade(note: Note, formula: Formula) -> bool:
    """Whether a number with its `s` is years: `$1960$s`."""
    is_even = formula.value.isdigit() and formula.value.endswith("0")
    return is_even and _DECADE.match(note.text.content, formula.span.end) is not None


def _has_company(note: Note, formula: Formula) -> bool:
    """Whether what stands beside a number tells that it is text."""
    if len(formula.value) == 4 and _is_decade(note, formula):
        return True
    before = note.text.content[max(formula.span.start - 2, 0) : formula.span.start]
    return before.strip().isdigit() and is_factor(formula.value)


def _finding(note: Note, formula: Formula, number: Quantity) -> Finding:
    printed = number.printed
    fix = Fix.replacing(formula.span, printed, f"write `{printed}`", Applicability.UNSAFE)
    return Finding(formula.span, f"`{note[formula.span]}` is `{printed}`, not mathematics", fix)
