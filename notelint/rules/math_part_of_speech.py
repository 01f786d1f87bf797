from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from notelint.authoring import (
    Applicability,
    Dictionary,
    Finding,
    Fix,
    FormulaSymbols,
    MisreadForm,
    Note,
    QuotedDictionaries,
    Rule,
    Section,
    Standing,
    Trigger,
    Vault,
    by_letters,
    dataclass,
    misread_forms,
    option,
    source_around,
)

if TYPE_CHECKING:
    from notelint.authoring import JudgedLabel


@dataclass(frozen=True, kw_only=True)
class MathPartOfSpeech(Rule):
    """A dictionary's italic *n.* is misread as mathematics and shown as a formula. Only where the
    section quotes a dictionary that prints such labels, and only where it prints them, is `$n$.`
    taken for one; a formula is never touched. What a dictionary prints that nobody described is
    learnt from the sections that quote it."""

    name = "math-part-of-speech"
    code = "NL401"
    summary = "A part-of-speech label is text, not mathematics."
    bad = (
        "## Synthesis\n- What holds it up.\n## Source[^1]\n- $n$. A wall of $n$ cells.\n"
        "## References\n\n[^1]: (Home Page) A Dictionary of Psychology\n"
    )
    good = bad.replace("- $n$.", "- n.")
    fixes = (
        "Safe where the section's own dictionary prints the label: `$n$.` becomes `n.`. Unsafe "
        "where that is only learnt, and might be mathematics for all that the vault shows. Manual "
        "where the section names no known dictionary, and another that the note quotes prints it."
    )
    trigger = Trigger(facts=("formulas",))

    style: Literal["plain", "emphasis"] = option(
        "plain", "how a label is written: `plain` is `n.`, `emphasis` is `*n.*`"
    )
    labels: tuple[str, ...] = option(
        (), "labels that every dictionary which prints any may print besides its own, as `interj.`"
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        forms = misread_forms(note)
        if not forms:
            return
        quoted = vault.remembered(note, QuotedDictionaries)
        symbols = vault.remembered(note, FormulaSymbols)
        for form in forms:
            section = source_around(note, vault, form.span)
            judged = section and self._judge(form, quoted, section, symbols)
            if judged:
                yield self._finding(note, form, judged)

    def _judge(
        self,
        form: MisreadForm,
        quoted: QuotedDictionaries,
        section: Section,
        symbols: FormulaSymbols,
    ) -> JudgedLabel | None:
        from notelint.authoring import JudgedLabel, LabelJudge  # where a formula may be a label

        judge = LabelJudge(section, symbols, by_letters(self.labels))
        books = quoted.books(section)
        judged = judge.judge(form, books)
        is_known = len(books) == 1 and books[0].is_known
        if judged or is_known or not form.place.is_stopped:
            return judged
        label = judge.label(form, self._labels(quoted.all()))
        is_start = label and label.standing is Standing.START
        if not label or not is_start or symbols.is_used(label.letters, section):
            return None
        return JudgedLabel(label, Applicability.MANUAL)

    def _labels(self, dictionaries: tuple[Dictionary, ...]) -> dict[str, str]:
        """The labels that some dictionaries print, by their letters."""
        printing = [dictionary for dictionary in dictionaries if dictionary.labels]
        found = by_letters(self.labels) if printing else {}
        for dictionary in reversed(printing):
            found |= dictionary.labels
        return found

    def _finding(self, note: Note, form: MisreadForm, judged: JudgedLabel) -> Finding:
        printed = judged.label.printed
        label = f"*{printed}*" if self.style == "emphasis" else printed
        written = form.read.lead + label + form.read.tail
        fix = Fix.replacing(form.span, written, f"write `{written}`", judged.applicability)
        kind = "are the labels" if " & " in printed else "is the label"
        told = f"`{note[form.span]}` {kind} `{printed}`, not mathematics"
        return Finding(form.span, f"{told}: {judged.evidence}" if judged.evidence else told, fix)
