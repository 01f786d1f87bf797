"""A disk as macOS and Windows have it: one file whatever the case of its letters, and on macOS
whatever their normal form; what it tells of names is as they were given once."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_OF_ONE_NAME = (
    *("stat", "lstat", "open", "scandir", "listdir", "unlink", "remove", "chmod", "chown"),
    *("readlink", "access", "mkdir", "rmdir", "utime", "listxattr"),
)
_OF_TWO = ("replace", "rename")


def fold_names(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every name under ``root`` be found however it is written."""

    def one(call: Callable[..., Any]) -> Callable[..., Any]:
        return lambda path=".", *rest, **given: call(_as_it_is(root, path), *rest, **given)

    def two(call: Callable[..., Any]) -> Callable[..., Any]:
        return lambda old, new: call(_as_it_is(root, old), _as_it_is(root, new))

    for names, folding in ((_OF_ONE_NAME, one), (_OF_TWO, two)):
        for name in names:
            monkeypatch.setattr(os, name, folding(getattr(os, name)))


def _as_it_is(root: Path, path: Any) -> Any:
    if isinstance(path, int | bytes) or not str(os.path.abspath(path)).startswith(f"{root}/"):
        return path
    found = str(root)
    for part in Path(os.path.abspath(path)).relative_to(root).parts:
        found = f"{found}/{_entry(found, part)}"
    return found


def _entry(folder: str, name: str) -> str:
    try:
        names = _listed(folder)
    except OSError:
        return name
    same = [entry for entry in names if _key(entry) == _key(name)]
    return name if name in same or not same else same[0]


_listed = os.listdir  # the real one


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
