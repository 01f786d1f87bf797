"""``notelint report``: a page for people."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial

from notelint.cli.arguments import Parser, add_cache, add_configuration, add_paths, add_processes
from notelint.cli.exit_code import FAILED
from notelint.cli.history_file import append_entry, read_history
from notelint.cli.output import warn, write
from notelint.cli.whole_vault import WholeVault, days_in, read_in, rule_for, whole_vault
from notelint.disk import NO_CACHE
from notelint.lint import Result
from notelint.report import (
    Entry,
    NoteOnPage,
    PageReport,
    Report,
    SourcesReport,
    Unread,
    look_at,
    rendered_page,
)
from notelint.run import Checks, OpenVault, Treatment, in_order, processes_for
from notelint.sources import count_citations
from notelint.values import UsageError
from notelint.worklist import worklist_of


def run(given: list[str]) -> int:
    """Write the page of a vault."""
    options = parser().with_paths(given)
    if not options.output_file:
        raise UsageError("a report needs a file to be written to", "name one: `-o report.html`")
    if options.history and _is_one_file(options.history, options.output_file):
        raise UsageError("the page would take the place of the history", "name two files")
    history = read_history(options.history) if options.history else ()
    with whole_vault(options, "looked at", options.processes) as whole:
        vault = whole.vault
        processes = processes_for(len(vault.notes), options.processes)
        results = _checked(whole, processes)
        page = _page(vault, results, _looked_at(vault, processes), history)
    warn(complaint for result in results for complaint in result.complaints)
    write(rendered_page(page), options.output_file)
    if options.history:
        append_entry(page.entry, options.history)
    return FAILED if whole.unchecked else 0


def _is_one_file(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _checked(whole: WholeVault, processes: int) -> list[Result]:
    """What ``check`` finds, kept for its next run."""
    treatment, is_kept = Treatment(whole.vault.settings), whole.cache is not NO_CACHE
    checks = Checks(whole.vault, treatment, processes, is_kept)
    results = list(checks.results())
    checks.keep_in(whole.cache)
    return results


def _looked_at(vault: OpenVault, processes: int) -> dict[str, NoteOnPage]:
    """What else the page tells of the notes that could be parsed."""
    paths = tuple(vault.notes)
    found = zip(paths, in_order(partial(_look, vault), paths, processes), strict=True)
    return {path: note for path, note in found if note is not None}


def _look(vault: OpenVault, path: str) -> NoteOnPage | None:
    note = read_in(vault, path)
    copied = rule_for(path, "copied-synthesis", vault)
    return None if isinstance(note, Unread) else look_at(note, vault, copied)


def _page(
    vault: OpenVault,
    results: Sequence[Result],
    notes: Mapping[str, NoteOnPage],
    history: Sequence[Entry],
) -> PageReport:
    citations = (cited for note in notes.values() for cited in note.citations)
    works = (note.work for note in notes.values())
    return PageReport(
        name=vault.root.name,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        findings=Report(str(vault.root), results, rules=vault.settings.catalogue),
        notes=notes,
        sources=SourcesReport(str(vault.root), len(notes), count_citations(citations, vault)),
        worklist=worklist_of(works, days_in(vault)),
        history=history,
    )


def parser() -> Parser:
    parser = Parser(
        prog="notelint report",
        description="One page of HTML for people: what is found by rule, folder and dictionary,"
        " what to write next, broken links, sources. It asks nothing of any other machine.",
    )
    add_paths(parser)
    parser.add_argument("-o", "--output-file", metavar="FILE", help="where the page goes")
    parser.add_argument(
        "--history",
        metavar="FILE",
        help="add a line of counts to this file, and tell how they changed",
    )
    add_configuration(parser)
    add_cache(parser)
    add_processes(parser)
    return parser
