"""``notelint tree``: how a note is read."""

from __future__ import annotations

from pathlib import Path

from notelint.cli.arguments import Parser
from notelint.cli.output import say, write_json
from notelint.disk import read
from notelint.report import as_object, lines
from notelint.values import Place, ReadError


def run(given: list[str]) -> int:
    """Print the tree of a note."""
    options = parser().parse_args(given)
    from notelint.markdown import parse

    file = read(Path(options.note))
    if file.size is not None:
        raise ReadError(f"{file.size:,} bytes, too many to be parsed", place=Place(options.note))
    if file.text is None:
        problem = f"byte {file.bad_byte} is not UTF-8, so it has no tree"
        raise ReadError(problem, place=Place(options.note))
    root = parse(file.text.content).root
    if options.output_format == "json":
        write_json(as_object(root))
    else:
        say(lines(root))
    return 0


def parser() -> Parser:
    parser = Parser(prog="notelint tree", description="How notelint reads a note.")
    parser.add_argument("note", metavar="NOTE", help="the note to read")
    parser.add_argument("--output-format", choices=("full", "json"), default="full")
    return parser
