"""A formula judged as a label: of which dictionary it is one, how certain that is, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from notelint.conventions import DICTIONARIES, NOTHING_PROVEN, Dictionary, MisreadLabel, Standing
from notelint.notes import Section
from notelint.sources.misread_form import FormulaSymbols, MisreadForm
from notelint.sources.quoted_dictionaries import QuotedBook
from notelint.sources.telling_labels import AT_HEADS
from notelint.values import Applicability, NamedTuple


class JudgedLabel(NamedTuple):
    """The label that a formula is, how certain it is, and the ``evidence`` where it is learnt."""

    label: MisreadLabel
    applicability: Applicability
    evidence: str = ""


def _is_clear(label: MisreadLabel) -> bool:
    """Whether a label that no section prints stands where it can hardly be a variable: one letter
    does so at a sense, or behind the headword that begins an item."""
    if len(label.letters) > 1 or label.standing is Standing.HEAD:
        return True
    return label.standing is not Standing.WORD and label.letters not in AT_HEADS


class LabelJudge:
    """Judges the formulas of a section by the books that it quotes. Each of them may print
    ``usual`` labels besides its own, given by their letters."""

    def __init__(self, section: Section, symbols: FormulaSymbols, usual: Mapping[str, str]) -> None:
        self._section, self._symbols, self._usual = section, symbols, usual

    def judge(self, form: MisreadForm, books: Sequence[QuotedBook]) -> JudgedLabel | None:
        """The label that a form is by all of some books; None where one of them prints none."""
        found = [self._judge(form, book) for book in books]
        judged = [one for one in found if one is not None]
        if not judged or len(judged) < len(books):
            return None
        return min(judged, key=lambda one: one.applicability)

    def _judge(self, form: MisreadForm, book: QuotedBook) -> JudgedLabel | None:
        if book.dictionary is not None:
            own = book.dictionary.labels
            label = self.label(form, {**self._usual, **own} if own else own, book)
            if label:
                return JudgedLabel(label, form.certainty(label))
            return self._other(form, book.dictionary)
        if book.learnt is None:
            return None
        learnt = book.learnt
        known = learnt.labels
        label = self.label(form, {**self._usual, **known}, book) if known else None
        if label:
            certainty = min(learnt.applicability(label.letters), form.certainty(label))
            return JudgedLabel(label, certainty, learnt.evidence(label.letters))
        label = self.label(form, learnt.likely, book)
        if label is None or not _is_clear(label):
            return None
        return JudgedLabel(label, Applicability.UNSAFE, learnt.evidence(label.letters))

    def _other(self, form: MisreadForm, dictionary: Dictionary) -> JudgedLabel | None:
        """A label that is not in the list of a dictionary which prints labels, as its next edition
        may have it."""
        own = dictionary.labels
        if not own or len(form.read.label) < 2 or dictionary not in DICTIONARIES:
            return None
        from notelint.sources.learnt_labels import clear_labels  # with a long list of labels

        verbs = {"tr": "tr.", "intr": "intr."} if "vtr" in own else {}
        is_bare = not any(label.endswith(".") for label in own.values())
        is_wide = any(". " in label for label in own.values())
        is_capital = any(key[0].isupper() for key in own)
        clear = clear_labels(is_bare, is_wide).items()
        others = {key: label for key, label in clear if key[0].isupper() is is_capital}
        label = self.label(form, {**others, **verbs, **own})
        return JudgedLabel(label, Applicability.UNSAFE) if label else None

    def label(
        self, form: MisreadForm, labels: Mapping[str, str], book: QuotedBook | None = None
    ) -> MisreadLabel | None:
        """Which of some labels a formula is. One letter is none in a list of symbols: one that has
        a letter which is no label, or speaks of quantities."""
        is_bare = not form.place.is_stopped
        found = form.label(labels, book.proven if book and is_bare else NOTHING_PROVEN)
        if not found or len(found.letters) > 1:
            return found
        if self._symbols.listed_with(form, self._section) - labels.keys():
            return None
        return None if self._symbols.lists_quantities(form, self._section) else found
