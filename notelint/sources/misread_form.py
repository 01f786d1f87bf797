"""Formulas of a note that may be misread labels, and the lists of symbols that look like them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from notelint.conventions import NOTHING_PROVEN, Standing, symbol_letters
from notelint.notes import Formula, Note, Section
from notelint.sources.sections import source_around
from notelint.values import Applicability, NamedTuple, Span
from notelint.vault import Vault

if TYPE_CHECKING:
    from notelint.conventions import LabelPlace, MisreadLabel
    from notelint.notes import LetterFormula

_MOST_ALIASES = 100  # that a headword is compared with
_LONGEST_ENTRY = 2000  # characters of one that is no list item
_REACH = 250  # characters around a formula that tell whether it is a label


class MisreadForm(NamedTuple):
    """A formula that may be a label: its span with the stop, what was ``read`` in it, what is
    around, and the names of the note. It ``is_loose`` where a blank parts it from the stop."""

    span: Span
    read: LetterFormula
    place: LabelPlace
    is_loose: bool
    names: tuple[str, ...]

    @property
    def is_alike(self) -> bool:
        """Whether it is one letter that is only like that of a label: a Greek one."""
        return self.read.is_alike and len(self.read.label.strip(".")) == 1

    def label(
        self, labels: Mapping[str, str], proven: Mapping[str, bool] = NOTHING_PROVEN
    ) -> MisreadLabel | None:
        """Which of some labels it is, which are given by their letters, as those that are
        ``proven`` to be nothing else."""
        from notelint.conventions import misread_label, tells_quantity  # where there are formulas

        letters = self.read.label.strip(".")
        if not labels or (self.is_alike and tells_quantity(letters, self.place.behind)):
            return None
        found = misread_label(self.read.label, self.place, labels, self.names, proven)
        is_far = self.is_loose and found and found.standing not in {Standing.START, Standing.HEAD}
        return None if is_far else found

    def certainty(self, label: MisreadLabel) -> Applicability:
        """Without a stop, letters that a variable or a product may have are seldom certain, nor is
        a single letter within an item."""
        is_certain = len(label.letters) > 2 or self.place.is_certain(label.letters)
        if self.is_alike:
            return Applicability.UNSAFE
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
        from notelint.conventions import tells_quantity  # where there are formulas

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

    def listed_with(self, form: MisreadForm, section: Section) -> set[str]:
        """The symbols that items begin with beside the one that a formula begins."""
        is_first = form.place.is_whole and not form.place.before
        listed = self._listed.get(self._list(form.span, section), set()) if is_first else set()
        if not form.is_alike:
            return listed
        return listed - {symbol_letters(self._note[form.span].strip("$. "))}

    def lists_quantities(self, form: MisreadForm, section: Section) -> bool:
        """Whether all letters of the list that a formula begins an item of, if there are several,
        are said to be quantities."""
        if len(self.listed_with(form, section)) < 2:
            return False
        return all(self._quantities[self._list(form.span, section)])

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
    from notelint.conventions import LabelPlace, may_be_label  # where there are formulas
    from notelint.notes import letter_formula, with_plain_formulas

    entry = _entry_around(note, formula) if formula.is_plain else None
    read = None if entry is None else letter_formula(formula.value)
    if entry is None or read is None:
        return None
    content, (start, end) = note.text.content, formula.span
    is_stopped = read.label.endswith(".")
    is_loose = not is_stopped and not read.tail and content.startswith(" .", end)
    is_followed = not read.tail and content.startswith(".", end)
    if is_stopped and is_followed:
        return None
    end += 2 if is_loose else is_followed
    first = max(entry, start - _REACH)
    last = min(formula.paragraph.end, end + _REACH)
    before = with_plain_formulas(content[first:start]) + read.lead
    behind = read.tail + with_plain_formulas(content[end:last])
    is_ended = is_loose or is_followed or ("." in read.label and "&" not in read.label)
    is_ended = is_ended or read.label.endswith(".")
    place = LabelPlace(before, behind, first == entry, is_ended)
    if not may_be_label(read.label, place, names):
        return None
    return MisreadForm(Span(start, end), read, place, is_loose, names)


def _entry_around(note: Note, formula: Formula) -> int | None:
    """Where the entry begins that a formula stands in: its list item, or a line of its paragraph
    that begins with a headword in bold letters."""
    if formula.item is not None:
        return formula.item
    content, start, end = note.text.content, formula.paragraph.start, formula.span.start
    line = content.rfind("\n**", max(start, end - _LONGEST_ENTRY), end)
    if line < 0:
        return start if content.startswith("**", start) and end - start < _LONGEST_ENTRY else None
    return line + 1
