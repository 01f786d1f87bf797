"""``notelint sources``: which dictionaries the notes cite, and what is missing of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from notelint.cli.arguments import Parser, add_configuration, add_output_file, add_paths
from notelint.cli.exit_code import FAILED
from notelint.cli.output import warn, write
from notelint.cli.vault_options import configuration_of, root_of
from notelint.config.loader import load_settings
from notelint.disk.discovery import discover, existing
from notelint.report.sources import csv as sources_csv
from notelint.report.sources import full as sources_full
from notelint.report.sources import json as sources_json
from notelint.report.sources.reading import Reading
from notelint.run.runner import Run, Unread
from notelint.sources.citations import Citation, citations_in
from notelint.sources.counting import bibliography
from notelint.values.error import NotelintError

FORMATS: dict[str, Callable[[Reading], str]] = {
    "full": sources_full.text,
    "json": sources_json.text,
    "csv": sources_csv.text,
}


def run(given: list[str]) -> int:
    """Print what is cited, how often, and where it leads nowhere."""
    options = _parser().with_paths(given)
    paths = existing(options.paths or ["."])
    root = _one_root(options, paths)
    settings = load_settings(root, configuration_of(options))
    discovery = discover(root, paths, settings.respect_gitignore)
    warn(discovery.problems)
    if not discovery.notes:
        named = ", ".join(options.paths) or "this folder"
        warn([f"no note under {named}; nothing was counted"])
    reading = _read(Run(discovery, settings))
    warn(entry.reason + "; what it cites was not counted" for entry in reading.unread)
    write(FORMATS[options.format](reading), options.output_file)
    return FAILED if reading.unread else 0


def _one_root(options: argparse.Namespace, paths: Sequence[Path]) -> Path:
    roots = list(dict.fromkeys(root_of(options.vault, path) for path in paths))
    if len(roots) > 1:
        raise NotelintError(f"{roots[0]} and {roots[1]} are two vaults; name paths of one")
    return roots[0]


def _read(run: Run) -> Reading:
    vault = run.vault()
    unread: list[Unread] = []

    def citations() -> Iterator[Citation]:
        for note in run.notes():
            if isinstance(note, Unread):
                unread.append(note)
            else:
                yield from citations_in(note, vault)

    found = bibliography(citations(), vault)
    count = len(run.discovery.notes) - len(unread)
    return Reading(str(run.discovery.root), count, found, tuple(unread))


def _parser() -> Parser:
    parser = Parser(
        prog="notelint sources",
        description="Which dictionaries notes cite, how often, and which home pages are missing.",
        allow_abbrev=False,
    )
    add_paths(parser)
    parser.add_argument(
        "--format",
        "--output-format",
        choices=tuple(FORMATS),
        default="full",
        help="for people, for programs, for spreadsheets",
    )
    add_output_file(parser)
    add_configuration(parser)
    return parser
