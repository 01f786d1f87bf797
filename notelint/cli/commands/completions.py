"""``notelint completions``: what a shell needs to complete a command line of notelint."""

from __future__ import annotations

import argparse
import re
from importlib import import_module
from typing import Any

import shtab

from notelint.cli.arguments import Parser
from notelint.cli.output import write
from notelint.cli.program import COMMANDS
from notelint.config import shipped_rules

SHELLS = ("bash", "zsh", "fish", "powershell")

_OF_RULES = {"--select", "--ignore", "--extend-select", "--fixable", "--unfixable", "rule"}
_OF_FILES = {
    "--config",
    "--baseline",
    "--prune",
    "--index",
    "-o",
    "--stdin-filename",
    "paths",
    "note",
    "files",
}
_OF_FOLDERS = {"--vault", "--cache-dir", "folder", "vault", "facts", "sources"}


def run(given: list[str]) -> int:
    """Print the script of a shell."""
    options = parser().parse_args(given)
    write([script(options.shell)], None)
    return 0


def script(shell: str) -> str:
    """What a shell reads, one of ``SHELLS``."""
    made = _with_paths(shell, shtab.complete(_whole(), shell))
    return made.rstrip("\n") + "\n"


def _with_paths(shell: str, made: str) -> str:
    """A script that offers notes and folders too where a command may stand."""
    if shell == "bash":
        both = "complete -o bashdefault -o default "
        return re.sub(r"^complete .*(?=-F)", both, made, flags=re.M)
    if shell == "fish":
        return made.rstrip("\n") + "\ncomplete -c notelint -n _shtab_notelint_using -F\n"
    return made


def parser() -> Parser:
    parser = Parser(
        prog="notelint completions",
        description="Print what a shell needs to complete rules, formats, folders and options:"
        ' `eval "$(notelint completions bash)"`.',
    )
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))
    return parser


def _whole() -> argparse.ArgumentParser:
    """All commands as one parser: the default one, with the others below it."""
    whole = _copied("check", prog="notelint", without_paths=True)
    commands = whole.add_subparsers(dest="command", parser_class=argparse.ArgumentParser)
    for name in COMMANDS:
        own = _copied(name, prog=f"notelint {name}")
        commands.add_parser(name, parents=[own], add_help=False, help=_said(own.description))
    return whole


def _copied(name: str, prog: str, without_paths: bool = False) -> argparse.ArgumentParser:
    """The parser of a command, with what completes each of its values."""
    module = import_module(f"notelint.cli.commands.{COMMANDS[name]}")
    own: argparse.ArgumentParser = module.parser()
    own.prog = prog
    _complete_all(own)
    for action in list(own._actions):
        if without_paths and not action.option_strings:
            own._remove_action(action)  # a shell would take them for the name of a command
            own._positionals._group_actions.remove(action)
    return own


def _complete_all(parser: argparse.ArgumentParser) -> None:
    """Say what completes each value of a command, and of its steps if it has some."""
    parser.description = _said(parser.description)
    for action in parser._actions:
        _complete(action)
        if isinstance(action, argparse._SubParsersAction):
            for step in action.choices.values():
                _complete_all(step)


def _complete(action: Any) -> None:
    names = {action.dest, *action.option_strings}
    action.help = _said(action.help)
    if names & _OF_RULES:
        rules = shipped_rules()
        action.choices = [*rules, *(rule.code for rule in rules.values()), "ALL"]
    elif names & _OF_FILES:
        action.complete = shtab.FILE
    elif names & _OF_FOLDERS:
        action.complete = shtab.DIRECTORY


def _said(text: str | None) -> str:
    """A help in one line, without what shells take for a command."""
    return re.sub(r"[`$]", "", " ".join((text or "").split()))
