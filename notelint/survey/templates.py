"""Templates: notes that wait to be filled in, so that their placeholders lead nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from notelint.survey.neighbours.neighbour import Neighbour, is_usable
from notelint.survey.proposal import Proposal, some
from notelint.survey.survey import Survey
from notelint.values import pattern_in

_PLACEHOLDERS = ("{{", "<%")
_FRONT_MATTER = "invalid-front-matter"  # which a placeholder can make of any


def templates(survey: Survey, neighbours: Iterable[Neighbour]) -> Iterator[Proposal]:
    """Rules to ignore in a folder of templates, since they find placeholders there."""
    patterns = {pattern: one.file for one in neighbours for pattern in one.templates}
    for pattern, file in patterns.items():
        matcher = pattern_in(pattern) if is_usable(pattern) else None
        if matcher is None:
            continue
        found: Counter[str] = Counter()
        for look in survey.looks:
            if look.is_template and matcher.covers(look.path):
                found.update(sight.rule for sight in look.sights if _waits(sight.rule, sight.alike))
        for rule, count in sorted(found.items()):
            evidence = f"{some(count, 'finding')} of placeholders; the folder is from {file}"
            yield Proposal(("per-file", pattern, "ignore"), rule, evidence, is_listed=True)


def _waits(rule: str, message: str) -> bool:
    return rule == _FRONT_MATTER or any(mark in message for mark in _PLACEHOLDERS)
