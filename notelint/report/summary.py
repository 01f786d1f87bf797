"""The last lines of a report for people: what was fixed where, what remains, what failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from notelint.lint import Result
from notelint.report.names import shown, shown_name
from notelint.report.results import Options, Report
from notelint.values import Applicability


def closing(report: Report, options: Options) -> Iterator[str]:
    """The closing lines of a report, where they are wanted."""
    if not options.is_quiet:
        yield from (f"{line}\n" for line in closing_lines(report, options.shows_fixes))


def closing_lines(report: Report, shows_fixes: bool = False) -> Iterator[str]:
    """The numbers of a run; none of a run without notes."""
    if not report.results:
        return
    yield from _fixed_notes(report, shows_fixes)
    yield from _counts(report)
    failed = sum(result.error is not None for result in report.results)
    if failed:
        yield f"{plural(failed, 'note')} left as it was: see the errors."


def _fixed_notes(report: Report, shows_fixes: bool) -> Iterator[str]:
    """A line for each fixed note, with the rules and how often each of them was fixed there; each
    kind of fix under it where that is asked for."""
    for result in report.results:
        if result.fixed:
            yield f"mended {shown_name(result.path)}: {_counted(result.fixed_by.items())}"
        if shows_fixes:
            yield from _fixes(result)
        if result.allowed:
            counts = Counter(item.name for item in result.allowed).items()
            yield f"allowed in {shown_name(result.path)}: {_counted(counts)}"


def _counted(rules: Iterable[tuple[str, int]]) -> str:
    return ", ".join(name if count == 1 else f"{count} × {name}" for name, count in rules)


def _fixes(result: Result) -> Iterator[str]:
    counts = Counter((item.name, item.code, item.fix.title) for item in result.fixed if item.fix)
    for (name, code, title), count in counts.items():
        times = "" if count == 1 else f"{count} × "
        yield f"  {times}{name} ({code}): {shown(title)}"


def _counts(report: Report) -> Iterator[str]:
    count, notes = report.found, len({r.path for r in report.results if r.has_findings})
    fixed = f"{plural(report.fixed, 'finding')} mended. " if report.fixed else ""
    if not count:
        yield f"{fixed}{plural(report.checked, 'note')} checked, nothing found."
        return
    found = f"{plural(count, 'finding')} in {plural(notes, 'note')}"
    yield f"{fixed}{found} of {len(report.results)}."
    yield from _fixable(report)


def _fixable(report: Report) -> Iterator[str]:
    """How many findings can be mended, and by what; ``--diff`` shows the edits before."""
    safe = report.fixable_by(Applicability.SAFE)
    unsafe = report.fixable_by(Applicability.UNSAFE) - safe
    if report.counted is Applicability.UNSAFE and safe + unsafe:
        yield f"{safe + unsafe} can be mended with --fix --unsafe-fixes."
        return
    if safe:
        yield f"{safe} can be mended with --fix."
    if unsafe:
        more = " more" if safe else ""
        yield f"{unsafe}{more} with --fix --unsafe-fixes; --diff --unsafe-fixes shows them first."


def plural(count: int, noun: str) -> str:
    """``1 note``, ``2 notes``."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
