"""Fixes applied in rounds until nothing is left to fix, each round proven before the next.

A fix that fails the proof is left out, and so is one that is never done with; the others are made.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence

from notelint.config import ActiveRule
from notelint.lint.checker import NO_NAMES, check
from notelint.lint.edit_map import EditMap
from notelint.lint.result import LeftOut, Result
from notelint.lint.sieve import Sifted, sift
from notelint.notes import Note
from notelint.values import Applicability, Diagnostic, Edit, Effect, Span, dataclass, field
from notelint.vault import Vault

MAX_ROUNDS = 10
_MOST_RESTARTS = 5
_RESTLESS = f"still not settled after {MAX_ROUNDS} rounds"


def fix(
    note: Note,
    rules: Sequence[ActiveRule],
    vault: Vault,
    applicability: Applicability,
    known: Mapping[str, str] = NO_NAMES,
) -> Result:
    """Apply every fix that is at least as safe as ``applicability``.

    What is left out remains as a finding whose fix is manual, and the result says why. A note in
    which fixes go on setting one another off stays as it was, and the result's ``error`` says so.
    """
    fixing = _Fixing(note, rules, vault, applicability, known)
    for _ in range(_MOST_RESTARTS):
        result = fixing.result()
        if result is not None:
            return result
    found = check(note, rules, vault, known)
    return Result(note.path, note.text, note.text, found, error=_RESTLESS)


@dataclass
class _Fixing:
    """``restless`` are places of the note where fixes are never done, and none is made."""

    note: Note
    rules: Sequence[ActiveRule]
    vault: Vault
    applicability: Applicability
    known: Mapping[str, str]
    restless: list[Span] = field(default_factory=list)

    def result(self) -> Result | None:
        """What becomes of the note; None where it has restless places that were not known."""
        current, fixed, maps = self.note, list[Diagnostic](), list[EditMap]()
        while True:
            held = list(_carried(self.restless, maps))
            found = check(current, self.rules, self.vault, self.known)
            barred = [item for item in self.fixable(found) if _touches(item, held)]
            sifted = self.sifted(current, found, barred)
            if not sifted.kept:
                left = {**sifted.failed, **dict.fromkeys(barred, _RESTLESS)}
                return _result(self.note, current, found, fixed, left)
            edits = EditMap.of(_edits(sifted.kept))
            if len(maps) == MAX_ROUNDS:
                self.restless = _merged([*self.restless, *_origins(edits, maps)])
                return None
            current, fixed, maps = sifted.note, fixed + sifted.kept, [*maps, edits]

    def sifted(
        self, note: Note, found: Iterable[Diagnostic], barred: Iterable[Diagnostic]
    ) -> Sifted:
        """The first fixes that can be made together; those are taken again that overlapped with
        fixes which fail."""
        left, failed = set(barred), dict[Diagnostic, str]()
        while True:
            fits = [item for item in found if item not in left]
            chosen = choose(filter(_allows, fits), self.applicability)
            chosen = chosen or choose(fits, self.applicability)
            sifted = sift(note, chosen, self.vault)
            failed |= sifted.failed
            if sifted.kept or not chosen:
                return sifted._replace(failed=failed)
            left.update(sifted.failed)

    def fixable(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        return (item for item in found if item.is_fixed_by(self.applicability))


def _allows(diagnostic: Diagnostic) -> bool:
    """Whether a fix changes what is allowed, and so what is to be fixed at all."""
    return diagnostic.fix is not None and Effect.ALLOWS in diagnostic.fix.effects


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


def _is_taken(span: Span, taken: list[Span]) -> bool:
    """Whether one of the sorted spans touches ``span``; none of them touches another."""
    index = bisect(taken, span)
    return any(span.touches(other) for other in taken[max(index - 1, 0) : index + 1])


def _touches(diagnostic: Diagnostic, held: list[Span]) -> bool:
    return any(_is_taken(edit.span, held) for edit in _edits([diagnostic]))


def _edits(diagnostics: Iterable[Diagnostic]) -> Iterator[Edit]:
    return (edit for item in diagnostics if item.fix for edit in item.fix.edits)


def _carried(spans: Iterable[Span], maps: Iterable[EditMap]) -> Iterator[Span]:
    """Where places that no edit touched are after all rounds."""
    for start, end in spans:
        for edits in maps:
            start, end = start + edits.shift(start), end + edits.shift(end)
        yield Span(start, max(start, end))


def _origins(edits: EditMap, maps: Sequence[EditMap]) -> Iterator[Span]:
    """The places of the first text out of which came what the last edits replace."""
    for span in edits.old.spans:
        for earlier in reversed(maps):
            span = earlier.origin(span)
        yield span


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The same places in order, without any two that touch."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1].end:
            start, end = merged[-1].start, max(end, merged.pop().end)
        merged.append(Span(start, end))
    return merged


def _result(
    note: Note,
    after: Note,
    found: Iterable[Diagnostic],
    fixed: list[Diagnostic],
    left: dict[Diagnostic, str],
) -> Result:
    findings = tuple(_manual(item) if item in left else item for item in found)
    return Result(
        note.path,
        note.text,
        after.text,
        findings,
        tuple(fixed),
        left_out=tuple(_told(after, left)),
    )


def _manual(diagnostic: Diagnostic) -> Diagnostic:
    fix = diagnostic.fix
    return diagnostic.with_fix(fix and fix._replace(applicability=Applicability.MANUAL))


def _told(note: Note, left: dict[Diagnostic, str]) -> Iterator[LeftOut]:
    """What is left out, by rule and reason."""
    grouped: dict[tuple[str, str], list[Diagnostic]] = {}
    for item, why in left.items():
        grouped.setdefault((item.name, why), []).append(item)
    for (name, why), items in grouped.items():
        start = min(item.span.start for item in items)
        line, column, _ = note.text.position(start)
        yield LeftOut(note.path, line, column, name, len(items) - 1, why)
