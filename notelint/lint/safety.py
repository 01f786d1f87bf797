"""Who may apply a fix that changes what links call a heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from notelint.notes import Note
from notelint.values import Applicability, Diagnostic, Edit, Fix, Span, heading_key
from notelint.vault import Vault


def judged(diagnostic: Diagnostic, note: Note, vault: Vault) -> Diagnostic:
    """A fix that would change what links call a heading is not safe, and is left to a person where
    some note links to that heading."""
    fix = diagnostic.fix
    if fix is None or fix.applicability is Applicability.MANUAL:
        return diagnostic
    renamed = list(_renamed(note, fix))
    if not renamed:
        return diagnostic
    is_linked = any(_is_linked(note, heading, vault) for heading in renamed)
    applicability = Applicability.MANUAL if is_linked else Applicability.UNSAFE
    return diagnostic.with_fix(replace(fix, applicability=applicability))


def _renamed(note: Note, fix: Fix) -> Iterator[Span]:
    """The headings that links would have to call otherwise."""
    for edit in fix.edits:
        heading = note.facts.heading_around(edit.span)
        if heading and _renames(note, heading, edit):
            yield heading


def _renames(note: Note, heading: Span, edit: Edit) -> bool:
    written = note[heading]
    start, end = edit.span.start - heading.start, edit.span.end - heading.start
    return heading_key(written) != heading_key(written[:start] + edit.text + written[end:])


def _is_linked(note: Note, heading: Span, vault: Vault) -> bool:
    """Whether some note links to a heading of that name; the line under it is no part of it."""
    key = heading_key(note[heading])
    return any(map(vault.index.links_heading, {key, key.rstrip(" -")}))
