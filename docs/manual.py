"""Makes the page that `man notelint` shows from the code that it tells of: `python docs/manual.py`
prints it. It is made anew for each wheel, so that it cannot be of another version."""

from __future__ import annotations

import argparse
import re
import runpy
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from notelint import __version__
from notelint.cli.program import COMMANDS

REFERENCE = runpy.run_path(str(Path(__file__).parent / "reference.py"))
MEANINGS: dict[int, str] = REFERENCE["MEANINGS"]
VARIABLES: dict[str, str] = REFERENCE["VARIABLES"]

FILES = {
    "notelint.yaml, .notelint.yaml": "The configuration of a vault, in its folder.",
    "pyproject.toml": "Its table `[tool.notelint]` may hold the configuration instead.",
}
_LINK = re.compile(r"\[(.+?)\]\(.+?\)")  # which a page of `man` has none of
_BEYOND = (
    "What stands behind `--` is a path. `notelint explain RULE` says what a rule is for, and "
    "`notelint config --schema` what a configuration may say."
)


def page() -> str:
    """The page, in the language of ``man(7)``."""
    check = parser_of("check")
    parts = [
        f'.TH NOTELINT 1 "" "notelint {__version__}" "User Commands"',
        ".SH NAME",
        "notelint \\- " + _roff(check.description or "").rstrip("."),
        ".SH SYNOPSIS",
        *_synopsis(),
        ".SH DESCRIPTION",
        _roff("`notelint PATH` is `notelint check PATH`, and no path means this folder."),
        _roff(_BEYOND),
        ".SH OPTIONS",
        *_options(check),
        ".SH COMMANDS",
    ]
    for name in others():
        parts += _command(parser_of(name))
    parts += [".SH EXIT STATUS", *_list((str(code), said) for code, said in MEANINGS.items())]
    parts += [".SH ENVIRONMENT", *_list(_variables()), ".SH FILES", *_list(FILES.items())]
    return "\n".join(parts) + "\n"


def _variables() -> Iterator[tuple[str, str]]:
    return ((name, _LINK.sub(r"\1", meaning)) for name, meaning in VARIABLES.items())


def others() -> list[str]:
    """All commands but the one that needs no name."""
    return [name for name in COMMANDS if name != "check"]


def parser_of(name: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = import_module(
        f"notelint.cli.commands.{COMMANDS[name]}"
    ).parser()
    return made


def _synopsis() -> Iterator[str]:
    lines = [
        "notelint [check] [OPTION]... [PATH]...",
        *(f"notelint {name} ..." for name in others()),
    ]
    for number, line in enumerate(lines):
        yield from [".br"] if number else []
        yield _literal(line).replace("notelint", "\\fBnotelint\\fR", 1)


def _command(parser: argparse.ArgumentParser) -> Iterator[str]:
    """What a command does and takes, and each of its steps if it has some."""
    yield f".SS {_literal(parser.prog)}"
    yield _roff(parser.description or "")
    yield from _options(parser)
    for step in REFERENCE["steps_of"](parser):
        yield from _command(step)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for title, actions in REFERENCE["groups_of"](parser):
        if title not in ("positional arguments", "options"):
            yield f".PP\n\\fI{_literal(title)}\\fR"
        yield from _list(((_names(item), _said(item)) for item in actions), is_written=True)


def _names(action: argparse.Action) -> str:
    value = ""
    if action.nargs != 0:
        value = action.metavar if isinstance(action.metavar, str) else "VALUE"
    shown = f"\\fI{_literal(value)}\\fR"
    if not action.option_strings:
        return shown
    if value:
        shown = f" [{shown}]" if action.nargs == "?" else f" {shown}"
    spelt = (f"\\fB{_literal(option)}\\fR" for option in action.option_strings)
    return ", ".join(name + (shown if value else "") for name in spelt)


def _said(action: argparse.Action) -> str:
    said = _roff(action.help or "")
    if action.choices:
        choices = ", ".join(f"\\fB{_literal(str(choice))}\\fR" for choice in action.choices)
        said += f": {choices}" if said else choices
    return said


def _list(items: Iterable[tuple[str, str]], is_written: bool = False) -> Iterator[str]:
    """Terms and what is said of each; ``is_written`` where both are in the page's language."""
    for term, said in items:
        yield ".TP"
        yield term if is_written else f"\\fB{_literal(term)}\\fR"
        yield said if is_written else _roff(said)


def _roff(text: str) -> str:
    """Prose, with its code in bold."""
    words = _literal(" ".join(text.split()))
    return _guarded(re.sub(r"`([^`]+)`", r"\\fB\1\\fR", words))


def _literal(text: str) -> str:
    """Words that mean no more than they say, and whose hyphens can be copied."""
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")


def _guarded(line: str) -> str:
    return f"\\&{line}" if line.startswith(".") else line


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
