"""Rules applied to one note."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from notelint.config import ActiveRule
from notelint.lint.safety import judged
from notelint.notes import Note
from notelint.values import Diagnostic, Finding, Fix
from notelint.vault import Vault

_SURROGATE = re.compile("[\ud800-\udfff]")  # how Python spells a byte that is not UTF-8
MOST_RELATED = 10  # places that a finding names


def check(note: Note, rules: Iterable[ActiveRule], vault: Vault) -> tuple[Diagnostic, ...]:
    """The findings of a note in order, without what it allows itself.

    A note that may not be written keeps its findings and loses their fixes; so does a rule that may
    not fix, and a finding whose fix would write the name of a file that UTF-8 cannot say.
    """
    found = [
        _diagnostic(active, note, finding)
        for active in rules
        for finding in active.rule.check(note, vault)
    ]
    kept = (
        diagnostic
        for diagnostic in found
        if not note.facts.is_allowed((diagnostic.name, diagnostic.code), diagnostic.span.start)
    )
    if not note.may_be_written:
        kept = (diagnostic.with_fix(None) for diagnostic in kept)
    return tuple(
        sorted((judged(diagnostic, note, vault) for diagnostic in kept), key=lambda d: d.order)
    )


def _diagnostic(active: ActiveRule, note: Note, finding: Finding) -> Diagnostic:
    rule, severity, may_fix = active
    diagnostic = Diagnostic(rule.code, rule.name, severity, note.path, _short(finding))
    return diagnostic if may_fix and _is_sayable(finding.fix) else diagnostic.with_fix(None)


def _short(finding: Finding) -> Finding:
    """The finding with as many related places as anybody reads; each of a thousand findings may
    name the thousand others."""
    named = finding.related[:MOST_RELATED]
    count = len(finding.related) + finding.unnamed
    if count <= MOST_RELATED:
        return finding
    message = f"{finding.message} ({len(named)} of {count:,} places that belong to it are named)"
    return replace(finding, message=message, related=named)


def _is_sayable(fix: Fix | None) -> bool:
    return fix is None or not any(_SURROGATE.search(edit.text) for edit in fix.edits)
