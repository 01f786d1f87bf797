"""Fixes applied in rounds until nothing is left to fix, each round proven before the next."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterable, Sequence
from itertools import chain

from notelint.config import ActiveRule
from notelint.lint.checker import check
from notelint.lint.proof import disproof
from notelint.lint.result import Result
from notelint.notes import Note, read_note
from notelint.values import Applicability, Diagnostic, Fix, Span, apply_edits
from notelint.vault import Vault

MAX_ROUNDS = 10


def fix(
    note: Note, rules: Sequence[ActiveRule], vault: Vault, applicability: Applicability
) -> Result:
    """Apply every fix that is at least as safe as ``applicability``.

    A note of which a fix is refused stays as it was, and the result's ``error`` says why.
    """
    first = remaining = check(note, rules, vault)
    current, rounds = note, list[list[Diagnostic]]()
    while chosen := choose(remaining, applicability):
        if len(rounds) == MAX_ROUNDS:
            names = ", ".join(sorted({d.name for d in remaining if d.is_fixed_by(applicability)}))
            return _refused(note, first, f"{names}: still not settled after {MAX_ROUNDS} rounds")
        after = _apply(current, chosen)
        problem = disproof(current, after, _fixes(chosen))
        if problem:
            return _refused(note, first, f"{_culprits(current, chosen)}: {problem}")
        current, rounds = after, [*rounds, chosen]
        remaining = check(current, rules, vault)
    fixed = tuple(chain.from_iterable(rounds))
    return Result(note.path, note.text, current.text, remaining, fixed)


def choose(diagnostics: Iterable[Diagnostic], applicability: Applicability) -> list[Diagnostic]:
    """Those whose fixes do not touch one another, in text order, each fix whole or not at all."""
    chosen: list[Diagnostic] = []
    taken: list[Span] = []
    for diagnostic in diagnostics:
        if diagnostic.fix is None or not diagnostic.is_fixed_by(applicability):
            continue
        spans = [edit.span for edit in diagnostic.fix.edits]
        if not any(_is_taken(span, taken) for span in spans):
            chosen.append(diagnostic)
            for span in spans:
                insort(taken, span)
    return chosen


def _refused(note: Note, findings: tuple[Diagnostic, ...], why: str) -> Result:
    return Result(note.path, note.text, note.text, findings, error=why)


def _is_taken(span: Span, taken: list[Span]) -> bool:
    """Whether one of the sorted spans touches ``span``; none of them touches another."""
    index = bisect(taken, span)
    return any(span.touches(other) for other in taken[max(index - 1, 0) : index + 1])


def _fixes(diagnostics: Iterable[Diagnostic]) -> list[Fix]:
    return [diagnostic.fix for diagnostic in diagnostics if diagnostic.fix]


def _apply(note: Note, diagnostics: Iterable[Diagnostic]) -> Note:
    edits = (edit for fix in _fixes(diagnostics) for edit in fix.edits)
    return read_note(note.path, apply_edits(note.text.content, edits))


def _culprits(note: Note, chosen: Sequence[Diagnostic]) -> str:
    """The rules whose fix fails the proof alone; all of them where only the sum does."""
    alone = [item for item in chosen if disproof(note, _apply(note, [item]), _fixes([item]))]
    return ", ".join(sorted({diagnostic.name for diagnostic in alone or chosen}))
