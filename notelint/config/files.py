"""Configuration files and overrides, read and put in order: what is inherited comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from notelint.validation import Located, Location, load_toml, load_yaml
from notelint.values import ConfigError, NotelintError, Place, ReadError, UsageError

PRESETS = ("dictionary",)
TOML_NAME = "pyproject.toml"
TABLE: Location = ("tool", "notelint")


def file_layers(path: Path, seen: tuple[Path, ...] = ()) -> Iterator[Located]:
    """A file and all that it extends.

    Raises:
        ReadError: a file is missing or unreadable.
        ConfigError: it is no mapping, or extends itself.
    """
    resolved = path.resolve()
    if resolved in seen:
        raise ConfigError("extends itself", "break the circle", Place(str(path)))
    located = read_file(path)
    if located is None:
        raise ConfigError("has no table [tool.notelint]", place=Place(str(path)))
    if not isinstance(located.data, Mapping):
        problem = "a configuration has keys, such as `ignore: [ligature]`"
        raise ConfigError(problem, place=Place(str(path)))
    located = replace(located, folder=path.parent)
    yield from _inherited(located, (*seen, resolved))
    yield located


def override_layers(override: str) -> Iterator[Located]:
    """``key=value`` as a configuration of one key; the key is dotted, the value is YAML."""
    name = f"--config {override!r}"
    key, equals, value = override.partition("=")
    if not equals or not key.strip():
        raise UsageError("neither a file nor `key=value`", place=Place(name))
    data: Any = load_yaml(name, value).data if value.strip() else None
    for part in reversed(key.strip().split(".")):
        data = {part: data}
    located = Located(name, data)
    yield from _inherited(located, ())
    yield located


def _inherited(located: Located, seen: tuple[Path, ...]) -> Iterator[Located]:
    inherited = located.data.get("extends", PRESETS[0])
    if inherited in PRESETS or not isinstance(inherited, str):
        return
    base = located.folder / inherited
    if not base.is_file():
        problem = f"extends `{inherited}`, neither a file nor a preset ({', '.join(PRESETS)})"
        raise ConfigError(problem, place=located.place(("extends",)))
    yield from file_layers(base, seen)


def read_file(path: Path) -> Located | None:
    """A configuration file; None where it is a TOML file without a table for notelint."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ReadError("no such configuration", "check the path", Place(str(path))) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"cannot read {path}: {error}", "--isolated goes without it") from error
    if path.name == TOML_NAME:
        return load_toml(str(path), text, TABLE)
    return load_yaml(str(path), text)


def has_table(path: Path) -> bool:
    """Whether a TOML file has a table for notelint, or is broken and speaks of notelint."""
    try:
        return read_file(path) is not None
    except NotelintError:
        return b"notelint" in path.read_bytes()
