"""The command line: arguments in, characters and an exit code out."""

from notelint.cli.main import main

__all__ = ["main"]
