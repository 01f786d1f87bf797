"""YAML and TOML with the line of every key, so that an error can name its place."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from notelint.values import ConfigError, Place

Location = tuple[str | int, ...]

MOST_NODES = 200_000  # with every alias written out


@dataclass(frozen=True)
class Located:
    """Data that was read from ``name``, and the line (from 1) of each of its keys and items.

    ``folder`` is where the paths in it start.
    """

    name: str
    data: Any
    lines: Mapping[Location, int] = field(default_factory=dict)
    folder: Path = Path()

    def place(self, location: Location) -> Place:
        """The place of a key, or of the nearest one around it that has a line."""
        for size in range(len(location), -1, -1):
            for known in (location[:size], _as_written(location[:size])):
                if known in self.lines:
                    return Place(self.name, self.lines[known])
        return Place(self.name)

    def error(self, location: Location, message: str, remedy: str = "") -> ConfigError:
        """What to raise for what is said at a key."""
        return ConfigError(message, remedy, self.place(location), dotted(location))


def _as_written(location: Location) -> Location:
    """A key that the file's reader took for a number, as text again."""
    return (*location[:-1], str(location[-1])) if location else location


def dotted(location: Location) -> str:
    """A key with those around it; a stranger's key may hold what a terminal obeys."""
    key = ".".join(map(str, location))
    return key if key.isprintable() else ascii(key)


def load_yaml(name: str, text: str) -> Located:
    """Read one YAML document.

    Raises:
        ConfigError: it is not YAML, has a key twice, or is made to exhaust whoever reads it;
            the message names the line.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node = loader.get_single_node()
        if node is not None and _weight(node, {}) > MOST_NODES:
            problem = f"more than {MOST_NODES:,} values, its aliases written out"
            raise ConfigError(problem, place=Place(name))
        lines = {} if node is None else _line_table(name, node)  # before merged keys are added
        data = None if node is None else loader.construct_document(node)
        return Located(name, {}) if data is None else Located(name, data, lines)
    except yaml.MarkedYAMLError as error:
        end = len(text.splitlines())
        line = min(error.problem_mark.line + 1, end) if error.problem_mark else 1
        problem = f"not YAML: {error.problem}"
        raise ConfigError(problem, "mend that line", Place(name, line)) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = f"not YAML: {str(error).splitlines()[0]}"
        raise ConfigError(problem, place=Place(name)) from error
    finally:
        loader.dispose()


def _weight(node: Any, known: dict[int, int]) -> int:
    """How many values there are in a node; one that holds itself is told of elsewhere."""
    if id(node) not in known:
        known[id(node)] = 1
        parts = [part for pair in node.value for part in pair] if node.id == "mapping" else []
        parts += node.value if node.id == "sequence" else []
        known[id(node)] = 1 + sum(_weight(part, known) for part in parts)
    return known[id(node)]


def _line_table(name: str, root: Any) -> dict[Location, int]:
    table: dict[Location, int] = {}
    for location, line, is_key in _lines(root, ()):
        if is_key and location in table:
            problem = f"stands in line {table[location]} already"
            raise ConfigError(problem, "keep one", Place(name, line), dotted(location))
        table.setdefault(location, line)  # of a key, where it has one
    return table


def _lines(node: Any, location: Location) -> Iterator[tuple[Location, int, bool]]:
    """The line of every key, and after it of its value."""
    yield location, node.start_mark.line + 1, False
    if node.id == "mapping":
        for key, value in node.value:
            inner = (*location, key.value if key.id == "scalar" else "?")
            yield inner, key.start_mark.line + 1, True
            yield from _lines(value, inner)
    elif node.id == "sequence":
        for index, value in enumerate(node.value):
            yield from _lines(value, (*location, index))


def load_toml(name: str, text: str, table: Location) -> Located | None:
    """Read one table of a TOML file; None where the file does not have it.

    Raises:
        ConfigError: it is not TOML; the message names the line.
    """
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"not TOML: {error}", place=Place(name)) from error
    for key in table:
        data = data.get(key) if isinstance(data, Mapping) else None
    return None if data is None else Located(name, data, dict(_toml_lines(text, table)))


def _toml_lines(text: str, table: Location) -> Iterator[tuple[Location, int]]:
    """The lines of headers and of plain ``key =`` lines; inline tables share their key's line."""
    current: Location = ()
    items: Counter[Location] = Counter()  # how often each [[array of tables]] was named
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*(\[+)\s*([^\]]+?)\s*\]+", line)
        key = re.match(r"\s*([\w.\"'-]+)\s*=", line)
        if header:
            current = _toml_key(header[2])
            if header[1] == "[[":
                items[current] += 1
                current = (*current, items[current] - 1)
            found = current
        elif key:
            found = (*current, *_toml_key(key[1]))
        else:
            continue
        if found[: len(table)] == table:
            yield found[len(table) :], number


def _toml_key(text: str) -> Location:
    parts = re.findall(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)", text)
    return tuple(next(part for part in groups if part) for groups in parts if any(groups))
