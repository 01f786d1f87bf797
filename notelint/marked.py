"""YAML and TOML with the line of every key, so that an error can name its place."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from notelint.error import NotelintError

Location = tuple[str | int, ...]


@dataclass(frozen=True)
class Marked:
    """Data that was read from ``name``, and the line (from 1) of each of its keys and items."""

    name: str
    data: Any
    lines: Mapping[Location, int] = field(default_factory=dict)

    def place(self, location: Location) -> str:
        """``file:line`` of a key, or of the nearest one around it that has a line."""
        for size in range(len(location), -1, -1):
            if location[:size] in self.lines:
                return f"{self.name}:{self.lines[location[:size]]}"
        return self.name


def load_yaml(name: str, text: str) -> Marked:
    """Read one YAML document.

    Raises:
        NotelintError: it is not YAML; the message names the line.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node = loader.get_single_node()
        data = None if node is None else loader.construct_document(node)
        return Marked(name, {}) if data is None else Marked(name, data, dict(_lines(node, ())))
    except yaml.MarkedYAMLError as error:
        end = len(text.splitlines())
        line = min(error.problem_mark.line + 1, end) if error.problem_mark else 1
        raise NotelintError(f"{name}:{line}: not YAML: {error.problem}; mend that line") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise NotelintError(f"{name}: not YAML: {str(error).splitlines()[0]}") from error
    finally:
        loader.dispose()


def _lines(node: Any, location: Location) -> Iterator[tuple[Location, int]]:
    yield location, node.start_mark.line + 1
    if node.id == "mapping":
        for key, value in node.value:
            inner = (*location, key.value)
            yield from _lines(value, inner)
            yield inner, key.start_mark.line + 1
    elif node.id == "sequence":
        for index, value in enumerate(node.value):
            yield from _lines(value, (*location, index))


def load_toml(name: str, text: str, table: Location) -> Marked | None:
    """Read one table of a TOML file; None where the file does not have it.

    Raises:
        NotelintError: it is not TOML; the message names the line.
    """
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotelintError(f"{name}: not TOML: {error}") from error
    for key in table:
        data = data.get(key) if isinstance(data, Mapping) else None
    return None if data is None else Marked(name, data, dict(_toml_lines(text, table)))


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
