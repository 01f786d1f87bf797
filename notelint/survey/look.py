"""What one note shows of how its vault is written."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from notelint.authoring import Rule
from notelint.config import ActiveRule, Settings
from notelint.lint import check
from notelint.notes import Note, Section
from notelint.sources import citations_in, sources
from notelint.values import Applicability, Diagnostic, NamedTuple, dataclass, lazy_pattern, replace
from notelint.vault import Vault

PLANNED = "unresolved-link"  # the rule whose targets may be planned
_DEPTH = 2  # of headings that make a kind
_DIGITS = lazy_pattern(r"\d+")
_PLACEHOLDER = lazy_pattern(r"\{\{\s*\w[^{}\n]{0,80}\}\}|<%[-_*+~]?\s*(?:await\s+)?tp\.")
# An item that starts with a label of a dictionary, or has it behind its headword.
_LABEL = lazy_pattern(
    r"^[ \t]*[-*+][ \t]+(?:\d{1,2}[.)][ \t]+)?(?:[^\W\d_][\w'’-]*[ \t]+)?"
    r"((?:npl|n|vb|v|adj|adv|pl|abbrev|pref|prep|conj|pron|suff)\.)(?=[ \t,])",
    re.M,
)


class Head(NamedTuple):
    """A heading of the depth that makes a kind: its words, whether it cites a footnote, and whether
    definitions stand under it."""

    words: str
    cites: bool = False
    defines: bool = False


class Quote(NamedTuple):
    """A Source section: the name that it cites, whether that is a file's, and the labels of a
    dictionary that its items begin with."""

    name: str
    is_linked: bool
    labels: tuple[str, ...]


class Sight(NamedTuple):
    """A finding as far as it matters which others are like it. ``alike`` is what it says, numbers
    aside; ``has_fix`` whether a fix is certain or probable; ``may_be_planned`` whether the target
    may be a note that is still to be written."""

    rule: str
    target: str
    alike: str
    has_fix: bool
    may_be_planned: bool = False


class NoteLook(NamedTuple):
    """``kind`` is the note's, with the pattern of the slot that each of its heads is in;
    ``spaced`` are how many Source headings have a blank before their footnote, ``tight`` how many
    do not; ``embeds`` are files other than notes that it shows."""

    path: str
    kind: str = ""
    heads: tuple[Head, ...] = ()
    slots: tuple[str, ...] = ()
    spaced: int = 0
    tight: int = 0
    quotes: tuple[Quote, ...] = ()
    sights: tuple[Sight, ...] = ()
    embeds: int = 0
    is_template: bool = False


@dataclass(frozen=True)
class Looker:
    """Looks at one note after the other, under some settings."""

    settings: Settings

    @cached_property
    def _sparing(self) -> tuple[ActiveRule, ...]:
        """The rule that tells what is no planned note even where all names may be planned."""
        rules = (active for active in self.settings.rules if active.rule.name == PLANNED)
        return tuple(active._replace(rule=_with_all_planned(active.rule)) for active in rules)

    def look(self, note: Note, vault: Vault) -> NoteLook:
        """What a note shows."""
        shape = vault.shape(note)
        cited = [section for section in sources(note, vault) if section.references]
        spaced = sum(_is_spaced(note, section) for section in cited)
        return NoteLook(
            note.path,
            shape.kind.name if shape else "",
            tuple(_heads(note)),
            tuple(slot.heading.text if slot else "" for _, slot in shape.placed) if shape else (),
            spaced,
            len(cited) - spaced,
            tuple(_quotes(note, vault)),
            tuple(self._sights(note, vault)),
            sum(link.is_embed and "." in link.name for link in note.facts.links),
            _PLACEHOLDER.search(note.text.content) is not None,
        )

    def _sights(self, note: Note, vault: Vault) -> Iterator[Sight]:
        found = check(note, self.settings.rules_for(note.path), vault, self.settings.known)
        is_needed = any(diagnostic.name == PLANNED for diagnostic in found)
        told = check(note, self._sparing, vault) if is_needed else ()
        spans = {diagnostic.span for diagnostic in told}
        for diagnostic in found:
            sight = _sight(diagnostic)
            is_missing = sight.rule == PLANNED
            yield sight._replace(may_be_planned=is_missing and diagnostic.span not in spans)


def _with_all_planned(rule: Rule) -> Rule:
    options: dict[str, Any] = {"planned": ("*",)}
    return replace(rule, **options)


def _sight(diagnostic: Diagnostic) -> Sight:
    return Sight(
        diagnostic.name,
        diagnostic.finding.target,
        _DIGITS.sub("0", diagnostic.message),
        diagnostic.is_fixed_by(Applicability.UNSAFE),
    )


def _is_spaced(note: Note, section: Section) -> bool:
    before = note.text.content[section.heading.start : section.references[0].span.start]
    return before != before.rstrip()


def _heads(note: Note) -> Iterator[Head]:
    definitions = [definition.span.start for definition in note.facts.definitions]
    for section in note.facts.sections:
        if section.depth == _DEPTH:
            first = bisect_left(definitions, section.heading.end)
            defines = first < len(definitions) and definitions[first] < section.end
            yield Head(section.name, bool(section.references), defines)


def _quotes(note: Note, vault: Vault) -> Iterator[Quote]:
    """The Source sections of a note that cite one thing each."""
    sections = {section.heading.start: section for section in sources(note, vault)}
    for citation in citations_in(note, vault):
        for start in citation.sections:
            section = sections[start]
            if len(section.references) == 1 and citation.name:
                text = note.text.content[section.heading.end : section.end]
                labels = tuple(_LABEL.findall(text))
                yield Quote(citation.name, citation.target is not None, labels)
