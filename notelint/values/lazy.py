"""Faces of folders: the names that others use, each imported when it is first asked for.

A face costs nothing until then, so that checking one note does not load what only a configuration,
a pack or a report needs. Type checkers read the same names under ``TYPE_CHECKING``; a test holds
the two together.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # what checkers take it for; `typing` is only loaded where it is used

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType
    from typing import Any


def exports(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """A ``__getattr__`` for ``package``: ``homes`` has names, parted by blanks, by their module."""
    modules = {name: module for module, names in homes.items() for name in names.split()}

    def find(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home = modules[name]
        value = getattr(_module(package + home if home.startswith(".") else home), name)
        setattr(sys.modules[package], name, value)
        return value

    return find


def _module(name: str) -> ModuleType:
    """What ``importlib`` gives, which would have to be loaded itself."""
    __import__(name)
    return sys.modules[name]


def own_file(package: str, name: str) -> bytes:
    """A file that stands beside the modules of a package."""
    [place] = _module(package).__path__
    try:
        with open(f"{place}/{name}", "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        from pkgutil import get_data  # in a ZIP file

        return get_data(package, name) or b""


def modules_in(package: str) -> list[str]:
    """The names of the modules of a package, but for private ones."""
    [place] = _module(package).__path__
    if not os.path.isdir(place):  # in a ZIP file
        from pkgutil import iter_modules  # which loads `inspect`

        return sorted(module.name for module in iter_modules([place]))
    parted = (file.partition(".") for file in os.listdir(place))
    found = {name for name, _, ending in parted if ending in ("py", "pyc")}
    return sorted(name for name in found if not name.startswith("_"))
