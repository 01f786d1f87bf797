"""Configuration files and overrides, read and put in order: what is inherited comes first."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from notelint.disk import read_regular
from notelint.validation import Located, Location, load_toml, load_yaml, near_miss
from notelint.values import ConfigError, NotelintError, Place, ReadError, UsageError, replace

PRESETS = ("dictionary", "french", "german", "spanish")  # the first one is built in
_PRESETS = Path(__file__).parent / "presets"  # what the others say on top of it
LARGEST = 1_000_000  # bytes of a configuration
MOST_INHERITED = 10
_LONGEST_SHOWN = 80
TOML_NAME = "pyproject.toml"
TABLE: Location = ("tool", "notelint")


def file_layers(path: Path, seen: tuple[Path, ...] = ()) -> Iterator[Located]:
    """A file and all that it extends.

    Raises:
        ReadError: a file is missing or unreadable.
        ConfigError: it is no mapping, or extends itself.
    """
    resolved = Path(os.path.realpath(path))
    if resolved in seen:
        raise ConfigError("extends itself", "break the circle", Place(str(path)))
    if len(seen) >= MOST_INHERITED:
        problem = f"more than {MOST_INHERITED} files extend one another"
        raise ConfigError(problem, "put them into fewer files", Place(str(path)))
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
    read = load_yaml(name, value) if value.strip() else Located(name, None)
    keys = key.strip().split(".")
    data: Any = read.data
    for part in reversed(keys):
        data = {part: data}
    written = {(*keys, *location): text for location, text in read.written.items()}
    located = Located(name, data, written=written)
    yield from _inherited(located, ())
    yield located


def _inherited(located: Located, seen: tuple[Path, ...]) -> Iterator[Located]:
    inherited = located.data.get("extends", PRESETS[0])
    if inherited == PRESETS[0] or not isinstance(inherited, str):
        return
    base = preset_file(inherited) if inherited in PRESETS else located.folder / inherited
    if not os.path.exists(base):
        shown = inherited if len(inherited) <= _LONGEST_SHOWN else inherited[:_LONGEST_SHOWN] + "…"
        known = f"({', '.join(PRESETS)}){near_miss(inherited, PRESETS)}"
        problem = f"extends `{shown}`, neither a file nor a preset {known}"
        raise ConfigError(problem, "check the path", located.place(("extends",)))
    yield from file_layers(base, seen)


def preset_file(name: str) -> Path:
    """The file of a preset that is not the built-in one."""
    return _PRESETS / f"{name}.yaml"


def preset_in(path: Path) -> str | None:
    """The preset that a file is."""
    return path.stem if path.parent == _PRESETS else None


def read_file(path: Path) -> Located | None:
    """A configuration file; None where it is a TOML file without a table for notelint."""
    try:
        text = read_regular(path, LARGEST).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise ReadError("no such configuration", "check the path", Place(str(path))) from error
    except UnicodeDecodeError as error:
        problem = f"not UTF-8, at byte {error.start}"
        raise ReadError(problem, "--isolated goes without it", Place(str(path))) from error
    except OSError as error:
        problem = f"cannot read {path}: {error.strerror or error}"
        raise ReadError(problem, "--isolated goes without it") from error
    if path.name == TOML_NAME:
        return load_toml(str(path), text, TABLE)
    return load_yaml(str(path), text)


def has_table(path: Path) -> bool:
    """Whether a TOML file has a table for notelint, or is broken and speaks of notelint.

    Raises:
        OSError: it cannot be read.
    """
    content = read_regular(path, LARGEST)
    if b"notelint" not in content:
        return False
    try:
        return load_toml(str(path), content.decode("utf-8-sig"), TABLE) is not None
    except (NotelintError, UnicodeDecodeError):
        return True
