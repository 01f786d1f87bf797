"""Rules applied to one note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from notelint.authoring import Allowance, AllowRule
from notelint.config import ActiveRule, RuleSet
from notelint.lint.safety import judged
from notelint.notes import Note
from notelint.values import MOST_RELATED, Diagnostic, Finding, Fix, lazy_pattern
from notelint.vault import Vault

_SURROGATE = lazy_pattern("[\ud800-\udfff]")  # how Python spells a byte that is not UTF-8


NO_NAMES: Mapping[str, str] = MappingProxyType({})


Turn = Callable[[Note], None]


def nobody(note: Note) -> None:
    """For a check of which nobody has to know where it is."""


def check(
    note: Note, rules: Iterable[ActiveRule], vault: Vault, known: Mapping[str, str] = NO_NAMES
) -> tuple[Diagnostic, ...]:
    """The findings of a note in order, without what it allows itself.

    ``known`` are the names and codes that a note may allow, each with the name of its rule; without
    them nobody judges its allows. A note that may not be written keeps its findings and loses their
    fixes; so does a rule that may not fix, and a finding whose fix would write the name of a file
    that UTF-8 cannot say.
    """
    [found] = check_each([note], [RuleSet.of(rules)], vault, known)
    return found


def check_each(
    notes: Sequence[Note],
    rules: Sequence[RuleSet],
    vault: Vault,
    known: Mapping[str, str] = NO_NAMES,
    turn_to: Turn = nobody,
) -> list[tuple[Diagnostic, ...]]:
    """The same for each of some notes with its rules, one rule after the other: what a rule works
    with is at hand while it goes from note to note, which takes a fifth less time. ``turn_to``
    hears which note is looked at next."""
    found: list[list[Diagnostic]] = [[] for _ in notes]
    vault.remember(notes)
    for active, places in _by_rule(notes, rules):
        look = active.rule.check
        for index in places:
            turn_to(note := notes[index])
            for finding in look(note, vault):
                found[index].append(_diagnostic(active, note, finding))
    left = []
    for note, those, items in zip(notes, rules, found, strict=True):
        turn_to(note)
        left.append(_left(note, those, vault, known, items))
    return left


def _by_rule(
    notes: Iterable[Note], rules: Iterable[RuleSet]
) -> Iterable[tuple[ActiveRule, list[int]]]:
    """Each rule with the indices of the notes in which it may find something."""
    alike: dict[int, tuple[tuple[ActiveRule, ...], list[int]]] = {}  # what the same rules run on
    for index, (note, those) in enumerate(zip(notes, rules, strict=True)):
        triggered = those.triggered_by(note)
        alike.setdefault(id(triggered), (triggered, []))[1].append(index)
    places: dict[int, tuple[ActiveRule, list[int]]] = {}
    for triggered, indices in alike.values():
        for active in triggered:
            places.setdefault(id(active), (active, []))[1].extend(indices)
    return places.values()


def _left(
    note: Note, rules: RuleSet, vault: Vault, known: Mapping[str, str], found: list[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """What is left of the findings of a note, in order."""
    if note.facts.allows:
        kept = [diagnostic for diagnostic in found if not _is_allowed(note, diagnostic)]
    else:
        kept = found
    if known and note.facts.allows:
        allowed = (diagnostic for diagnostic in found if _is_allowed(note, diagnostic))
        kept += _of_allows(note, rules, allowed, known)
    if not note.may_be_written:
        kept = [diagnostic.with_fix(None) for diagnostic in kept]
    judged_all = (judged(diagnostic, note, vault) for diagnostic in kept)
    return tuple(sorted(judged_all, key=lambda diagnostic: diagnostic.order))


def _is_allowed(note: Note, diagnostic: Diagnostic) -> bool:
    return note.facts.is_allowed((diagnostic.name, diagnostic.code), diagnostic.span.start)


def _of_allows(
    note: Note,
    rules: Sequence[ActiveRule],
    allowed: Iterable[Diagnostic],
    known: Mapping[str, str],
) -> Iterator[Diagnostic]:
    """What the rules find that run last, but for what is allowed of it."""
    places: dict[str, list[int]] = {
        active.rule.name: [] for active in rules if not isinstance(active.rule, AllowRule)
    }
    for diagnostic in sorted(allowed, key=lambda diagnostic: diagnostic.order):
        places[diagnostic.name].append(diagnostic.span.start)
    allowance = Allowance(known, places)
    last = (
        _diagnostic(active, note, finding)
        for active in rules
        if isinstance(active.rule, AllowRule)
        for finding in active.rule.check_allows(note, allowance)
    )
    yield from (diagnostic for diagnostic in last if not _is_allowed(note, diagnostic))


def _diagnostic(active: ActiveRule, note: Note, finding: Finding) -> Diagnostic:
    rule, severity, may_fix = active
    if len(finding.related) + finding.unnamed > MOST_RELATED:
        finding = _short(finding)
    if finding.fix and not (may_fix and _is_sayable(finding.fix)):
        finding = finding._replace(fix=None)
    return Diagnostic(rule.code, rule.name, severity, note.path, finding)


def _short(finding: Finding) -> Finding:
    """The finding with as many related places as anybody reads; each of a thousand findings may
    name the thousand others."""
    named = finding.related[:MOST_RELATED]
    count = len(finding.related) + finding.unnamed
    message = f"{finding.message} ({len(named)} of {count:,} places that belong to it are named)"
    return finding._replace(message=message, related=named)


def _is_sayable(fix: Fix) -> bool:
    written = (edit.text for edit in fix.edits)
    return not any(not text.isascii() and _SURROGATE.search(text) for text in written)
