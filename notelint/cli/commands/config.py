"""``notelint config``: what a configuration and a pack may say."""

from __future__ import annotations

from notelint.cli.arguments import Parser
from notelint.cli.output import write_json
from notelint.config import shipped_rules


def run(given: list[str]) -> int:
    """Print the JSON schema of a configuration or of a pack."""
    options = parser().parse_args(given)
    from notelint.config import config_schema, pack_schema

    schema = pack_schema() if options.schema == "pack" else config_schema(shipped_rules())
    write_json(schema, indent=2)
    return 0


def parser() -> Parser:
    parser = Parser(
        prog="notelint config", description="What a configuration and a pack may say, for editors."
    )
    parser.add_argument(
        "--schema",
        nargs="?",
        const="configuration",
        choices=("configuration", "pack"),
        required=True,
        help="print the JSON schema of a configuration, or of a pack",
    )
    return parser
