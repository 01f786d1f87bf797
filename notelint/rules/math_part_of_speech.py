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
    label_letters,
    option,
    source_around,
)

_MOST_ALIASES = 100  # that a headword is compared with
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
        found = [form for formula in note.facts.formulas if (form := _form(note, formula))]
        if not found:
            return
        quoted, names = vault.remembered(note, QuotedDictionaries), _names(note)
        for form in found:
            section = source_around(note, vault, form.span)
            if section is not None:
                yield from self._judge(note, quoted, section, form, names)

    def _judge(
        self,
        note: Note,
        quoted: QuotedDictionaries,
        section: Section,
        form: _Form,
        names: tuple[str, ...],
    ) -> Iterator[Finding]:
        own, learnt = quoted.by(section), quoted.learnt_by(section)
        if learnt and form.letters in learnt.counts:
            labels = by_letters(self.labels) | learnt.labels
        else:
            learnt, labels = None, self._labels(quoted.all() if own is None else (own,))
        label, is_known = labels.get(form.letters), learnt is not None or own is not None
        if label is None or (form.is_bare and (not is_known or label.endswith("."))):
            return
        standing = form.place.standing(form.letters, labels, names)
        if not standing or (form.is_loose and standing is not Standing.START):
            return
        if learnt:
            applicability = min(learnt.applicability(form.letters), form.certainty)
            yield self._finding(note, form, label, applicability, learnt.evidence(form.letters))
        elif own is not None:
            yield self._finding(note, form, label, form.certainty)
        elif standing is Standing.START:
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
        label: str,
        applicability: Applicability,
        evidence: str = "",
    ) -> Finding:
        # The note's stop is never taken out, and none is put in.
        printed = label if form.is_bare else label.rstrip(".") + "."
        written = f"*{printed}*" if self.style == "emphasis" else printed
        fix = Fix.replacing(form.span, written, f"write `{written}`", applicability)
        told = f"`{note[form.span]}` is the label `{printed}`, not mathematics"
        return Finding(form.span, f"{told}: {evidence}" if evidence else told, fix)


class _Form(NamedTuple):
    """A formula that may be a label: its span with the stop, its letters, and what is around. It
    ``is_loose`` where a blank parts it from the stop, and ``is_bare`` where there is none."""

    span: Span
    letters: str
    place: LabelPlace
    is_loose: bool
    is_bare: bool

    @property
    def certainty(self) -> Applicability:
        """Without a stop, letters that a variable or a product may have are never certain."""
        is_doubtful = self.is_bare and len(self.letters) < 3
        return Applicability.UNSAFE if is_doubtful else Applicability.SAFE


def _form(note: Note, formula: Formula) -> _Form | None:
    found = label_letters(formula.value) if formula.item is not None and formula.is_plain else None
    if found is None or formula.item is None:
        return None
    letters, is_stopped = found
    content, (start, end) = note.text.content, formula.span
    is_loose = not is_stopped and content.startswith(" .", end)
    is_followed = content.startswith(".", end)
    is_bare = not (is_stopped or is_loose or is_followed)
    if is_stopped and is_followed:
        return None
    end += 2 if is_loose else is_followed
    first = max(formula.item, start - _REACH)
    last = min(formula.paragraph.end, end + _REACH)
    is_whole = first == formula.item
    place = LabelPlace(content[first:start], content[end:last], is_whole, not is_bare)
    return _Form(Span(start, end), letters, place, is_loose, is_bare)


def _names(note: Note) -> tuple[str, ...]:
    front_matter = note.facts.front_matter
    return (note.title, *(front_matter.aliases if front_matter else ())[:_MOST_ALIASES])
