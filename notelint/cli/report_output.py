"""The report of a check: in which format it is told, with which options, and where."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.cli.output import append, is_terminal, warn, write
from notelint.disk import repository_of
from notelint.report import Options, Report, remarks, rendered, rendered_diff, rendered_statistics
from notelint.values import UsageError

if TYPE_CHECKING:
    import argparse

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"  # names the file where a step of GitHub Actions may say more

_JSON = ("json", "jsonl")
_COUNTED = (None, "full", "concise", "grouped", *_JSON)


def refuse_what_is_no_report(options: argparse.Namespace) -> None:
    """Hold the options of a report against each other, before anything is done.

    Raises:
        UsageError: the report that they ask for is none.
    """
    if options.statistics and options.output_format not in _COUNTED:
        raise UsageError(
            f"--statistics has no form for {options.output_format}", "ask for json, or for text"
        )
    if options.statistics and options.diff:
        raise UsageError("--statistics counts findings, and --diff tells none", "ask for one")


def print_report(report: Report, options: argparse.Namespace, to_stderr: bool = False) -> None:
    """Say what went wrong on stderr, and tell the report or the diff that was asked for."""
    warn(
        said
        for result in report.results
        for said in (*result.complaints, *map(str, result.left_out))
    )
    on_terminal = is_terminal(to_stderr) and not options.output_file
    given = _report_options(options, report, on_terminal)
    if options.diff:
        write(rendered_diff(report, given), options.output_file, to_stderr)
        return
    chosen = options.output_format or ("full" if on_terminal else "concise")
    if options.statistics:
        told = rendered_statistics(report, given, is_json=chosen in _JSON)
        write(told, options.output_file, to_stderr)
        return
    warn(remarks(report, chosen))
    is_coloured = given.is_coloured and chosen == "full"
    write(rendered(report, chosen, given), options.output_file, to_stderr, is_coloured)
    if chosen == "github" and given.has_step_summary:
        _summarize_step(report, given, os.environ[STEP_SUMMARY])


def _report_options(options: argparse.Namespace, report: Report, on_terminal: bool) -> Options:
    return Options(
        is_coloured=_is_coloured(options, on_terminal),
        repository_prefix=_repository_prefix(Path(report.vault)),
        is_quiet=options.quiet,
        shows_fixes=options.show_fixes,
        has_step_summary=bool(os.environ.get(STEP_SUMMARY)),
    )


def _summarize_step(report: Report, options: Options, file: str) -> None:
    """What GitHub does not show goes where the step's summary is; others may have written there."""
    from notelint.report import MOST_OF_SUMMARY, step_summary

    there = os.path.getsize(file) if os.path.exists(file) else 0
    append(step_summary(report, options, MOST_OF_SUMMARY - there), file)


def _is_coloured(options: argparse.Namespace, on_terminal: bool) -> bool:
    by_itself = on_terminal and "NO_COLOR" not in os.environ
    return options.color == "always" or (options.color == "auto" and by_itself)


def _repository_prefix(root: Path) -> str:
    """The path from the git repository's root to the vault, as ``git apply`` wants it."""
    inside = root.relative_to(repository_of(root) or root).as_posix()
    return "" if inside == "." else inside + "/"
