"""Faces of folders: the names that others use, each imported when it is first asked for.

A face costs nothing until then, so that checking one note does not load what only a configuration,
a pack or a report needs. Type checkers read the same names under ``TYPE_CHECKING``; a test holds
the two together.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # what checkers take it for; `typing` is only loaded where it is used

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def exports(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """A ``__getattr__`` for ``package``: ``homes`` has names, parted by blanks, by their module."""
    modules = {name: module for module, names in homes.items() for name in names.split()}

    def find(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home = modules[name]
        module = package + home if home.startswith(".") else home
        __import__(module)
        value = getattr(sys.modules[module], name)
        setattr(sys.modules[package], name, value)
        return value

    return find
