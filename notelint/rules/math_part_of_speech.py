from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from notelint.authoring import (
    Applicability,
    Dictionary,
    Finding,
    Fix,
    Formula,
    LabelPlace,
    MisreadLabel,
    Note,
    QuotedDictionaries,
    Rule,
    Section,
    Span,
    Standing,
    Trigger,
    Vault,
    by_letters,
    dataclass,
    has_label_letters,
    lazy_pattern,
    may_be_label,
    misread_label,
    option,
    source_around,
)

_MOST_ALIASES = 100  # that a headword is compared with
_STOP = lazy_pattern(r"\.[ }]*\Z")  # inside
_REACH = 250  # characters around a formula that tell whether it is a label


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
        formulas, names = note.facts.formulas, _names(note)
        found = [form for formula in formulas if (form := _form(note, formula, names))]
        if not found:
            return
        quoted = vault.remembered(note, QuotedDictionaries)
        for form in found:
            section = source_around(note, vault, form.span)
            if section is not None:
                yield from self._judge(note, form, quoted, section, names)

    def _judge(
        self,
        note: Note,
        form: _Form,
        quoted: QuotedDictionaries,
        section: Section,
        names: tuple[str, ...],
    ) -> Iterator[Finding]:
        own, learnt = quoted.by(section), quoted.learnt_by(section)
        learnt_labels = by_letters(self.labels) | learnt.labels if learnt and learnt.labels else {}
        label = form.label(learnt_labels, names)
        if label and learnt:
            applicability = min(learnt.applicability(label.letters), form.certainty(label))
            yield self._finding(note, form, label, applicability, learnt.evidence(label.letters))
        elif own is not None and (label := form.label(self._labels((own,)), names)):
            yield self._finding(note, form, label, form.certainty(label))
        elif own is None and form.place.is_stopped and not (learnt and learnt.counts.has_none):
            label = form.label(self._labels(quoted.all()), names)
            if label and label.standing is Standing.START:
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
        form: _Form,
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


class _Form(NamedTuple):
    """A formula that may be a label: its span with the stop, and what is around. It ``is_loose``
    where a blank parts it from the stop."""

    span: Span
    formula: str
    place: LabelPlace
    is_loose: bool

    def label(self, labels: dict[str, str], names: tuple[str, ...]) -> MisreadLabel | None:
        """Which of some labels it is, which are given by their letters."""
        found = misread_label(self.formula, self.place, labels, names) if labels else None
        is_far = self.is_loose and found and found.standing is not Standing.START
        return None if is_far else found

    def certainty(self, label: MisreadLabel) -> Applicability:
        """Without a stop, letters that a variable or a product may have are seldom certain."""
        is_certain = len(label.letters) > 2 or self.place.is_certain
        return Applicability.SAFE if is_certain else Applicability.UNSAFE


def _form(note: Note, formula: Formula, names: tuple[str, ...]) -> _Form | None:
    if formula.item is None or not (formula.is_plain and has_label_letters(formula.value)):
        return None
    content, (start, end) = note.text.content, formula.span
    is_stopped = _STOP.search(formula.value) is not None
    is_loose = not is_stopped and content.startswith(" .", end)
    is_followed = content.startswith(".", end)
    if is_stopped and is_followed:
        return None
    end += 2 if is_loose else is_followed
    first = max(formula.item, start - _REACH)
    last = min(formula.paragraph.end, end + _REACH)
    is_ended = is_stopped or is_loose or is_followed
    place = LabelPlace(content[first:start], content[end:last], first == formula.item, is_ended)
    if not may_be_label(formula.value, place, names):
        return None
    return _Form(Span(start, end), formula.value, place, is_loose)


def _names(note: Note) -> tuple[str, ...]:
    front_matter = note.facts.front_matter
    return (note.title, *(front_matter.aliases if front_matter else ())[:_MOST_ALIASES])
