"""Rules applied to one note."""

from __future__ import annotations

from collections.abc import Iterable

from notelint.allow import is_allowed
from notelint.diagnostic import Diagnostic
from notelint.note import Note
from notelint.settings import ActiveRule
from notelint.vault import Vault


def check(note: Note, rules: Iterable[ActiveRule], vault: Vault) -> tuple[Diagnostic, ...]:
    """The findings of a note in order, without what it allows itself.

    A note that may not be written keeps its findings and loses their fixes.
    """
    found = [
        Diagnostic(active.rule.code, active.rule.name, active.severity, note.path, finding)
        for active in rules
        for finding in active.rule.check(note, vault)
    ]
    kept = (diagnostic for diagnostic in found if not is_allowed(diagnostic, note.facts))
    if not note.may_be_written:
        kept = (diagnostic.without_fix() for diagnostic in kept)
    return tuple(sorted(kept, key=lambda diagnostic: diagnostic.order))
