from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import commonprefix
from typing import Literal

from notelint.authoring import (
    Applicability,
    Dictionary,
    Finding,
    Fix,
    Formula,
    Note,
    QuotedDictionaries,
    Rule,
    Section,
    Span,
    Vault,
    by_letters,
    name_key,
    option,
    source_around,
)

_SPELLING = re.compile(r"[a-z](?: ?[a-z])*")
_SENSE = r"(?:\(\d+\) )?"
_ITEM_START = re.compile(_SENSE)
_HEADWORD = re.compile(_SENSE + r"(?P<headword>(?:[\w'’-]+ ){1,4})")
_LOWER_WORD = re.compile(r"(?<![\w$])[a-z][\w'’-]* \Z")
_DASH = r"(?:—|\$\\textemdash\$)"
_AFTER = re.compile(rf"\.(?:[ \t]*$| (?!(?:is|are|be|denotes)\b)(?=[^\W\d_]|\(|\\\[|{_DASH}))")
_RUN_ON = re.compile(rf"\.(?:[ \t]*$| (?:[\w'’-]+ (?:adj|n)\.|\\\[|{_DASH}))")


@dataclass(frozen=True, kw_only=True)
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

    style: Literal["plain", "emphasis"] = option(
        "plain", "how a label is written: `plain` is `n.`, `emphasis` is `*n.*`"
    )
    labels: tuple[str, ...] = option(
        (), "labels that every dictionary which prints any may print besides its own, as `interj.`"
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        found = [formula for formula in note.facts.formulas if _may_be_label(note, formula)]
        quoted = QuotedDictionaries(note, vault) if found else None
        for formula in found:
            section = source_around(note, vault, formula.span)
            if section is not None and quoted is not None:
                yield from self._judge(note, quoted, section, formula)

    def _judge(
        self, note: Note, quoted: QuotedDictionaries, section: Section, formula: Formula
    ) -> Iterator[Finding]:
        letters = formula.value.replace(" ", "")
        own = quoted.by(section)
        label = self._label(letters, quoted.all() if own is None else (own,))
        if label is None:
            return
        if own is not None and _stands_as_label(note, formula):
            yield self._finding(note, formula, label, Applicability.SAFE)
        elif own is None and _ITEM_START.fullmatch(_before(note, formula)):
            yield self._finding(note, formula, label, Applicability.MANUAL)

    def _label(self, letters: str, dictionaries: tuple[Dictionary, ...]) -> str | None:
        """The label that one of the dictionaries prints for some letters."""
        printing = [dictionary for dictionary in dictionaries if dictionary.labels]
        printed = (item.labels[letters] for item in printing if letters in item.labels)
        further = by_letters(self.labels).get(letters) if printing else None
        return next(printed, further)

    def _finding(
        self, note: Note, formula: Formula, label: str, applicability: Applicability
    ) -> Finding:
        span = Span(formula.span.start, formula.span.end + 1)
        written = f"*{label}*" if self.style == "emphasis" else label
        fix = Fix.replacing(span, written, f"write `{written}`", applicability)
        return Finding(span, f"`{note[span]}` is the label `{label}`, not mathematics", fix)


def _may_be_label(note: Note, formula: Formula) -> bool:
    if formula.item is None or not formula.is_plain or not _SPELLING.fullmatch(formula.value):
        return False
    return _AFTER.match(_rest_of_line(note, formula)) is not None


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
    return re.sub(r"[-\s]*\d*\Z", "", name_key(name)).removesuffix("s")


def _share_stem(one: str, other: str) -> bool:
    common = len(commonprefix([one, other]))  # noqa: RUF071 - characters are what is meant
    return common >= 4 and common * 3 >= min(len(one), len(other)) * 2


def _before(note: Note, formula: Formula) -> str:
    return note.text.content[formula.item or formula.span.start : formula.span.start]


def _rest_of_line(note: Note, formula: Formula) -> str:
    return note.text.content[formula.span.end : note.text.line_at(formula.span.end).end]
