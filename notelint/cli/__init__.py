"""The command line: arguments in, characters and an exit code out."""

from notelint.values.lazy import TYPE_CHECKING, exports

if TYPE_CHECKING:
    from notelint.cli.main import main
else:
    __getattr__ = exports(__name__, {".main": "main"})
