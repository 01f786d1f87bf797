from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from notelint.authoring import (
    Applicability,
    Dictionary,
    Finding,
    Fix,
    FormulaSymbols,
    MisreadForm,
    MisreadLabel,
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
            if section is not None:
                yield from self._judge(note, form, quoted, section, symbols)

    def _judge(
        self,
        note: Note,
        form: MisreadForm,
        quoted: QuotedDictionaries,
        section: Section,
        symbols: FormulaSymbols,
    ) -> Iterator[Finding]:
        own, learnt = quoted.by(section), quoted.learnt_by(section)
        if learnt and learnt.labels:
            known = by_letters(self.labels) | learnt.labels
            label = _label(form, known, section, symbols)
            if label:
                applicability = min(learnt.applicability(label.letters), form.certainty(label))
                evidence = learnt.evidence(label.letters)
                yield self._finding(note, form, label, applicability, evidence)
                return
        if own is not None:
            label = _label(form, self._labels((own,)), section, symbols)
            if label:
                yield self._finding(note, form, label, form.certainty(label))
        elif form.place.is_stopped and not (learnt and learnt.counts.has_none):
            label = _label(form, self._labels(quoted.all()), section, symbols)
            is_start = label and label.standing is Standing.START
            if label and is_start and not symbols.is_used(label.letters, section):
                yield self._finding(note, form, label, Applicability.MANUAL)

    def _labels(self, dictionaries: tuple[Dictionary, ...]) -> dict[str, str]:
        """The labels that some dictionaries print, by their letters."""
        printing = [dictionary for dictionary in dictionaries if dictionary.labels]
        found = by_letters(self.labels) if printing else {}
        for dictionary in reversed(printing):
            found |= dictionary.labels
        return found

    def _finding(
        self,
        note: Note,
        form: MisreadForm,
        label: MisreadLabel,
        applicability: Applicability,
        evidence: str = "",
    ) -> Finding:
        printed = label.printed
        written = f"*{printed}*" if self.style == "emphasis" else printed
        fix = Fix.replacing(form.span, written, f"write `{written}`", applicability)
        kind = "are the labels" if " & " in printed else "is the label"
        told = f"`{note[form.span]}` {kind} `{printed}`, not mathematics"
        return Finding(form.span, f"{told}: {evidence}" if evidence else told, fix)


def _label(
    form: MisreadForm, labels: dict[str, str], section: Section, symbols: FormulaSymbols
) -> MisreadLabel | None:
    """Which of some labels a formula is. One letter is none in a list of symbols, which has a
    letter that is no label."""
    found = form.label(labels)
    if found and len(found.letters) == 1 and symbols.listed_with(form, section) - labels.keys():
        return None
    return found
