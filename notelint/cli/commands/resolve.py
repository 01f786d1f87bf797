"""``notelint resolve``: where a link leads, and why."""

from __future__ import annotations

import os

from notelint.cli.arguments import Parser
from notelint.cli.exit_code import FOUND
from notelint.cli.output import say, warn, write_json
from notelint.cli.vault_options import root_of, vault_cache
from notelint.config import Options, load_settings
from notelint.disk import discover, existing
from notelint.notes import read_note
from notelint.run import opened
from notelint.values import Place, ReadError, UsageError
from notelint.vault import lines, read_link, trace


def run(given: list[str]) -> int:
    """Print every file that a link could mean, and the one that it reaches."""
    options = parser().parse_args(given)
    path = existing([options.note])[0]
    root = root_of(options.vault, path)
    settings = load_settings(root, Options())
    discovery = discover(root, [path], settings.respect_gitignore)
    warn([*settings.problems, *discovery.problems])
    if os.path.isdir(path) or not discovery.notes:
        raise UsageError(f"no note of the vault {root}", "name a note", Place(options.note))
    with vault_cache(root) as cache:
        vault = opened(discovery, settings, cache)
        vault.snapshot.keep_in(cache)
    [(name, file)] = vault.notes.items()
    if file.error is not None:
        raise ReadError(file.error)
    if file.size is not None:
        problem = f"{file.size:,} bytes, so its links are not read"
        raise ReadError(problem, "raise `max-note-size`", Place(options.note))
    if file.text is None:
        raise ReadError("not UTF-8, so its links are not read", place=Place(options.note))
    traced = trace(read_note(name, file.text), read_link(options.link), vault)
    if options.output_format == "json":
        write_json(traced)
    else:
        say(lines(traced))
    return 0 if traced["reaches"] and not traced["problems"] else FOUND


def parser() -> Parser:
    parser = Parser(prog="notelint resolve", description="Where a link leads, and why.")
    parser.add_argument("note", metavar="NOTE", help="the note that the link stands in")
    parser.add_argument("link", metavar="LINK", help="`[[target]]`, or only what is between")
    parser.add_argument("--vault", metavar="DIR", help="the vault's root, when it cannot be found")
    parser.add_argument("--output-format", choices=("full", "json"), default="full")
    return parser
