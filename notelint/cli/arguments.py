"""The options of ``notelint check``, and the parser that all commands share."""

from __future__ import annotations

import argparse
import re
from functools import partial
from typing import Any, NoReturn

from notelint.report import findings_formats
from notelint.values import UsageError, __version__, lazy_pattern

_MOST_PROCESSES = 256
_MAY_ASK_FOR_HELP = lazy_pattern(r"--h|-\w*h")
_UNKNOWN_OPTION = lazy_pattern(r"unrecognized arguments: (--\S+)")
_UNKNOWN_CHOICE = lazy_pattern(r"invalid choice: '([^']*)' \(choose from (.*)\)")
# A formatter that is not told the width of the terminal loads a good part of the library to ask.
_ANY_WIDTH: Any = partial(argparse.HelpFormatter, width=80)


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are errors like all others: one line, exit code 2, and what may
    have been meant. No option may be cut short: a script would break when another one comes."""

    def __init__(self, **given: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_ANY_WIDTH, **given)

    def format_help(self) -> str:
        self.formatter_class = argparse.HelpFormatter
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, self._meant(message) or f"see `{self.prog} --help`")

    def _meant(self, message: str) -> str:
        """What is nearly the option or the choice that argparse complains of."""
        from notelint.validation import near_miss

        option, choice = _UNKNOWN_OPTION.search(message), _UNKNOWN_CHOICE.search(message)
        if option:
            wrong = option[1].partition("=")[0]
            known = [name for name in self._option_string_actions if name.startswith("--")]
            return near_miss(wrong, known).removeprefix("; ")
        if choice:
            known = re.findall(r"[\w-]+", choice[2])
            return near_miss(choice[1], known).removeprefix("; ")
        return ""

    def with_paths(self, given: list[str]) -> argparse.Namespace:
        """Options and ``paths`` in any order; behind ``--`` everything is a path."""
        if any(_MAY_ASK_FOR_HELP.match(item) for item in given):
            self.formatter_class = argparse.HelpFormatter
        else:
            self.usage = ""  # which is written for nothing otherwise: no error shows it
        index = given.index("--") if "--" in given else len(given)
        options = self.parse_intermixed_args(given[:index])
        options.paths += given[index + 1 :]
        return options


def check_parser() -> Parser:
    parser = Parser(
        prog="notelint",
        description="Check notes that quote their sources, and mend what can be mended safely.",
        epilog="Other commands: `baseline`, `batch STEP`, `clean`, `completions SHELL`,"
        " `config --schema`, `explain RULE`, `init`, `report -o FILE`, `resolve NOTE LINK`,"
        " `server`, `sources`, `test-pack FILE`, `tree NOTE`, `undo`, `worklist`.",
    )
    add_paths(parser)
    parser.add_argument("--version", action="version", version=f"notelint {__version__}")
    _add_fixing(parser)
    _add_input(add_selection(parser))
    _add_report(parser)
    return parser


def _add_fixing(parser: Parser) -> None:
    group = parser.add_argument_group("mending")
    group.add_argument("--fix", action="store_true", help="apply safe fixes")
    group.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="count unsafe fixes as fixable; with --fix, apply them too",
    )
    group.add_argument(
        "--diff",
        action="store_true",
        help="show the edits as a diff, write nothing; exit 1 unless it is empty",
    )
    group.add_argument(
        "--add-allow",
        action="store_true",
        help="write an allow for each finding that remains, as near to it as can be",
    )
    group.add_argument("--show-fixes", action="store_true", help="list what was mended")
    group.add_argument(
        "--exit-non-zero-on-fix",
        action="store_true",
        help="exit 1 when anything was mended, for hooks",
    )


def add_selection(parser: Parser) -> argparse._ArgumentGroup:
    """The options that say what is checked, by which rules, and how."""
    group = parser.add_argument_group("what runs")
    rules = "names, codes or code prefixes, comma separated, or ALL"
    group.add_argument(
        "--select", action="append", default=[], metavar="RULES", help=f"run only these: {rules}"
    )
    group.add_argument(
        "--ignore", action="append", default=[], metavar="RULES", help="run all but these"
    )
    group.add_argument(
        "--extend-select", action="append", default=[], metavar="RULES", help="run these too"
    )
    group.add_argument(
        "--fixable", action="append", default=[], metavar="RULES", help="fix only what these find"
    )
    group.add_argument(
        "--unfixable", action="append", default=[], metavar="RULES", help="fix nothing of these"
    )
    group.add_argument(
        "--per-file-ignores",
        action="append",
        default=[],
        metavar="GLOB:RULES",
        help="ignore rules in the notes that a pattern as in .gitignore matches",
    )
    group.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="GLOBS",
        help="leave out what patterns as in .gitignore match, unless it is named",
    )
    group.add_argument(
        "--force-exclude", action="store_true", help="leave it out where it is named too"
    )
    add_configuration(group)
    add_cache(group)
    add_processes(group)
    return group


def _add_input(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--stdin-filename",
        metavar="NAME",
        help="with path `-`: check standard input as if it were this note",
    )
    group.add_argument(
        "--baseline", metavar="FILE", help="leave out the findings that this baseline holds"
    )
    group.add_argument(
        "--since",
        metavar="REV",
        help="only notes that differ from where they and this revision of git part, and those with"
        " links to what came or went since",
    )
    group.add_argument(
        "-w",
        "--watch",
        action="store_true",
        help="check again when a note, a configuration or a pack changes",
    )
    group.add_argument(
        "--show-files", action="store_true", help="list the notes that would be checked, and stop"
    )
    group.add_argument(
        "--show-settings",
        action="store_true",
        help="list all settings, each with where it is from, and stop",
    )


def add_paths(parser: Parser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="notes or folders (default: this folder)"
    )


def add_output_file(group: argparse._ActionsContainer) -> None:
    group.add_argument("-o", "--output-file", metavar="FILE", help="write the report there")


def add_configuration(group: argparse._ActionsContainer) -> None:
    """The options that say which vault and which configuration are meant."""
    add_settings(group)
    group.add_argument("--vault", metavar="DIR", help="the vault's root, when it cannot be found")


def add_settings(group: argparse._ActionsContainer) -> None:
    """The options that say which configuration is meant."""
    group.add_argument(
        "--config",
        action="append",
        default=[],
        metavar="FILE|KEY=VALUE",
        help="this configuration, or one value of it",
    )
    group.add_argument("--isolated", action="store_true", help="no configuration file at all")


def add_cache(group: argparse._ActionsContainer) -> None:
    group.add_argument("--no-cache", action="store_true", help="read all anew, keep nothing")
    group.add_argument("--cache-dir", metavar="DIR", help="where to keep what is known of notes")


def add_processes(group: argparse._ActionsContainer) -> None:
    group.add_argument(
        "-j",
        dest="processes",
        type=_count,
        metavar="N",
        help="check in N processes; as many as there are cores and as pay unless said",
    )


def _count(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= _MOST_PROCESSES:
        raise argparse.ArgumentTypeError(f"a number from 1 to {_MOST_PROCESSES}, not {written!r}")
    return int(written)


def _add_report(parser: Parser) -> None:
    group = parser.add_argument_group("the report")
    group.add_argument(
        "--output-format",
        choices=findings_formats(),
        help="full on a terminal, else concise",
    )
    add_output_file(group)
    group.add_argument(
        "--statistics", action="store_true", help="how often each rule was broken, and no more"
    )
    amount = group.add_mutually_exclusive_group()
    amount.add_argument("-q", "--quiet", action="store_true", help="findings, and no numbers")
    amount.add_argument(
        "-v", "--verbose", action="store_true", help="say on stderr what is read and checked"
    )
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    add_fail_on(group)


def add_fail_on(group: argparse._ActionsContainer) -> None:
    group.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="warning",
        help="the lowest severity that makes exit 1",
    )
