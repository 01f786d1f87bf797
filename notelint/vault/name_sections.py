"""The names of a vault's files, as an earlier run kept what links look them up by."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from notelint.vault.deferred import Deferred
from notelint.vault.kept_mapping import KeptMapping
from notelint.vault.layered import Layered
from notelint.vault.names import FileNames, folder_sizes

_BETWEEN = "//"  # paths; none has an empty name in it


def kept_names(
    files: tuple[str, ...], unlisted: frozenset[str], section: Callable[[], bytes | None]
) -> FileNames:
    """The names of some files, in order, of which a section of the cache has the keys."""
    by_key = KeptMapping(section, _paths, lambda: FileNames.of(files).by_key)
    folders = Deferred(lambda: folder_sizes(files))
    names = FileNames(Layered(by_key), Layered(folders), unlisted)
    vars(names)["files"] = files
    return names


def records_of_names(names: FileNames) -> Iterator[tuple[str, str]]:
    """The keys of the names, as they are kept."""
    return ((key, _BETWEEN.join(paths)) for key, paths in names.by_key.items())


def _paths(text: str) -> tuple[str, ...]:
    if not text:
        raise ValueError("no paths")
    return tuple(text.split(_BETWEEN))
