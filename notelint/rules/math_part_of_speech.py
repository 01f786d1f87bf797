from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import commonprefix

from notelint.citation import cited_by
from notelint.diagnostic import Applicability, Finding, Fix
from notelint.dictionary import Dictionary, find_dictionary
from notelint.facts import Formula, Section
from notelint.note import Note
from notelint.rule import Rule
from notelint.section import source_around
from notelint.text import Span
from notelint.vault import Vault

_SPELLING = re.compile(r"[a-z](?: ?[a-z])*")
_SENSE = r"(?:\(\d+\) )?"
_ITEM_START = re.compile(_SENSE)
_HEADWORD = re.compile(_SENSE + r"(?P<headword>(?:[\w'’-]+ ){1,4})")
_LOWER_WORD = re.compile(r"(?<![\w$])[a-z][\w'’-]* \Z")
_DASH = r"(?:—|\$\\textemdash\$)"
_AFTER = re.compile(rf"\.(?:[ \t]*$| (?!(?:is|are|be|denotes)\b)(?=[^\W\d_]|\(|\\\[|{_DASH}))")
_RUN_ON = re.compile(rf"\.(?:[ \t]*$| (?:[\w'’-]+ (?:adj|n)\.|\\\[|{_DASH}))")


@dataclass(frozen=True)
class MathPartOfSpeech(Rule):
    """A dictionary's italic *n.* is misread as mathematics and shown as a formula. Only where the
    section quotes a dictionary that prints such labels, and only where it prints them, is `$n$.`
    taken for one; a formula is never touched."""

    name = "math-part-of-speech"
    code = "NL401"
    summary = "A part-of-speech label is text, not mathematics."
    bad = (
        "## Synthesis\n- What holds it up.\n## Source[^1]\n- $n$. A wall of $n$ cells.\n"
        "## References\n\n[^1]: (Home Page) A Dictionary of Psychology\n"
    )
    good = bad.replace("- $n$.", "- n.")
    fixes = (
        "Safe where the section's own dictionary prints the label: `$n$.` becomes `n.`. Manual "
        "where the section names no known dictionary, and another that the note quotes prints it."
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        found = [formula for formula in note.facts.formulas if _may_be_label(note, formula)]
        quoted = _Quoted(note, vault) if found else None
        for formula in found:
            section = source_around(note, vault, formula.span)
            if section is not None and quoted is not None:
                yield from _judge(note, quoted, section, formula)


def _may_be_label(note: Note, formula: Formula) -> bool:
    if formula.item is None or not formula.is_plain or not _SPELLING.fullmatch(formula.value):
        return False
    return _AFTER.match(_rest_of_line(note, formula)) is not None


class _Quoted:
    """The dictionaries that a note quotes, by the labels of its definitions."""

    def __init__(self, note: Note, vault: Vault) -> None:
        self._homes: dict[str, set[str]] = {}
        self._dictionaries = vault.dictionaries
        self.labels: dict[str, str] = {}  # that any of them prints, by their letters
        for definition in note.facts.definitions:
            home = cited_by(note, definition).name
            self._homes.setdefault(definition.label.casefold(), set()).add(home)
            dictionary = find_dictionary(vault.dictionaries, home)
            self.labels = {**(dictionary.labels if dictionary else {}), **self.labels}

    def by(self, section: Section) -> Dictionary | None:
        """The dictionary that a section quotes, if its one reference says so beyond doubt."""
        if len(section.references) != 1:
            return None
        homes = self._homes.get(section.references[0].label.casefold(), set())
        return find_dictionary(self._dictionaries, *homes) if len(homes) == 1 else None


def _judge(note: Note, quoted: _Quoted, section: Section, formula: Formula) -> Iterator[Finding]:
    letters = formula.value.replace(" ", "")
    own = quoted.by(section)
    if own is not None:
        label = own.labels.get(letters)
        if label and _stands_as_label(note, formula):
            yield _finding(note, formula, label, Applicability.SAFE)
        return
    label = quoted.labels.get(letters)
    if label and _ITEM_START.fullmatch(_before(note, formula)):
        yield _finding(note, formula, label, Applicability.MANUAL)


def _finding(note: Note, formula: Formula, label: str, applicability: Applicability) -> Finding:
    span = Span(formula.span.start, formula.span.end + 1)
    fix = Fix.replacing(span, label, f"write `{label}`", applicability)
    return Finding(span, f"`{note[span]}` is the label `{label}`, not mathematics", fix)


def _stands_as_label(note: Note, formula: Formula) -> bool:
    before = _before(note, formula)
    if _ITEM_START.fullmatch(before):
        return True
    headword = _HEADWORD.fullmatch(before)
    if headword and _is_headword(note, headword["headword"].strip()):
        return True
    is_run_on = len(formula.value) > 1 and _LOWER_WORD.search(before) is not None
    return is_run_on and _RUN_ON.match(_rest_of_line(note, formula)) is not None


def _is_headword(note: Note, words: str) -> bool:
    front_matter = note.facts.front_matter
    names = (note.title, *(front_matter.aliases if front_matter else ()))
    return any(_share_stem(_stem(words), _stem(name)) for name in names)


def _stem(name: str) -> str:
    """A name without trailing digits, the hyphens before them, and a plural `s`."""
    return re.sub(r"[-\s]*\d*\Z", "", unicodedata.normalize("NFC", name).casefold()).removesuffix(
        "s"
    )


def _share_stem(one: str, other: str) -> bool:
    common = len(commonprefix([one, other]))  # noqa: RUF071 - characters are what is meant
    return common >= 4 and common * 3 >= min(len(one), len(other)) * 2


def _before(note: Note, formula: Formula) -> str:
    return note.text.content[formula.item or formula.span.start : formula.span.start]


def _rest_of_line(note: Note, formula: Formula) -> str:
    return note.text.content[formula.span.end : note.text.line_at(formula.span.end).end]
