"""``notelint sources``: which dictionaries the notes cite, and what is missing of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from notelint.cli.arguments import Parser, add_configuration, add_output_file, add_paths
from notelint.cli.exit_code import FAILED
from notelint.cli.output import warn, write
from notelint.cli.vault_options import configuration_of, root_of, vault_cache
from notelint.config import load_settings
from notelint.disk import discover, existing
from notelint.notes import Note
from notelint.report import SourcesReport, Unread, rendered_sources, sources_formats
from notelint.run import OpenVault, Treatment, opened
from notelint.sources import Citation, citations_in, count_citations
from notelint.values import UsageError


def run(given: list[str]) -> int:
    """Print what is cited, how often, and where it leads nowhere."""
    options = parser().with_paths(given)
    paths = existing(options.paths or ["."])
    root = _one_root(options, paths)
    settings = load_settings(root, configuration_of(options))
    discovery = discover(root, paths, settings.respect_gitignore, settings.leaves_out)
    others = (f"{name} is a vault of its own; it was not counted" for name in discovery.vaults)
    warn([*settings.problems, *discovery.problems, *others, *discovery.unchecked])
    if not discovery.notes:
        named = ", ".join(options.paths) or "this folder"
        warn([f"no note under {named}; nothing was counted"])
    with vault_cache(root) as cache:
        vault = opened(discovery, settings, cache)
        vault.snapshot.keep_in(cache)
    report = _report(vault)
    warn(entry.reason + "; what it cites was not counted" for entry in report.unread)
    write(rendered_sources(report, options.format), options.output_file)
    return FAILED if report.unread or discovery.unchecked else 0


def _one_root(options: argparse.Namespace, paths: Sequence[Path]) -> Path:
    roots = list(dict.fromkeys(root_of(options.vault, path) for path in paths))
    if len(roots) > 1:
        raise UsageError(f"{roots[0]} and {roots[1]} are two vaults", "name paths of one")
    return roots[0]


def _report(vault: OpenVault) -> SourcesReport:
    treatment = Treatment(vault.settings)
    unread: list[Unread] = []

    def citations() -> Iterator[Citation]:
        for path, file in vault.notes.items():
            note = treatment.read_file(path, file)
            if isinstance(note, Note) and note.is_parsed:
                yield from citations_in(note, vault)
            else:
                unread.append(Unread(path, _why_unread(path, note)))

    found = count_citations(citations(), vault)
    return SourcesReport(str(vault.root), len(vault.notes) - len(unread), found, tuple(unread))


def _why_unread(path: str, note: Note | str) -> str:
    if isinstance(note, str):
        return note
    if note.facts.bad_byte is not None:
        return f"{path}: byte {note.facts.bad_byte} is not UTF-8"
    return f"{path}: {note.facts.limits[0].reason}"


def parser() -> Parser:
    parser = Parser(
        prog="notelint sources",
        description="Which dictionaries notes cite, how often, and which home pages are missing.",
    )
    add_paths(parser)
    parser.add_argument(
        "--format",
        "--output-format",
        choices=sources_formats(),
        default="full",
        help="for people, for programs, for spreadsheets",
    )
    add_output_file(parser)
    add_configuration(parser)
    return parser
