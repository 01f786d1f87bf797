"""A formula judged as a label: of which dictionary it is one, how certain that is, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from notelint.conventions import NOTHING_PROVEN, MisreadLabel, Standing
from notelint.notes import Section
from notelint.sources.misread_form import FormulaSymbols, MisreadForm
from notelint.sources.quoted_dictionaries import QuotedBook
from notelint.values import Applicability


class JudgedLabel(NamedTuple):
    """The label that a formula is, how certain it is, and the ``evidence`` where it is learnt."""

    label: MisreadLabel
    applicability: Applicability
    evidence: str = ""


class LabelJudge:
    """Judges the formulas of a note by the books that their sections quote. Each of them may print
    ``usual`` labels besides its own, given by their letters."""

    def __init__(self, symbols: FormulaSymbols, usual: Mapping[str, str]) -> None:
        self._symbols, self._usual = symbols, usual

    def judge(
        self, form: MisreadForm, section: Section, books: Sequence[QuotedBook]
    ) -> JudgedLabel | None:
        """The label that a form is by all of some books; None where one of them prints none."""
        found = [self._judge(form, section, book) for book in books]
        judged = [one for one in found if one is not None]
        if not judged or len(judged) < len(books):
            return None
        return min(judged, key=lambda one: one.applicability)

    def _judge(self, form: MisreadForm, section: Section, book: QuotedBook) -> JudgedLabel | None:
        own, learnt = book.labels, book.learnt
        known = {**self._usual, **own} if own and self._usual else own
        proven = NOTHING_PROVEN if form.place.is_stopped else book.proven
        label = self.label(form, section, known, proven)
        if learnt is None:
            return JudgedLabel(label, form.certainty(label)) if label else None
        if label:
            certainty = min(learnt.applicability(label.letters), form.certainty(label))
            return JudgedLabel(label, certainty, learnt.evidence(label.letters))
        label = self.label(form, section, book.likely, proven)
        is_plural = label is not None and label.letters.endswith("pl")
        if label is None or (label.standing is Standing.WORD and not is_plural):
            return None
        return JudgedLabel(label, Applicability.UNSAFE, learnt.evidence(label.letters))

    def label(
        self,
        form: MisreadForm,
        section: Section,
        labels: Mapping[str, str],
        proven: Mapping[str, bool] = NOTHING_PROVEN,
    ) -> MisreadLabel | None:
        """Which of some labels a formula is; one letter is none in a list of symbols."""
        found = form.label(labels, proven)
        if not found or len(found.letters) > 1:
            return found
        return None if self._symbols.are_listed(form, section, labels) else found
