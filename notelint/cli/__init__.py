"""The command line: arguments in, characters and an exit code out."""

from notelint.values.lazy import TYPE_CHECKING, exports

if TYPE_CHECKING:
    from notelint.cli.program import main
else:
    __getattr__ = exports(__name__, {".program": "main"})
