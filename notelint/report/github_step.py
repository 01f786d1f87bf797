"""The findings that GitHub does not show at their lines, as a table for the summary of a step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from notelint.report.names import sayable
from notelint.report.results import Options, Report
from notelint.values import Diagnostic, Severity, Text, lazy_pattern

SHOWN = 10  # annotations of one level that GitHub shows of a step
MOST_OF_SUMMARY = 1024 * 1024  # bytes that GitHub takes of a step's summary
_LAST_LINE = 100  # bytes that are kept free for it
_HEAD = "| note | line | severity | rule | finding |\n|---|---|---|---|---|\n"
_MARKUP = lazy_pattern(r"[\\`*_{}\[\]()<>#+!|~$&@:-]")


def hidden(report: Report) -> Counter[Severity]:
    """How many findings of a severity are more than GitHub shows."""
    counts = report.severities
    return Counter({level: count - SHOWN for level, count in counts.items() if count > SHOWN})


def step_summary(report: Report, options: Options, room: int = MOST_OF_SUMMARY) -> Iterator[str]:
    """A table of what GitHub does not show, the gravest first, of at most ``room`` bytes; where
    that is too little, the last line says how many are left out. Nothing where all is shown."""
    rest = sum(hidden(report).values())
    room -= len(_HEAD) + _LAST_LINE
    if not rest or room < 0:
        return
    yield _HEAD
    for item, text in _unshown(report):
        row = _row(item, text, options)
        room -= len(row.encode())
        if room < 0:
            yield f"\n{rest} more are in the step's log.\n"
            return
        yield row
        rest -= 1


def _unshown(report: Report) -> Iterator[tuple[Diagnostic, Text]]:
    for severity in sorted(hidden(report), reverse=True):
        of_level = (pair for pair in report.placed() if pair[0].severity is severity)
        yield from (pair for number, pair in enumerate(of_level) if number >= SHOWN)


def _row(item: Diagnostic, text: Text, options: Options) -> str:
    line = text.position(item.span.start).line
    path, message = _plain(options.repository_path(item.path)), _plain(sayable(item.message))
    rule = _plain(f"{item.name} ({item.code})")
    return f"| {path} | {line} | {item.severity} | {rule} | {message} |\n"


def _plain(text: str) -> str:
    """Words as they are, whatever Markdown and HTML would make of them, on one line."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", shown)
