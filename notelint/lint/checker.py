"""Rules applied to one note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from notelint.config.settings import ActiveRule
from notelint.lint.allow import is_allowed
from notelint.notes.anchors import heading_key
from notelint.notes.note import Note
from notelint.values.diagnostic import Applicability, Diagnostic, Edit
from notelint.values.text import Span
from notelint.vault.vault import Vault


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
        kept = (diagnostic.with_fix(None) for diagnostic in kept)
    judged = (_judged(diagnostic, note, vault) for diagnostic in kept)
    return tuple(sorted(judged, key=lambda diagnostic: diagnostic.order))


def _judged(diagnostic: Diagnostic, note: Note, vault: Vault) -> Diagnostic:
    """A fix that would change what links call a heading is not safe, and is left to a person where
    some note links to that heading."""
    fix = diagnostic.fix
    if fix is None or fix.applicability is Applicability.MANUAL:
        return diagnostic
    renamed = [
        heading
        for edit in fix.edits
        if (heading := note.facts.heading_around(edit.span)) and _renames(note, heading, edit)
    ]
    if not renamed:
        return diagnostic
    is_linked = any(_is_linked(note, heading, vault) for heading in renamed)
    applicability = Applicability.MANUAL if is_linked else Applicability.UNSAFE
    return diagnostic.with_fix(replace(fix, applicability=applicability))


def _is_linked(note: Note, heading: Span, vault: Vault) -> bool:
    """Whether some note links to a heading of that name; the line under it is no part of it."""
    key = heading_key(note[heading])
    return not vault.linked_headings.isdisjoint({key, key.rstrip(" -")})


def _renames(note: Note, heading: Span, edit: Edit) -> bool:
    written = note[heading]
    start, end = edit.span.start - heading.start, edit.span.end - heading.start
    return heading_key(written) != heading_key(written[:start] + edit.text + written[end:])
