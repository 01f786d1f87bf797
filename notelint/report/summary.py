"""What a report is made from, and the numbers in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from notelint.diagnostic import Applicability, Diagnostic
from notelint.outcome import Outcome


@dataclass(frozen=True)
class Results:
    """The outcomes of a run, in order, and the vault's root as it is to be shown."""

    vault: str
    outcomes: Sequence[Outcome]

    @cached_property
    def remaining(self) -> list[Diagnostic]:
        return [diagnostic for outcome in self.outcomes for diagnostic in outcome.remaining]

    @property
    def checked(self) -> int:
        """How many notes could be read and parsed."""
        return sum(outcome.was_parsed for outcome in self.outcomes)

    @property
    def fixed(self) -> int:
        return sum(len(outcome.fixed) for outcome in self.outcomes)

    def mendable_by(self, least: Applicability) -> int:
        """How many of the remaining findings have a fix that is at least that safe."""
        return sum(diagnostic.is_mended_by(least) for diagnostic in self.remaining)


def closing_lines(results: Results) -> list[str]:
    """The last lines of a report for people."""
    if not results.outcomes:
        return []
    count, notes = len(results.remaining), len({d.path for d in results.remaining})
    fixed = f"{plural(results.fixed, 'finding')} mended. " if results.fixed else ""
    if not count:
        return [f"{fixed}{plural(results.checked, 'note')} checked, nothing found."]
    lines = [
        f"{fixed}{plural(count, 'finding')} in {plural(notes, 'note')} of {len(results.outcomes)}."
    ]
    safe = results.mendable_by(Applicability.SAFE)
    unsafe = results.mendable_by(Applicability.UNSAFE) - safe
    if safe:
        lines.append(f"{safe} can be mended with --fix.")
    if unsafe:
        more = " more" if safe else ""
        lines.append(f"{unsafe}{more} with --unsafe-fixes: add --diff to look first.")
    return lines


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
