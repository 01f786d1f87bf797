"""What a report is made from, and the numbers in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from notelint.report.terminal import printable
from notelint.run.result import Outcome
from notelint.values.diagnostic import Applicability, Diagnostic


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
    """The last lines of a report for people: what was mended where, what remains, what failed."""
    if not results.outcomes:
        return []
    failed = sum(outcome.error is not None for outcome in results.outcomes)
    lines = [*_mended_lines(results), *_counts(results)]
    return (
        [*lines, f"{plural(failed, 'note')} left as it was: see the errors."] if failed else lines
    )


def _mended_lines(results: Results) -> Iterator[str]:
    """A line for each mended note, with the rules and how often each of them mended there."""
    for outcome in results.outcomes:
        if outcome.fixed:
            names = Counter(diagnostic.name for diagnostic in outcome.fixed)
            rules = (name if count == 1 else f"{count} × {name}" for name, count in names.items())
            yield f"mended {printable(outcome.path)}: {', '.join(rules)}"


def _counts(results: Results) -> Iterator[str]:
    count, notes = len(results.remaining), len({d.path for d in results.remaining})
    fixed = f"{plural(results.fixed, 'finding')} mended. " if results.fixed else ""
    if not count:
        yield f"{fixed}{plural(results.checked, 'note')} checked, nothing found."
        return
    found = f"{plural(count, 'finding')} in {plural(notes, 'note')}"
    yield f"{fixed}{found} of {len(results.outcomes)}."
    safe = results.mendable_by(Applicability.SAFE)
    unsafe = results.mendable_by(Applicability.UNSAFE) - safe
    if safe:
        yield f"{safe} can be mended with --fix."
    if unsafe:
        more = " more" if safe else ""
        yield f"{unsafe}{more} with --unsafe-fixes: add --diff to look first."


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
