"""The configurations of other linters in a vault, read."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from notelint.disk import read_regular
from notelint.survey.neighbours import markdownlint, mdsmith, obsidian, rumdl
from notelint.survey.neighbours.neighbour import Neighbour
from notelint.validation import load_toml, load_yaml
from notelint.values import NamedTuple, NotelintError, lazy_pattern

_LARGEST = 1_000_000  # bytes
_STRING = r'("(?:[^"\\]|\\.)*+(?:"|\Z))'  # keeps what looks like a comment
_COMMENT = lazy_pattern(rf"{_STRING}|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)", re.S)
_LAST_COMMA = lazy_pattern(rf"{_STRING}|,(?=\s*+[}}\]])", re.S)

Read = Callable[[str, Any], Neighbour]
_RULES, _COMMAND = markdownlint.rules_file, markdownlint.command_file
_PLUGINS = ".obsidian/plugins"

FILES: dict[str, Read] = {
    ".markdownlint.json": _RULES,
    ".markdownlint.jsonc": _RULES,
    ".markdownlint.yaml": _RULES,
    ".markdownlint.yml": _RULES,
    ".markdownlintrc": _RULES,
    ".markdownlint-cli2.jsonc": _COMMAND,
    ".markdownlint-cli2.yaml": _COMMAND,
    ".markdownlintignore": markdownlint.ignore_file,
    ".rumdl.toml": rumdl.configuration,
    "rumdl.toml": rumdl.configuration,
    "pyproject.toml": rumdl.configuration,
    ".mdsmith.yml": mdsmith.configuration,
    ".obsidian/templates.json": obsidian.templates,
    f"{_PLUGINS}/templater-obsidian/data.json": obsidian.templates,
    f"{_PLUGINS}/obsidian-linter/data.json": obsidian.linter,
}


class Neighbourhood(NamedTuple):
    """``problems`` say which configurations could not be read."""

    neighbours: tuple[Neighbour, ...] = ()
    problems: tuple[str, ...] = ()


def read_neighbours(root: Path) -> Neighbourhood:
    """What other linters are told in the vault at ``root``."""
    found: list[Neighbour] = []
    problems: list[str] = []
    for file, read in FILES.items():
        try:
            found += _read(root, file, read)
        except FileNotFoundError:
            continue
        except (OSError, ValueError, RecursionError, NotelintError) as error:
            why = error.strerror if isinstance(error, OSError) else str(error).splitlines()[0]
            problems.append(f"{file}: not read ({why}); nothing is taken from it")
    return Neighbourhood(tuple(found), tuple(problems))


def _read(root: Path, file: str, read: Read) -> Iterator[Neighbour]:
    if not Path(os.path.realpath(root / file)).is_relative_to(os.path.realpath(root)):
        raise ValueError("a link out of the vault")
    text = read_regular(root / file, _LARGEST).decode("utf-8-sig")
    if file.endswith(".toml"):
        table = ("tool", "rumdl") if file == "pyproject.toml" else ()
        located = load_toml(file, text, table)
        if located is not None:
            yield read(file, located.data)
    elif file.endswith((".yaml", ".yml")):
        yield read(file, load_yaml(file, text).data)
    elif file.endswith("ignore"):
        yield read(file, text)
    else:
        yield read(file, json.loads(_plain_json(text)))


def _plain_json(text: str) -> str:
    """JSON without the comments and the last commas that people add to it."""
    for extra in (_COMMENT, _LAST_COMMA):
        text = extra.sub(lambda match: match[1] or "", text)
    return text
