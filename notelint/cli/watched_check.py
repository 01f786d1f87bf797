"""A check that is done again whenever something has changed that it looks at."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.cli.exit_code import INTERRUPTED
from notelint.cli.output import clear, flush, warn
from notelint.cli.vault_options import configuration_of, root_of
from notelint.config import configuration_files
from notelint.disk import existing, shown_path
from notelint.values import NotelintError, UsageError

if TYPE_CHECKING:
    from notelint.cli.watching import Watched

_MOST_NAMED = 3  # files that have changed

Check = Callable[[argparse.Namespace], int]


def watch_vaults(options: argparse.Namespace, check: Check) -> int:
    """Check, and check again after each change, until somebody interrupts.

    Raises:
        UsageError: another option has no meaning beside that, or the library is missing.
    """
    _refuse_what_cannot_be_repeated(options)
    from notelint.cli.watching import watch

    try:
        watch(partial(_plan, options), partial(_check_again, options, check))
    except KeyboardInterrupt:
        flush()
    return INTERRUPTED


def _refuse_what_cannot_be_repeated(options: argparse.Namespace) -> None:
    if options.fix or options.add_allow:
        name = "--fix" if options.fix else "--add-allow"
        raise UsageError(f"--watch checks, and {name} writes notes", "do one after the other")
    if options.output_file:
        raise UsageError("--watch shows one report after the other, and -o keeps one", "drop -o")
    if "-" in options.paths or options.stdin_filename:
        raise UsageError("--watch waits for files, and standard input is none", "name a folder")
    if options.show_files or options.show_settings:
        name = "--show-files" if options.show_files else "--show-settings"
        raise UsageError(f"{name} lists and stops, and --watch goes on", "drop one of them")


def _plan(options: argparse.Namespace) -> Watched:
    """What to watch: the vaults around all paths, and what configures them."""
    from notelint.cli.watching import Watched

    paths = existing(options.paths or ["."])
    folders = (path if os.path.isdir(path) else path.parent for path in paths)
    roots = dict.fromkeys(root_of(options.vault, folder) for folder in folders)
    asked = configuration_of(options)
    files = {
        Path(os.path.abspath(file)) for root in roots for file in configuration_files(root, asked)
    }
    files |= {Path(os.path.abspath(options.baseline))} if options.baseline else set()
    unheard = (Path(os.path.abspath(options.cache_dir)),) if options.cache_dir else ()
    return Watched(tuple(roots), frozenset(files), unheard)


def _check_again(options: argparse.Namespace, check: Check, changed: tuple[Path, ...]) -> None:
    """One check; what is wrong with a configuration may be mended by the next change of it."""
    clear()
    try:
        check(options)
    except (NotelintError, OSError) as error:
        if not changed:
            raise
        warn([str(error)])
    flush()
    told = ", ".join(map(shown_path, changed[:_MOST_NAMED]))
    more = f" and {len(changed) - _MOST_NAMED} more" if len(changed) > _MOST_NAMED else ""
    warn([f"{told}{more} changed; watching on" if changed else "watching; ctrl-c ends it"])
