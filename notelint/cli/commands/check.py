"""``notelint check``: the default command."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

from notelint.authoring import Rule
from notelint.cli.arguments import check_parser
from notelint.cli.exit_code import FAILED, FOUND
from notelint.cli.output import say, warn, write_bytes
from notelint.cli.report_output import print_report, refuse_what_is_no_report
from notelint.cli.settings_options import settings_of
from notelint.cli.vault_options import root_of, vault_cache
from notelint.cli.vaults import named_vaults, shared_folder
from notelint.config import Settings
from notelint.disk import NO_CACHE, Cache, Discovery, NoteFile, discover, existing
from notelint.lint import Result
from notelint.report import Report, plural
from notelint.run import Runner, Treatment, opened, processes_for, treat
from notelint.undo import NoteWriter
from notelint.values import Applicability, Place, Severity, UsageError


def run(given: list[str]) -> int:
    """Check notes, fix them if asked for, and report."""
    options = check_parser().with_paths(given)
    refuse_what_is_no_report(options)
    if "-" in options.paths or options.stdin_filename:
        return _check_stdin(options)
    vaults = named_vaults(
        options.vault, existing(options.paths or ["."]), partial(settings_of, options)
    )
    top = shared_folder(vaults)
    results: list[Result] = []
    unchecked: list[str] = []
    rules: dict[str, type[Rule]] = {}
    for discovery, settings in vaults:
        prefix = "" if discovery.root == top else discovery.root.relative_to(top).as_posix() + "/"
        unchecked += discovery.unchecked
        warn([*settings.problems, *discovery.problems, *discovery.unchecked])
        if options.verbose:
            warn([_overview(discovery)])
        if options.show_files:
            say(prefix + note for note in discovery.notes)
        else:
            rules |= settings.catalogue
            found = _results(options, discovery, settings)
            results += (result.under(prefix) for result in found)
    if options.show_files:
        return FAILED if unchecked else 0
    if not results:
        warn([f"no note under {', '.join(options.paths) or 'this folder'}; nothing was checked"])
    report = Report(str(top), results, _counted(options), rules)
    if options.verbose:
        warn([f"{plural(report.checked, 'note')} of {len(results)} parsed and checked"])
    print_report(report, options)
    return FAILED if unchecked else _exit_code(report, options)


def _overview(discovery: Discovery) -> str:
    notes, files = len(discovery.notes), len(discovery.files)
    return (
        f"the vault {discovery.root} has {plural(files, 'file')}; {plural(notes, 'note')} to check"
    )


def _results(
    options: argparse.Namespace, discovery: Discovery, settings: Settings
) -> Iterator[Result]:
    """What becomes of the notes of one vault. Nothing is read before other runs are kept out."""
    with _writer(options, discovery) as writer, _cache(options, discovery.root) as cache:
        if discovery.notes:
            vault = opened(discovery, settings, cache)
            processes = processes_for(len(vault.notes), options.processes)
            treatment = Treatment(settings, _applied(options))
            yield from Runner(vault, treatment, writer, processes).results()


def _check_stdin(options: argparse.Namespace) -> int:
    if options.paths != ["-"] or not options.stdin_filename:
        raise UsageError("path `-` goes alone, and needs --stdin-filename NAME")
    path = Path(os.path.abspath(options.stdin_filename))
    root = root_of(options.vault, path)
    settings = settings_of(options, root)
    discovery = discover(root, [], settings.respect_gitignore)
    warn(settings.problems)
    if not path.is_relative_to(root):
        raise UsageError(f"{options.stdin_filename} is outside the vault {root}")
    if sys.stdin is None:
        raise UsageError("standard input is closed", place=Place("path `-`"))
    file, name = NoteFile(sys.stdin.buffer.read()), path.relative_to(root).as_posix()
    results = []
    if not settings.leaves_out(name, name):
        with _cache(options, root) as cache:
            vault = opened(discovery, settings, cache)
        results = [treat(vault, name, file, _applied(options))]
    report = Report(str(root), results, _counted(options), settings.catalogue)
    if _applied(options) is None or options.diff:
        print_report(report, options)
    else:
        mended = (result.after.content.encode("utf-8") for result in results if result.was_parsed)
        write_bytes(next(mended, file.content))
        print_report(report, options, to_stderr=True)
    return _exit_code(report, options)


def _cache(options: argparse.Namespace, root: Path) -> AbstractContextManager[Cache]:
    if options.no_cache:
        return nullcontext(NO_CACHE)
    return vault_cache(root, options.cache_dir)


def _writer(
    options: argparse.Namespace, discovery: Discovery
) -> AbstractContextManager[NoteWriter | None]:
    """What writes notes, where the run writes at all; only then it waits for other runs."""
    if _applied(options) is None or options.diff:
        return nullcontext()
    from notelint.undo import open_note_writer

    root, files = discovery.root, discovery.files
    return open_note_writer(root, files, time.time(), lambda text: warn([text]))


def _applied(options: argparse.Namespace) -> Applicability | None:
    """The least safe fixes that are applied; None where none are."""
    return _counted(options) if options.fix or options.diff else None


def _counted(options: argparse.Namespace) -> Applicability:
    """The least safe fixes that count as fixable."""
    return Applicability.UNSAFE if options.unsafe_fixes else Applicability.SAFE


def _exit_code(report: Report, options: argparse.Namespace) -> int:
    if any(result.complaints for result in report.results):
        return FAILED
    if options.diff:
        return FOUND if report.fixed else 0
    if options.exit_non_zero_on_fix and report.fixed:
        return FOUND
    return FOUND if _is_failing(report, options.fail_on) else 0


def _is_failing(report: Report, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    return any(item.severity >= Severity[fail_on.upper()] for item in report.findings)
