"""``notelint clean``: without what is kept of a vault between runs."""

from __future__ import annotations

from pathlib import Path

from notelint.cli.arguments import Parser
from notelint.cli.output import say
from notelint.cli.replay import RECORDED
from notelint.cli.vault_options import root_of
from notelint.disk import cache_file, settings_file
from notelint.values import WriteError


def run(given: list[str]) -> int:
    """Delete the vault's cache. Records stay: they can be undone, and a cache is made anew."""
    options = parser().parse_args(given)
    root = root_of(options.vault, Path.cwd())
    folder = Path(options.cache_dir) if options.cache_dir else None
    file = cache_file(root, folder)
    try:
        for recording in file.parent.glob(f"*{RECORDED}"):  # whatever command it is of
            recording.unlink(missing_ok=True)
        settings_file(root, folder).unlink(missing_ok=True)
        file.unlink()
    except FileNotFoundError:
        say([f"nothing is kept of {root}"])
    except OSError as error:
        raise WriteError(
            f"cannot delete the cache {file}: {error.strerror}", "check its permissions"
        ) from error
    else:
        say([f"{file} deleted"])
    return 0


def parser() -> Parser:
    parser = Parser(
        prog="notelint clean",
        description="Delete the vault's cache; what `notelint undo` needs is left alone.",
    )
    parser.add_argument("--vault", metavar="DIR", help="the vault's root, when it cannot be found")
    parser.add_argument("--cache-dir", metavar="DIR", help="where the cache was kept")
    return parser
