"""``notelint worklist``: what to write next."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial

from notelint.cli.arguments import (
    Parser,
    add_cache,
    add_configuration,
    add_output_file,
    add_paths,
    add_processes,
)
from notelint.cli.exit_code import FAILED
from notelint.cli.history_file import read_history
from notelint.cli.output import warn, write
from notelint.cli.whole_vault import days_in, read_in, rule_for, whole_vault
from notelint.report import Unread, WorklistReport, rendered_worklist, worklist_formats
from notelint.run import OpenVault, in_order, processes_for
from notelint.worklist import NoteWork, work_in, worklist_of


def run(given: list[str]) -> int:
    """Print which Syntheses and which notes are to be written, the most wanted first."""
    options = parser().with_paths(given)
    history = read_history(options.history) if options.history else ()
    last = history[-1] if history else None
    with whole_vault(options, "looked at", options.processes) as whole:
        vault = whole.vault
        outcomes = list(_outcomes(vault, options.processes))
    left = [outcome for outcome in outcomes if isinstance(outcome, Unread)]
    warn(entry.reason + "; it was not looked at" for entry in left)
    works = (outcome for outcome in outcomes if isinstance(outcome, NoteWork))
    found = worklist_of(works, days_in(vault))
    report = WorklistReport(str(vault.root), found, options.most, last)
    write(rendered_worklist(report, options.format), options.output_file)
    return FAILED if left or whole.unchecked else 0


def _outcomes(vault: OpenVault, processes: int | None) -> Iterator[NoteWork | Unread]:
    paths = tuple(vault.notes)
    return in_order(partial(_outcome, vault), paths, processes_for(len(paths), processes))


def _outcome(vault: OpenVault, path: str) -> NoteWork | Unread:
    note = read_in(vault, path)
    copied = rule_for(path, "copied-synthesis", vault)
    return note if isinstance(note, Unread) else work_in(note, vault, copied)


def parser() -> Parser:
    parser = Parser(
        prog="notelint worklist",
        description="What to write next: Syntheses that are empty or copied, and notes that others"
        " link to and nobody has written, the most linked ones first.",
    )
    add_paths(parser)
    parser.add_argument("-n", dest="most", type=_number, metavar="N", help="N items in all")
    parser.add_argument(
        "--format",
        "--output-format",
        choices=worklist_formats(),
        default="full",
        help="for people, for programs, for spreadsheets",
    )
    parser.add_argument(
        "--history",
        metavar="FILE",
        help="tell what changed since the last run of `notelint report` that is in this file",
    )
    add_output_file(parser)
    add_configuration(parser)
    add_cache(parser)
    add_processes(parser)
    return parser


def _number(written: str) -> int:
    if not written.isdecimal() or not 1 <= len(written) <= 9:
        raise argparse.ArgumentTypeError(f"a number, not {written!r}")
    return int(written)
