"""Fixes applied in rounds until nothing is left to mend, each round proven before the next."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from notelint.config.settings import ActiveRule
from notelint.lint.checker import check
from notelint.lint.proof import disproof
from notelint.notes.note import Note
from notelint.values.diagnostic import Applicability, Diagnostic, Fix, apply_edits
from notelint.values.text import Span, Text
from notelint.vault.vault import Vault

MAX_ROUNDS = 10


@dataclass(frozen=True)
class Mended:
    """A note after fixing: what each round mended, what remains, and why a fix was refused, if one
    was.

    After a refusal the note is as it was.
    """

    note: Note
    rounds: tuple[tuple[Diagnostic, ...], ...]
    remaining: tuple[Diagnostic, ...]
    refusal: str | None = None

    @property
    def fixed(self) -> tuple[Diagnostic, ...]:
        """All that was mended."""
        return tuple(chain.from_iterable(self.rounds))


def mend(note: Note, rules: Sequence[ActiveRule], vault: Vault, least: Applicability) -> Mended:
    """Apply every fix that is at least as safe as ``least``."""
    first = remaining = check(note, rules, vault)
    current, rounds = note, list[tuple[Diagnostic, ...]]()
    for _ in range(MAX_ROUNDS):
        chosen = choose(remaining, least)
        if not chosen:
            return Mended(current, tuple(rounds), remaining)
        after = _apply(current, chosen)
        problem = disproof(current, after, _fixes(chosen))
        if problem:
            return Mended(note, (), first, f"{_culprits(current, chosen)}: {problem}")
        current, rounds = after, [*rounds, tuple(chosen)]
        remaining = check(current, rules, vault)
    if choose(remaining, least):
        names = ", ".join(sorted({d.name for d in remaining if d.is_mended_by(least)}))
        return Mended(note, (), first, f"{names}: still not settled after {MAX_ROUNDS} rounds")
    return Mended(current, tuple(rounds), remaining)


def choose(diagnostics: Iterable[Diagnostic], least: Applicability) -> list[Diagnostic]:
    """Fixes that do not touch one another, in text order, each whole or not at all."""
    chosen: list[Diagnostic] = []
    taken: list[Span] = []
    for diagnostic in diagnostics:
        if diagnostic.fix is None or not diagnostic.is_mended_by(least):
            continue
        spans = [edit.span for edit in diagnostic.fix.edits]
        if not any(_is_taken(span, taken) for span in spans):
            chosen.append(diagnostic)
            for span in spans:
                insort(taken, span)
    return chosen


def _is_taken(span: Span, taken: list[Span]) -> bool:
    """Whether one of the sorted spans touches ``span``; none of them touches another."""
    index = bisect(taken, span)
    return any(span.touches(other) for other in taken[max(index - 1, 0) : index + 1])


def _fixes(diagnostics: Iterable[Diagnostic]) -> list[Fix]:
    return [diagnostic.fix for diagnostic in diagnostics if diagnostic.fix]


def _apply(note: Note, diagnostics: Iterable[Diagnostic]) -> Note:
    edits = (edit for fix in _fixes(diagnostics) for edit in fix.edits)
    return Note.read(note.path, Text(apply_edits(note.text.content, edits)))


def _culprits(note: Note, chosen: Sequence[Diagnostic]) -> str:
    """The rules whose fix fails the proof alone; all of them where only the sum does."""
    alone = [item for item in chosen if disproof(note, _apply(note, [item]), _fixes([item]))]
    return ", ".join(sorted({diagnostic.name for diagnostic in alone or chosen}))
