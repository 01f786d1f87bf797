"""``notelint sources``: which dictionaries the notes cite, and what is missing of them."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.cli.arguments import Parser, add_cache, add_configuration, add_output_file, add_paths
from notelint.cli.exit_code import FAILED
from notelint.cli.output import warn, write
from notelint.cli.whole_vault import read_in, whole_vault
from notelint.report import SourcesReport, Unread, rendered_sources, renewal_of, sources_formats
from notelint.run import OpenVault
from notelint.sources import Citation, citations_in, count_citations


def run(given: list[str]) -> int:
    """Print what is cited, how often, and where it leads nowhere."""
    options = parser().with_paths(given)
    with whole_vault(options, "counted") as whole:
        report = _report(whole.vault)
    warn(entry.reason + "; what it cites was not counted" for entry in report.unread)
    write(rendered_sources(report, options.format), options.output_file)
    return FAILED if report.unread or whole.unchecked else 0


def _report(vault: OpenVault) -> SourcesReport:
    left: list[Unread] = []

    def citations() -> Iterator[Citation]:
        for path in vault.notes:
            note = read_in(vault, path)
            if isinstance(note, Unread):
                left.append(note)
            else:
                yield from citations_in(note, vault)

    found = count_citations(citations(), vault)
    read = len(vault.notes) - len(left)
    renewals = tuple(renewal_of(older, vault.names) for older in found.older)
    return SourcesReport(str(vault.root), read, found, tuple(left), renewals)


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
    add_cache(parser)
    return parser
