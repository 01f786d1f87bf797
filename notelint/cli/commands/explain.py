"""``notelint explain``: a rule in words."""

from __future__ import annotations

from pathlib import Path

from notelint.cli.arguments import Parser, add_configuration
from notelint.cli.output import say, warn, write_json
from notelint.cli.vault_options import configuration_of, root_of
from notelint.config import load_settings, select
from notelint.report import explain, overview, rules_as_data
from notelint.values import Place


def run(given: list[str]) -> int:
    """Print the page of a rule, or a line for each, those of the vault's own packs included."""
    options = parser().parse_args(given)
    root = root_of(options.vault, Path.cwd())
    settings = load_settings(root, configuration_of(options))
    warn(settings.problems)
    catalogue = settings.catalogue
    is_overview = options.all or not options.rule
    names = set(catalogue) if is_overview else select(catalogue, [options.rule], Place("explain"))
    rules = [catalogue[name] for name in catalogue if name in names]
    if options.output_format == "json":
        write_json(rules_as_data(rules), indent=1)
    elif is_overview:
        say(overview(catalogue))
    else:
        say("\n".join(map(explain, rules)).splitlines())
    return 0


def parser() -> Parser:
    parser = Parser(
        prog="notelint explain", description="What a rule finds, why, and what mends it."
    )
    parser.add_argument("rule", nargs="?", metavar="RULE", help="its name or its code")
    parser.add_argument("--all", action="store_true", help="a line for each rule")
    parser.add_argument(
        "--output-format", choices=("full", "json"), default="full", help="for people, or programs"
    )
    add_configuration(parser)
    return parser
