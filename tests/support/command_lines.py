"""The command lines of notelint that somebody is told to type, or that a pipeline runs."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from notelint.cli.program import COMMANDS

_ENDS = {"|", "||", "&&", ";", ">", ">>", "2>/dev/null"}
_NAMES = {"notelint", "$NOTELINT"}
_STANDS_FOR = {  # where a page leaves it to its reader, or to an array of jobs
    "SHELL": "bash",
    "N": "1",
    "$SLURM_ARRAY_TASK_ID/50": "7/50",
}


def texts_in(value: Any) -> Iterator[str]:
    """All texts of a YAML document, wherever they stand."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts_in(item)


def command_lines(text: str) -> Iterator[list[str]]:
    """The words behind the name of each notelint that a script runs."""
    for line in text.replace("\\\n", " ").splitlines():
        words = _words(line)
        for index, word in enumerate(words):
            is_first = index == 0 or words[index - 1] in _ENDS
            if word in _NAMES and is_first:
                rest = words[index + 1 :]
                end = next((i for i, word in enumerate(rest) if word in _ENDS), len(rest))
                yield rest[:end]


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line, comments=True)
    except ValueError:
        return []


def parse(words: list[str]) -> None:
    """Parse the words as notelint does; what it does not know is an error."""
    name, rest = (words[0], words[1:]) if words and words[0] in COMMANDS else ("check", words)
    given = [_STANDS_FOR.get(word, word) for word in rest]
    parser = import_module(f"notelint.cli.commands.{COMMANDS[name]}").parser()
    if {"-h", "--help", "--version"} & set(given):
        assert len(given) == 1
    elif any(action.dest == "paths" for action in parser._actions):
        parser.with_paths(given)
    else:
        parser.parse_args(given)
