"""``notelint check``: the default command."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from notelint.cli.arguments import check_parser
from notelint.cli.exit_code import FAILED, FOUND
from notelint.cli.output import warn, write
from notelint.cli.vault_options import configuration_of, root_of
from notelint.config.loader import load_settings
from notelint.config.settings import Settings
from notelint.disk.cache import Cache, cache_file
from notelint.disk.discovery import Discovery, discover, existing
from notelint.report.findings import concise, diff, full, json
from notelint.report.findings.summary import Results
from notelint.run.result import Outcome
from notelint.run.runner import Run, check_text
from notelint.undo.change import Put
from notelint.values.diagnostic import Applicability, Severity
from notelint.values.error import NotelintError


def run(given: list[str]) -> int:
    """Check notes, mend them if asked for, and report."""
    options = check_parser().with_paths(given)
    if "-" in options.paths or options.stdin_filename:
        return _check_stdin(options)
    vaults = _by_vault(options, existing(options.paths or ["."]))
    top = Path(os.path.commonpath(vaults))
    outcomes: list[Outcome] = []
    for root, paths in vaults.items():
        prefix = "" if root == top else root.relative_to(top).as_posix() + "/"
        settings = _settings(options, root)
        discovery = discover(root, paths, settings.respect_gitignore)
        warn(discovery.problems)
        if options.show_files:
            print("".join(f"{prefix}{note}\n" for note in discovery.notes), end="")
            continue
        with _cache(options, root) as cache, _store(options, discovery) as put:
            treatment = Run(discovery, settings, _least(options), put, cache.keep)
            outcomes += (outcome.under(prefix) for outcome in treatment.outcomes())
    if options.show_files:
        return 0
    if not outcomes:
        warn([f"no note under {', '.join(options.paths) or 'this folder'}; nothing was checked"])
    results = Results(str(top), outcomes)
    _report(results, options)
    return _exit_code(results, options)


def _by_vault(options: argparse.Namespace, paths: Sequence[Path]) -> dict[Path, list[Path]]:
    """The named paths by the vault that each is in, in whatever order they were named."""
    vaults: dict[Path, list[Path]] = {}
    roots: dict[Path, Path] = {}
    for path in paths:
        folder = path if path.is_dir() else path.parent
        if folder not in roots:
            roots[folder] = root_of(options.vault, folder)
        vaults.setdefault(roots[folder], []).append(path)
    return vaults


def _check_stdin(options: argparse.Namespace) -> int:
    if options.paths != ["-"] or not options.stdin_filename:
        raise NotelintError("path `-` goes alone, and needs --stdin-filename NAME")
    path = Path(os.path.abspath(options.stdin_filename))
    root = root_of(options.vault, path)
    settings = _settings(options, root)
    files = discover(root, [], settings.respect_gitignore)
    if not path.is_relative_to(root):
        raise NotelintError(f"{options.stdin_filename} is outside the vault {root}")
    name = path.relative_to(root).as_posix()
    if sys.stdin is None:
        raise NotelintError("path `-`: standard input is closed")
    content = sys.stdin.buffer.read()
    run = Run(Discovery(root, (*files.files, name), (name,)), settings, _least(options))
    outcome = check_text(run, name, content)
    results = Results(str(root), [outcome])
    if run.least is None or options.diff:
        _report(results, options)
    else:
        mended = outcome.after.content.encode("utf-8") if outcome.was_parsed else content
        sys.stdout.buffer.write(mended)
        _report(results, options, to_stderr=True)
    return _exit_code(results, options)


@contextmanager
def _cache(options: argparse.Namespace, root: Path) -> Iterator[Cache]:
    """The vault's cache, written in the end, whatever happens."""
    folder = Path(options.cache_dir) if options.cache_dir else None
    cache = Cache(root, lambda: None if options.no_cache else cache_file(root, folder))
    try:
        yield cache
    finally:
        cache.close()


def _store(options: argparse.Namespace, discovery: Discovery) -> AbstractContextManager[Put | None]:
    """What writes notes, where the run writes at all; only then it waits for other runs."""
    if _least(options) is None or options.diff:
        return nullcontext()
    from notelint.undo.note_writer import store  # and no other run pays for it

    return store(discovery.root, discovery.files, time.time(), lambda text: warn([text]))


def _settings(options: argparse.Namespace, root: Path) -> Settings:
    asked = replace(
        configuration_of(options),
        select=_split(options.select),
        ignore=_split(options.ignore),
        extend_select=_split(options.extend_select),
    )
    return load_settings(root, asked)


def _split(values: Sequence[str]) -> tuple[str, ...]:
    parts = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    if values and not parts:
        raise NotelintError("an empty list of rules; name rules, codes or ALL")
    return parts


def _least(options: argparse.Namespace) -> Applicability | None:
    """The least safe fixes that are applied; None where none are."""
    if options.unsafe_fixes:
        return Applicability.UNSAFE
    return Applicability.SAFE if options.fix or options.diff else None


def _report(results: Results, options: argparse.Namespace, to_stderr: bool = False) -> None:
    warn(complaint for outcome in results.outcomes for complaint in outcome.complaints)
    if options.diff:
        report = "".join(diff.pieces(results, _repository_prefix(results)))
        write(report, options.output_file, to_stderr)
        return
    if options.quiet and not results.remaining and options.output_format != "json":
        return
    report = "".join(line + "\n" for line in _lines(results, options, to_stderr))
    write(report, options.output_file, to_stderr)


def _lines(results: Results, options: argparse.Namespace, to_stderr: bool) -> Iterator[str]:
    stream = sys.stderr if to_stderr else sys.stdout
    is_terminal = stream.isatty() and not options.output_file
    chosen = options.output_format or ("full" if is_terminal else "concise")
    if chosen == "json":
        return json.lines(results)
    if chosen == "concise":
        return concise.lines(results)
    by_itself = is_terminal and "NO_COLOR" not in os.environ
    is_coloured = options.color == "always" or (options.color == "auto" and by_itself)
    return full.lines(results, full.Style(is_coloured))


def _repository_prefix(results: Results) -> str:
    """The path from the git repository's root to the vault, as ``git apply`` wants it."""
    root = Path(results.vault)
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    inside = root.relative_to(top).as_posix()
    return "" if inside == "." else inside + "/"


def _exit_code(results: Results, options: argparse.Namespace) -> int:
    if any(outcome.complaints for outcome in results.outcomes):
        return FAILED
    if options.diff:
        return FOUND if any(outcome.fixed for outcome in results.outcomes) else 0
    if options.exit_non_zero_on_fix and results.fixed:
        return FOUND
    return FOUND if _is_failing(results.outcomes, options.fail_on) else 0


def _is_failing(outcomes: Iterable[Outcome], fail_on: str) -> bool:
    if fail_on == "never":
        return False
    least = Severity[fail_on.upper()]
    return any(item.severity >= least for outcome in outcomes for item in outcome.remaining)
