"""Where a command works: the vault that a path is in, and the configuration that is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.config import Options, has_config
from notelint.disk import NO_CACHE, Cache, cache_file, find_root
from notelint.values import Place, UsageError

if TYPE_CHECKING:
    import argparse


def root_of(given: str | None, start: Path) -> Path:
    """The root of the vault that ``start`` is in: the folder ``--vault`` gave, or the one found.

    Raises:
        UsageError: the folder that was given does not exist.
    """
    if given:
        root = Path(os.path.abspath(given))
        if not os.path.isdir(root):
            raise UsageError("no such folder", "check the path", Place(f"--vault {given}"))
        return root
    return find_root(start if os.path.isdir(start) else start.parent, has_config)


def configuration_of(options: argparse.Namespace) -> Options:
    """What ``--config`` and ``--isolated`` say.

    Raises:
        UsageError: several files are named.
    """
    files = [value for value in options.config if "=" not in value or os.path.exists(value)]
    if len(files) > 1:
        raise UsageError(f"--config names {len(files)} files", "name one, which may extend others")
    return Options(
        Path(files[0]) if files else None,
        options.isolated,
        tuple(value for value in options.config if value not in files),
    )


@contextmanager
def vault_cache(root: Path, folder: str | None = None) -> Iterator[Cache]:
    """The cache of a vault, in ``folder`` or in the user's."""
    cache = Cache(lambda: cache_file(root, Path(folder) if folder else None))
    try:
        yield cache
    finally:
        cache.close()


def cache_of(options: argparse.Namespace, root: Path) -> AbstractContextManager[Cache]:
    """The cache of a vault, or none where none is wanted."""
    if options.no_cache:
        return nullcontext(NO_CACHE)
    return vault_cache(root, options.cache_dir)
