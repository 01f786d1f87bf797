"""``notelint clean``: without what is kept of a vault between runs."""

from __future__ import annotations

from pathlib import Path

from notelint.cli.arguments import Parser
from notelint.cli.output import say
from notelint.cli.replay import RECORDED
from notelint.cli.vault_options import root_of
from notelint.disk import cache_file, settings_file
from notelint.report import plural
from notelint.values import WriteError


def run(given: list[str]) -> int:
    """Delete the vault's cache, and the recorded runs of whatever vault. Records stay: they can be
    undone, and a cache is made anew."""
    options = parser().parse_args(given)
    root = root_of(options.vault, Path.cwd())
    folder = Path(options.cache_dir) if options.cache_dir else None
    file = cache_file(root, folder)
    recorded = sum(map(_is_deleted, file.parent.glob(f"*{RECORDED}")))
    kept = filter(_is_deleted, (settings_file(root, folder), file))
    told = [f"{path} deleted" for path in kept]
    if recorded:
        told.append(f"{file.parent}: {plural(recorded, 'recorded run')} deleted")
    say(told or [f"nothing is kept of {root}"])
    return 0


def _is_deleted(file: Path) -> bool:
    """Delete a file; False where there is none.

    Raises:
        WriteError: it cannot be deleted.
    """
    try:
        file.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise WriteError(
            f"cannot delete the cache {file}: {error.strerror}", "check its permissions"
        ) from error
    return True


def parser() -> Parser:
    parser = Parser(
        prog="notelint clean",
        description="Delete the vault's cache, and the runs that were recorded beside it; what"
        " `notelint undo` needs is left alone.",
    )
    parser.add_argument("--vault", metavar="DIR", help="the vault's root, when it cannot be found")
    parser.add_argument("--cache-dir", metavar="DIR", help="where the cache was kept")
    return parser
