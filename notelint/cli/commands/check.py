"""``notelint check``: the default command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.cli.arguments import Parser, check_parser
from notelint.cli.checking import (
    applied,
    cache_of,
    changes_notes,
    checked,
    counted,
    prefix_of,
    vault_of,
    warn_of,
)
from notelint.cli.exit_code import FAILED, FOUND
from notelint.cli.output import say, warn, write, write_bytes
from notelint.cli.recording import Recording, recording
from notelint.cli.report_output import STEP_SUMMARY, print_report, refuse_what_is_no_report
from notelint.cli.settings_options import asked_for, settings_of
from notelint.cli.vault_options import root_of
from notelint.cli.vaults import NamedVault, named_vaults, shared_folder
from notelint.config import origins_of
from notelint.disk import NoteFile, discover, existing
from notelint.report import Report, plural
from notelint.run import are_some_of_many, nothing_known, opened
from notelint.values import Place, Severity, UsageError

if TYPE_CHECKING:
    from notelint.run import BaselineUse


def parser() -> Parser:
    return check_parser()


def run(given: list[str]) -> int:
    """Check notes, fix them if asked for, and report."""
    options = parser().with_paths(given)
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
        options.vault, existing(options.paths or ["."]), partial(settings_of, options)
    )
    if options.since is not None:
        vaults = [vault.since(options.since) for vault in vaults]
    if options.show_files:
        return _show_files(options, vaults)
    if options.show_settings:
        return _show_settings(options, vaults)
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


def _show_files(options: argparse.Namespace, vaults: Sequence[NamedVault]) -> int:
    top = shared_folder(vaults)
    for vault in vaults:
        warn_of(options, vault)
        prefix = prefix_of(vault.discovery, top)
        say(prefix + note for note in _chosen(options, vault))
    return FAILED if any(vault.discovery.unchecked for vault in vaults) else 0


def _chosen(options: argparse.Namespace, vault: NamedVault) -> Iterable[str]:
    """The notes that would be checked, which are read only where that hangs on what they hold."""
    if vault.base is None:
        return vault.discovery.notes
    with cache_of(options, vault.discovery.root) as cache:
        return vault_of(options, vault, cache).notes


def _show_settings(options: argparse.Namespace, vaults: Sequence[NamedVault]) -> int:
    from notelint.survey import Proposal, configuration_text

    for discovery, settings, _ in vaults:
        warn(settings.problems)
        told = origins_of(discovery.root, asked_for(options), settings)
        head = f"the settings of {discovery.root}, each with where it is from"
        write([configuration_text([head], (Proposal(*item) for item in told))], None)
    return 0


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
    from notelint.run import Treatment, treat

    if options.since is not None:
        raise UsageError("--since compares notes on disk, and standard input is none", "give one")
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
    results, baseline = [], _baseline(options)
    if not settings.leaves_out(name, name):
        with cache_of(options, root) as cache:
            vault = opened(discovery, settings, cache)
            vault.snapshot.keep_in(cache)
        sift = baseline.of_vault(settings) if baseline else nothing_known
        result = sift(treat(vault, name, file, applied(options)))
        if options.add_allow:
            result = Treatment(settings).allowing(result, vault, sift)
        results = [result]
    _warn_of_baseline(options, baseline, discovery.files)
    report = Report(str(root), results, counted(options), settings.catalogue)
    if not changes_notes(options) or options.diff:
        print_report(report, options)
    else:
        mended = (result.after.content.encode("utf-8") for result in results if result.was_parsed)
        write_bytes(next(mended, file.content))
        print_report(report, options, to_stderr=True)
    return _exit_code(report, options)


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
