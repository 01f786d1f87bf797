"""Where a command works: the vault that a path is in, and the configuration that is asked for."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from notelint.config.loader import Options, has_config
from notelint.disk.discovery import find_root
from notelint.values.error import NotelintError


def root_of(given: str | None, start: Path) -> Path:
    """The root of the vault that ``start`` is in: the folder ``--vault`` gave, or the one found.

    Raises:
        NotelintError: the folder that was given does not exist.
    """
    if given:
        root = Path(os.path.abspath(given))
        if not root.is_dir():
            raise NotelintError(f"--vault {given}: no such folder; check the path")
        return root
    return find_root(start if start.is_dir() else start.parent, has_config)


def configuration_of(options: argparse.Namespace) -> Options:
    """What ``--config`` and ``--isolated`` say.

    Raises:
        NotelintError: several files are named.
    """
    files = [value for value in options.config if "=" not in value or Path(value).exists()]
    if len(files) > 1:
        raise NotelintError(f"--config names {len(files)} files; name one, which may extend others")
    return Options(
        Path(files[0]) if files else None,
        options.isolated,
        tuple(value for value in options.config if value not in files),
    )
