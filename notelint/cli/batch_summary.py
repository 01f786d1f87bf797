"""What a run over shards came to: told at its end, and to the shell."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import islice

from notelint.batch import Came, Step
from notelint.cli.exit_code import FAILED, FOUND
from notelint.cli.output import say, warn
from notelint.report import plural
from notelint.values import Severity

_MOST_TOLD = 20  # failures of a vault; all of them stand in the manifests of its facts and findings


def tell_of(vaults: Sequence[Came], options: argparse.Namespace, seconds: float) -> None:
    """Say what went wrong on stderr, and what was done on stdout unless nobody wants to know."""
    step = Step.FACTS if options.step == Step.FACTS else Step.CHECK
    for came in vaults:
        warn(_problems(came))
        if not (came.notes or came.error or came.is_above):
            warn([f"no note under {came.name or options.vault}; nothing was {step.done}"])
    if options.quiet:
        return
    for came in vaults:
        if not came.is_above:
            say([_line(came)])
    notes = sum(came.notes for came in vaults)
    if notes and not any(came.error for came in vaults):
        rate = f": {notes / seconds:,.0f} notes a second" if seconds else ""
        say([f"{notes:,} notes in {seconds:,.1f} s{rate}."])


def exit_code(vaults: Sequence[Came], options: argparse.Namespace) -> int:
    """As that of a check."""
    for came in vaults:
        if came.error:
            warn([came.error if not came.name else f"{came.name}: {came.error}"])
    if any(came.error or came.failures or came.is_unchecked for came in vaults):
        return FAILED
    if options.fail_on == "never":
        return 0
    least = Severity[options.fail_on.upper()]
    found = {name for came in vaults for name, count in came.severities.items() if count}
    return FOUND if any(Severity[name.upper()] >= least for name in found) else 0


def _problems(came: Came) -> Iterator[str]:
    yield from came.problems
    yield from (why for _, why in islice(came.failures, _MOST_TOLD))
    if len(came.failures) > _MOST_TOLD:
        more = len(came.failures) - _MOST_TOLD
        yield f"and {plural(more, 'failure')} more, which stand in the manifests"


def _line(came: Came) -> str:
    name = f"{came.name}: " if came.name else ""
    done = [_shards(came, step) for step in Step if came.shards[step]]
    found = sum(came.severities.values())
    findings = [plural(found, "finding")] if came.shards[Step.CHECK] else []
    return f"{name}{', '.join([plural(came.notes, 'note'), *done, *findings])}."


def _shards(came: Came, step: Step) -> str:
    """How many shards were done, and how many were there."""
    known = f" ({came.taken[step]} known)" if came.taken[step] else ""
    return f"{plural(came.shards[step], 'shard')} {step.done}{known}"
