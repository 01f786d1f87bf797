"""How often each rule was broken, and which targets are missing most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from notelint.report.json_text import array
from notelint.report.names import shown
from notelint.report.results import Options, Report
from notelint.report.summary import closing
from notelint.values import NamedTuple, file_key

MOST_TARGETS = 20  # that people are told of; programs are told of all


class RuleCount(NamedTuple):
    """How many findings a rule has, and whether fixing would mend any of them."""

    findings: int
    code: str
    name: str
    is_fixable: bool


def rule_counts(report: Report) -> list[RuleCount]:
    """A count for each rule that found something, most first."""
    counts: Counter[tuple[str, str]] = Counter()
    for kind, count in report.tally.items():
        counts[kind.code, kind.name] += count
    fixable = {kind.code for kind in report.tally if kind.is_fixed_by(report.counted)}
    found = [
        RuleCount(count, code, name, code in fixable) for (code, name), count in counts.items()
    ]
    return sorted(found, key=lambda rule: (-rule.findings, rule.code))


def missing_targets(report: Report, code: str = "") -> list[tuple[str, int]]:
    """What links that lead nowhere point to, most wanted first, each as it is written most often;
    those of one rule where its code is given."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in (item for result in report.results for item in result.findings):
        target = item.finding.target
        if target and (not code or item.code == code):
            spellings[file_key(target)][target] += 1
    wanted = ((written.most_common(1)[0][0], written.total()) for written in spellings.values())
    return sorted(wanted, key=lambda pair: (-pair[1], pair[0]))


def render(report: Report, options: Options) -> Iterator[str]:
    """For people: a line a rule, then the most wanted targets."""
    rules = rule_counts(report)
    yield from _columns(
        (rule.findings, f"{rule.code} {rule.name}{' [*]' if rule.is_fixable else ''}")
        for rule in rules
    )
    targets = missing_targets(report)
    yield from ["\n", *most_wanted(targets)] if targets else ()
    if rules:
        yield "\n"
    yield from closing(report, options)


def most_wanted(targets: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Missing targets for people, each with how many links it has."""
    yield "Missing targets, the most wanted first:\n"
    yield from _columns((count, shown(name)) for name, count in targets[:MOST_TARGETS])
    if len(targets) > MOST_TARGETS:
        yield f"and {len(targets) - MOST_TARGETS:,} more.\n"


def render_json(report: Report) -> Iterator[str]:
    """For programs: an array of the same, the targets under the rule that misses them."""
    yield from array(_as_object(report, rule) for rule in rule_counts(report))
    yield "\n"


def _as_object(report: Report, rule: RuleCount) -> dict[str, Any]:
    told = {
        "count": rule.findings,
        "code": rule.code,
        "name": rule.name,
        "fixable": rule.is_fixable,
    }
    targets = missing_targets(report, rule.code)
    if targets:
        told["targets"] = [{"target": name, "count": count} for name, count in targets]
    return told


def _columns(rows: Iterable[tuple[int, str]]) -> Iterator[str]:
    rows = list(rows)
    width = max((len(str(count)) for count, _ in rows), default=0)
    yield from (f"{count:>{width}} {text}\n" for count, text in rows)
