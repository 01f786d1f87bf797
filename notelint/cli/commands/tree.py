"""``notelint tree``: how a note is read."""

from __future__ import annotations

import json
from pathlib import Path

from notelint.cli.arguments import Parser
from notelint.disk.source import read
from notelint.markdown import parse
from notelint.report.tree import as_object, lines
from notelint.values.error import NotelintError


def run(given: list[str]) -> int:
    """Print the tree of a note."""
    options = _parser().parse_args(given)
    source = read(Path(options.note))
    if source.text is None:
        raise NotelintError(
            f"{options.note}: byte {source.bad_byte} is not UTF-8, so it has no tree"
        )
    root = parse(source.text.content).root
    if options.output_format == "json":
        print(json.dumps(as_object(root), ensure_ascii=False))
    else:
        print("\n".join(lines(root)))
    return 0


def _parser() -> Parser:
    parser = Parser(prog="notelint tree", description="How notelint reads a note.")
    parser.add_argument("note", metavar="NOTE")
    parser.add_argument("--output-format", choices=("full", "json"), default="full")
    return parser
