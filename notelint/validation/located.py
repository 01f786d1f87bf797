"""YAML and TOML with the line of every key, so that an error can name its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notelint.validation.location import MOST_NESTED, Location, dotted
from notelint.values import ConfigError, Place, dataclass, field

if TYPE_CHECKING:
    from notelint.validation.toml_statements import Statement

MOST_NODES = 200_000  # with every alias written out


@dataclass(frozen=True)
class Located:
    """Data that was read from ``name``, and the line (from 1) of each of its keys and items.

    ``written`` are its plain values as they stand there, where that is known; ``folder`` is where
    the paths in it start.
    """

    name: str
    data: Any
    lines: Mapping[Location, int] = field(default_factory=dict)
    folder: Path = Path()
    written: Mapping[Location, str] = field(default_factory=dict)

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


def load_yaml(name: str, text: str) -> Located:
    """Read one YAML document.

    Raises:
        ConfigError: it is not YAML, has a key twice, or is made to exhaust whoever reads it;
            the message names the line.
    """
    import yaml

    from notelint.validation.yaml_values import loader_class, too_deep_at

    deep = too_deep_at(text, loader_class())
    if deep is not None:
        raise ConfigError(_TOO_DEEP, "make it flatter", Place(name, deep + 1))
    loader = loader_class()(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return Located(name, {})
        _see_that_it_ends(name, node)
        lines = _line_table(name, node)  # before merged keys are added
        written = dict(_written(node, ()))
        data = loader.construct_document(node)
        return Located(name, {}) if data is None else Located(name, data, lines, written=written)
    except yaml.MarkedYAMLError as error:
        end = len(text.splitlines())
        line = min(error.problem_mark.line + 1, end) if error.problem_mark else 1
        problem = f"not YAML: {error.problem}"
        raise ConfigError(problem, "mend that line", Place(name, line)) from error
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        problem = f"not YAML: {str(error).splitlines()[0]}"
        raise ConfigError(problem, "mend it, or go without it", Place(name)) from error
    finally:
        loader.dispose()


_TOO_DEEP = f"nested more than {MOST_NESTED} deep"


def _see_that_it_ends(name: str, node: Any) -> None:
    """Refuse values that hold themselves, and too many of them."""
    try:
        weight = _weight(node, {})
    except RecursionError as error:
        problem = "holds itself through an alias (`*`), or nests too deeply"
        raise ConfigError(problem, "write it out", Place(name)) from error
    if weight > MOST_NODES:
        problem = f"more than {MOST_NODES:,} values, its aliases written out"
        raise ConfigError(problem, "write less", Place(name))


def _weight(node: Any, known: dict[int, int | None]) -> int:
    """How many values there are in a node, its aliases written out."""
    if id(node) in known:
        size = known[id(node)]
        if size is None:
            raise RecursionError
        return size
    known[id(node)] = None
    parts = [part for pair in node.value for part in pair] if node.id == "mapping" else []
    parts += node.value if node.id == "sequence" else []
    size = 1 + sum(_weight(part, known) for part in parts)
    known[id(node)] = size
    return size


def _line_table(name: str, root: Any) -> dict[Location, int]:
    table: dict[Location, int] = {}
    for location, line, is_key in _lines(root, ()):
        if is_key and location in table:
            problem = f"stands in line {table[location]} already"
            raise ConfigError(problem, "keep one", Place(name, line), dotted(location))
        table.setdefault(location, line)  # of a key, where it has one
    return table


def _written(node: Any, location: Location) -> Iterator[tuple[Location, str]]:
    """The plain values of a node, as they stand there."""
    if node.id == "scalar":
        yield location, node.value
    elif node.id == "mapping":
        for key, value in node.value:
            if key.id == "scalar":
                yield from _written(value, (*location, key.value))
    else:
        for index, value in enumerate(node.value):
            yield from _written(value, (*location, index))


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
    """Read one table of a TOML file, whatever else is in it; None where the file does not have it.

    Raises:
        ConfigError: the table is not TOML, or is made to exhaust whoever reads it; the message
            names the line.
    """
    import tomllib  # only loaded for TOML

    from notelint.validation.toml_statements import statements

    text = text.replace("\r\n", "\n")
    own = [item for item in statements(text) if _concerns(name, text, item, table)]
    deep = next((item for item in own if item.depth > MOST_NESTED), None)
    if deep is not None:
        raise ConfigError(_TOO_DEEP, "make it flatter", Place(name, deep.line))
    try:
        data: Any = tomllib.loads("".join(_in_their_lines(text, own)))
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(name, str(error)) from error
    except ValueError as error:
        raise _no_toml(name, _too_long_a_number(text, own) or str(error)) from error
    for key in table:
        data = data.get(key) if isinstance(data, Mapping) else None
    lines = {item.key[len(table) :]: item.line for item in own if _is_in(item.key, table)}
    return None if data is None else Located(name, data, lines)


def _concerns(name: str, text: str, item: Statement, table: Location) -> bool:
    """Whether a statement has a part of a table.

    Raises:
        ConfigError: it never ends, and speaks of the table.
    """
    if _is_in(item.key, table) or table[: len(item.key)] == item.key:
        return True
    if not item.is_closed and f"[{'.'.join(map(str, table))}" in text[item.start : item.end]:
        raise ConfigError("not TOML: the value never ends", "close it", Place(name, item.line))
    return False


def _is_in(key: Location, table: Location) -> bool:
    return key[: len(table)] == table


def _in_their_lines(text: str, own: list[Statement]) -> Iterator[str]:
    """Statements where they stood, and nothing in the place of all others."""
    line = 1
    for item in own:
        source = text[item.start : item.end]
        yield "\n" * (item.line - line) + source
        line = item.line + source.count("\n")


def _no_toml(name: str, problem: str) -> ConfigError:
    at = re.search(r" \(at line (\d+), column \d+\)", problem)
    line = int(at[1]) if at else None
    words = problem.replace(at[0], "") if at else problem
    return ConfigError(f"not TOML: {words}", "mend it", Place(name, line))


def _too_long_a_number(text: str, own: list[Statement]) -> str:
    for item in own:
        if re.search(r"[\d_]{400}", text[item.start : item.end]):
            return f"a number with too many digits (at line {item.line}, column 1)"
    return ""
