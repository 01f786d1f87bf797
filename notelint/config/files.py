"""Configuration files and overrides, read and put in order: what is inherited comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from notelint.validation.located import Location, Marked, load_toml, load_yaml
from notelint.values.error import NotelintError

PRESETS = ("dictionary",)
TOML_NAME = "pyproject.toml"
TABLE: Location = ("tool", "notelint")


def file_layers(path: Path, seen: tuple[Path, ...] = ()) -> Iterator[Marked]:
    """A file and all that it extends.

    Raises:
        NotelintError: a file is missing, unreadable or no mapping, or it extends itself.
    """
    resolved = path.resolve()
    if resolved in seen:
        raise NotelintError(f"{path}: extends itself; break the circle")
    marked = read_file(path)
    if marked is None:
        raise NotelintError(f"{path}: has no table [tool.notelint]")
    if not isinstance(marked.data, Mapping):
        raise NotelintError(f"{path}: a configuration has keys, such as `ignore: [ligature]`")
    marked = replace(marked, folder=path.parent)
    yield from _inherited(marked, (*seen, resolved))
    yield marked


def override_layers(override: str) -> Iterator[Marked]:
    """``key=value`` as a configuration of one key; the key is dotted, the value is YAML."""
    name = f"--config {override!r}"
    key, equals, value = override.partition("=")
    if not equals or not key.strip():
        raise NotelintError(f"{name}: neither a file nor `key=value`")
    data: Any = load_yaml(name, value).data if value.strip() else None
    for part in reversed(key.strip().split(".")):
        data = {part: data}
    marked = Marked(name, data)
    yield from _inherited(marked, ())
    yield marked


def _inherited(marked: Marked, seen: tuple[Path, ...]) -> Iterator[Marked]:
    inherited = marked.data.get("extends", PRESETS[0])
    if inherited in PRESETS or not isinstance(inherited, str):
        return
    base = marked.folder / inherited
    if not base.is_file():
        place = marked.place(("extends",))
        known = ", ".join(PRESETS)
        raise NotelintError(
            f"{place}: extends `{inherited}`, neither a file nor a preset ({known})"
        )
    yield from file_layers(base, seen)


def read_file(path: Path) -> Marked | None:
    """A configuration file; None where it is a TOML file without a table for notelint."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise NotelintError(f"{path}: no such configuration; check the path") from error
    except (OSError, UnicodeDecodeError) as error:
        raise NotelintError(f"cannot read {path}: {error}; --isolated goes without it") from error
    if path.name == TOML_NAME:
        return load_toml(str(path), text, TABLE)
    return load_yaml(str(path), text)


def has_table(path: Path) -> bool:
    """Whether a TOML file has a table for notelint, or is broken and speaks of notelint."""
    try:
        return read_file(path) is not None
    except NotelintError:
        return b"notelint" in path.read_bytes()
