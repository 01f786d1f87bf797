"""``notelint check``: the default command."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.cli.checking import applied, changes_notes, checked, counted, listing_of
from notelint.cli.exit_code import FAILED, FOUND
from notelint.cli.output import warn, write_bytes
from notelint.cli.plain_arguments import plain_options
from notelint.cli.recording import Recording, recording
from notelint.cli.report_output import STEP_SUMMARY, print_report, refuse_what_is_no_report
from notelint.cli.settings_options import settings_of
from notelint.cli.vault_options import cache_of, root_of
from notelint.cli.vaults import NamedVault, named_vaults
from notelint.disk import NoteFile, discover, existing
from notelint.report import Report, plural
from notelint.run import are_some_of_many, nothing_known, opened
from notelint.values import Place, Severity, UsageError

if TYPE_CHECKING:
    import argparse

    from notelint.cli.arguments import Parser
    from notelint.lint import Result
    from notelint.run import BaselineUse, OpenVault


def parser() -> Parser:
    from notelint.cli.arguments import check_parser

    return check_parser()


def run(given: list[str]) -> int:
    """Check notes, fix them if asked for, and report."""
    options = plain_options(given) or parser().with_paths(given)
    refuse_what_is_no_report(options)
    if options.watch:
        from notelint.cli.watched_check import watch_vaults

        return watch_vaults(options, _check)
    if "-" in options.paths or options.stdin_filename:
        return _check_stdin(options)
    if not _can_be_told_again(options):
        return _check(options)
    with recording(given) as record:
        return _check(options, record)


def _can_be_told_again(options: argparse.Namespace) -> bool:
    """Whether all that a run does is to tell what the files hold."""
    is_apart = options.baseline or options.verbose or options.no_cache or options.show_files
    goes_elsewhere = options.output_file or os.environ.get(STEP_SUMMARY)
    return not (is_apart or goes_elsewhere or changes_notes(options))


def _check(options: argparse.Namespace, record: Recording | None = None) -> int:
    vaults = named_vaults(
        options.vault,
        existing(options.paths or ["."]),
        partial(settings_of, options),
        partial(listing_of, options),
    )
    if options.since is not None:
        vaults = [vault.since(options.since) for vault in vaults]
    if options.show_files or options.show_settings:
        from notelint.cli.foretelling import show_files, show_settings

        return (show_files if options.show_files else show_settings)(options, vaults)
    baseline = _baseline(options)
    done = checked(options, vaults, baseline)
    report = Report(str(done.top), done.results, counted(options), done.rules)
    _warn_of_baseline(options, baseline, done.files)
    print_report(report, options)
    code = FAILED if done.unchecked else _exit_code(report, options)
    if record and code != FAILED and all(map(_is_worth_recording, vaults)):
        record.roots, record.code = [vault.discovery.root for vault in vaults], code
    return code


def _is_worth_recording(vault: NamedVault) -> bool:
    """Whether a run may tell again what this one tells: nothing of the vault was out of reach, and
    to write down the state of all notes costs less than to check these."""
    found, settings, _ = vault
    is_whole = not found.problems and not settings.problems
    return is_whole and not are_some_of_many(len(found.notes), len(found.files))


def _baseline(options: argparse.Namespace) -> BaselineUse | None:
    if not options.baseline:
        return None
    from notelint.run import BaselineUse, read_baseline

    return BaselineUse(read_baseline(options.baseline))


def _warn_of_baseline(
    options: argparse.Namespace, baseline: BaselineUse | None, files: Collection[str]
) -> None:
    """Say how many findings are left out, and how many entries have outlived theirs."""
    if baseline is None:
        return
    left_out, stale = plural(baseline.left_out, "finding"), len(baseline.stale(files))
    remedy = f"; `notelint baseline --prune {options.baseline}` drops what is stale"
    entries = f"{stale} stale {'entry' if stale == 1 else 'entries'}"
    warn([f"{options.baseline}: {left_out} left out, {entries}{remedy if stale else ''}"])


def _check_stdin(options: argparse.Namespace) -> int:
    path = _path_of_stdin(options)
    root = root_of(options.vault, path)
    settings = settings_of(options, root)
    discovery = discover(root, [], settings.respect_gitignore)
    warn(settings.problems)
    if not path.is_relative_to(root):
        raise UsageError(f"{options.stdin_filename} is outside the vault {root}")
    if sys.stdin is None:
        raise UsageError("standard input is closed", place=Place("path `-`"))
    from notelint.disk import ListedNames

    file = NoteFile(sys.stdin.buffer.read())
    name = ListedNames(root, discovery.files).of(path.relative_to(root).as_posix())
    results, baseline = [], _baseline(options)
    if not settings.leaves_out(name, name):
        with cache_of(options, root) as cache:
            vault = opened(discovery, settings, cache)
            vault.snapshot.keep_in(cache)
        results = [_treated(options, vault, name, file, baseline)]
    _warn_of_baseline(options, baseline, discovery.files)
    report = Report(str(root), results, counted(options), settings.catalogue)
    is_mended = changes_notes(options) and not options.diff
    if is_mended:
        mended = (result.after.content.encode("utf-8") for result in results if result.was_parsed)
        write_bytes(next(mended, file.content))
    print_report(report, options, to_stderr=is_mended)
    return _exit_code(report, options)


def _path_of_stdin(options: argparse.Namespace) -> Path:
    """Where the note would be that standard input holds."""
    if options.since is not None:
        raise UsageError("--since compares notes on disk, and standard input is none", "give one")
    if options.paths != ["-"] or not options.stdin_filename:
        raise UsageError("path `-` goes alone, and needs --stdin-filename NAME")
    return Path(os.path.abspath(options.stdin_filename))


def _treated(
    options: argparse.Namespace,
    vault: OpenVault,
    name: str,
    file: NoteFile,
    baseline: BaselineUse | None,
) -> Result:
    """What comes of a note that is on no disk."""
    from notelint.run import Treatment, treat

    sift = baseline.of_vault(vault.settings) if baseline else nothing_known
    result = sift(treat(vault, name, file, applied(options)))
    return Treatment(vault.settings).allowing(result, vault, sift) if options.add_allow else result


def _exit_code(report: Report, options: argparse.Namespace) -> int:
    if any(result.complaints for result in report.results):
        return FAILED
    is_changed = any(result.is_changed for result in report.results)
    if options.diff:
        return FOUND if is_changed else 0
    if options.exit_non_zero_on_fix and is_changed:
        return FOUND
    return FOUND if _is_failing(report, options.fail_on) else 0


def _is_failing(report: Report, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    return any(kind.severity >= Severity[fail_on.upper()] for kind in report.tally)
