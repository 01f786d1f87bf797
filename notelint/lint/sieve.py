"""Fixes sifted: those that are proven together, and those that fail the proof."""

from __future__ import annotations

from collections.abc import Iterable

from notelint.lint.proof import disproof
from notelint.lint.suspicion import suspects
from notelint.notes import Note, read_note
from notelint.values import Diagnostic, Fix, NamedTuple, apply_edits
from notelint.vault import Vault

MOST_PROOFS = 32  # of one round; each of them parses the note


class Sifted(NamedTuple):
    """The findings whose fixes are proven together, the note that these make, and why the others
    fail."""

    kept: list[Diagnostic]
    note: Note
    failed: dict[Diagnostic, str]


def sift(note: Note, chosen: list[Diagnostic], vault: Vault) -> Sifted:
    """Divide what fails the proof until each fix is proven with those before it, or fails alone.

    What is suspected is told from the rest, or else halved, so that those that fail cost a few
    proofs each. Past ``MOST_PROOFS`` parts that fail are divided no more.
    """
    kept: list[Diagnostic] = []
    after, failed, proofs = note, dict[Diagnostic, str](), 0
    parts = [chosen] if chosen else []
    while parts:
        part = parts.pop()
        trial = sorted([*kept, *part], key=lambda item: item.order)
        made = _apply(note, trial)
        why, proofs = disproof(note, made, _fixes(trial), vault), proofs + 1
        if why is None:
            kept, after = trial, made
        elif len(part) == 1 or proofs >= MOST_PROOFS:
            failed |= dict.fromkeys(part, why)
        else:
            parts += _divided(part, suspects(note, made, trial))
    return Sifted(kept, after, failed)


def _divided(
    part: list[Diagnostic], suspected: list[Diagnostic]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Two parts of one, that which fails more probably first: the last is tried next."""
    bad = set(suspected)
    failing = [item for item in part if item in bad]
    others = [item for item in part if item not in bad]
    if failing and others:
        return failing, others
    return part[len(part) // 2 :], part[: len(part) // 2]


def _fixes(diagnostics: Iterable[Diagnostic]) -> list[Fix]:
    return [diagnostic.fix for diagnostic in diagnostics if diagnostic.fix]


def _apply(note: Note, diagnostics: Iterable[Diagnostic]) -> Note:
    edits = (edit for fix in _fixes(diagnostics) for edit in fix.edits)
    return read_note(note.path, apply_edits(note.text.content, edits))
