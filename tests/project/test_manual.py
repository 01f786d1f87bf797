"""The page that `man notelint` shows: all that the command line takes, and no more."""

from __future__ import annotations

import argparse
import re
import runpy
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from notelint import __version__
from notelint.cli.program import COMMANDS

MANUAL = runpy.run_path(str(Path(__file__).parent.parent.parent / "docs" / "manual.py"))
PAGE: str = MANUAL["page"]()


def said() -> str:
    """The page without its marks."""
    return (
        re.sub(r"\\f[BIR]", "", PAGE).replace("\\-", "-").replace("\\(aq", "'").replace("\\e", "\\")
    )


def test_it_is_of_this_version() -> None:
    assert PAGE.startswith(f'.TH NOTELINT 1 "" "notelint {__version__}"')


def parsers_below(name: str, parser: argparse.ArgumentParser) -> Iterator[tuple[str, Any]]:
    """The parser of a command, and those of its steps."""
    yield name, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for step, inner in action.choices.items():
                yield from parsers_below(f"{name} {step}", inner)


def test_every_command_and_option_is_told_with_its_help_and_no_other() -> None:
    parsers = {
        below: parser
        for name in COMMANDS
        for below, parser in parsers_below(name, MANUAL["parser_of"](name))
    }
    assert {"batch", "batch facts", "batch fold", "batch check", "batch run"} <= parsers.keys()
    assert re.findall(r"^\.SS notelint (.+)$", said(), re.M) == [n for n in parsers if n != "check"]
    actions = [action for parser in parsers.values() for action in parser._actions]
    terms = re.findall(r"^\.TP\n(-.+)$", said(), re.M)
    told = {word for term in terms for word in re.findall(r"(?<!\S)--?\w[\w-]*", term)}
    assert told == {option for action in actions for option in action.option_strings}
    flat = " ".join(said().split())
    for action in actions:
        if action.help and action.help != argparse.SUPPRESS:
            assert " ".join(action.help.replace("`", "").split()) in flat
    for parser in parsers.values():
        assert (parser.description or "").replace("`", "").rstrip(".") in flat


def test_nothing_that_is_said_is_taken_for_a_command() -> None:
    requests = set(re.findall(r"^\.(\w+)", PAGE, re.M))
    assert requests == {"TH", "SH", "SS", "TP", "PP", "br"}
    assert not re.search(r"^'", PAGE, re.M)
    assert MANUAL["_roff"](".x `a-b` 'c' \\d") == "\\&.x \\fBa\\-b\\fR \\(aqc\\(aq \\ed"


def test_groff_finds_nothing_wrong_with_it() -> None:
    if shutil.which("groff") is None:
        pytest.skip("no groff here")
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-rCHECKSTYLE=1"],
        input=PAGE.encode(), capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert "notelint worklist" in re.sub(r"\x1b\[\d*m|.\x08", "", done.stdout.decode())
