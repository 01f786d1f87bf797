"""Formulas of a note that may be misread labels, and the lists of symbols that look like them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property

from notelint.conventions import (
    NOTHING_PROVEN,
    LabelPlace,
    MisreadLabel,
    Standing,
    has_label_letters,
    may_be_label,
    misread_label,
    symbol_letters,
    tells_quantity,
)
from notelint.notes import Formula, Note, Section
from notelint.sources.sections import source_around
from notelint.values import Applicability, NamedTuple, Span, lazy_pattern
from notelint.vault import Vault

_MOST_ALIASES = 100  # that a headword is compared with
_STOP = lazy_pattern(r"\.[ }]*\Z")  # inside
_REACH = 250  # characters around a formula that tell whether it is a label


class MisreadForm(NamedTuple):
    """A formula that may be a label: its span with the stop, what is around, and the names of the
    note. It ``is_loose`` where a blank parts it from the stop."""

    span: Span
    formula: str
    place: LabelPlace
    is_loose: bool
    names: tuple[str, ...]

    def label(
        self, labels: Mapping[str, str], proven: Mapping[str, bool] = NOTHING_PROVEN
    ) -> MisreadLabel | None:
        """Which of some labels it is, which are given by their letters, as those that are
        ``proven`` to be nothing else."""
        if not labels:
            return None
        found = misread_label(self.formula, self.place, labels, self.names, proven)
        is_far = self.is_loose and found and found.standing is not Standing.START
        return None if is_far else found

    def certainty(self, label: MisreadLabel) -> Applicability:
        """Without a stop, letters that a variable or a product may have are seldom certain, nor is
        a single letter within an item."""
        is_certain = len(label.letters) > 2 or self.place.is_certain(label.letters)
        if label.standing is Standing.WITHIN:
            is_certain = self.place.is_stopped and len(label.letters) > 1
        return Applicability.SAFE if is_certain else Applicability.UNSAFE


class FormulaSymbols:
    """The symbols that a note's sections quote as formulas: where items begin with them, which
    makes a list of symbols of all those items, and where they stand behind words."""

    def __init__(self, note: Note, vault: Vault) -> None:
        self._note, self._vault = note, vault

    @cached_property
    def _listed(self) -> Mapping[tuple[int, int], set[str]]:
        listed: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        for formula, symbol, section in self._quoted:
            if formula.item == formula.span.start:
                listed[self._list(formula.span, section)].add(symbol)
        return listed

    @cached_property
    def _quantities(self) -> Mapping[tuple[int, int], list[bool]]:
        """For each list which of its letters are said to be a quantity."""
        found: defaultdict[tuple[int, int], list[bool]] = defaultdict(list)
        for formula, symbol, section in self._quoted:
            if formula.item == formula.span.start:
                behind = self._note.text.content[formula.span.end : formula.paragraph.end]
                found[self._list(formula.span, section)].append(tells_quantity(symbol, behind))
        return found

    @cached_property
    def _used(self) -> set[tuple[int, str]]:
        behind = ((at, symbol) for item, symbol, at in self._quoted if self._is_behind_word(item))
        return {(section.heading.start, symbol) for section, symbol in behind}

    def _is_behind_word(self, formula: Formula) -> bool:
        start = formula.span.start
        before = self._note.text.content[max(start - 2, 0) : start]
        return before[:1].isalnum() and before[1:].isspace()

    @cached_property
    def _quoted(self) -> list[tuple[Formula, str, Section]]:
        """The formulas of letters in quoted sections."""
        symbols = ((item, symbol_letters(item.value)) for item in self._note.facts.formulas)
        return [
            (item, symbol, section)
            for item, symbol in symbols
            if symbol and (section := source_around(self._note, self._vault, item.span))
        ]

    def are_listed(self, form: MisreadForm, section: Section, labels: Collection[str]) -> bool:
        """Whether a formula begins an item of a list of symbols: one that has a letter which is
        none of some labels, or several that are all said to be quantities."""
        if not form.place.is_whole or form.place.before:
            return False
        place = self._list(form.span, section)
        listed = self._listed.get(place, set())
        if not listed.issubset(labels):
            return True
        return len(listed) > 1 and all(self._quantities[place])

    def is_used(self, letters: str, section: Section) -> bool:
        """Whether a section has letters as a formula behind a word: `the size $n$`."""
        return (section.heading.start, letters) in self._used

    def _list(self, span: Span, section: Section) -> tuple[int, int]:
        """The items of a section that stand in one column."""
        line = self._note.text.content.rfind("\n", 0, span.start) + 1
        return section.heading.start, span.start - line


def misread_forms(note: Note) -> list[MisreadForm]:
    """The formulas of a note that may be labels."""
    front_matter = note.facts.front_matter
    names = (note.title, *(front_matter.aliases if front_matter else ())[:_MOST_ALIASES])
    return [form for formula in note.facts.formulas if (form := _form(note, formula, names))]


def _form(note: Note, formula: Formula, names: tuple[str, ...]) -> MisreadForm | None:
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
    return MisreadForm(Span(start, end), formula.value, place, is_loose, names)
