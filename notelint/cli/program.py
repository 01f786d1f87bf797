"""The command line: arguments in, characters and an exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from notelint.cli.exit_code import FAILED
from notelint.cli.output import abandon, flush, prepare, say, warn
from notelint.values import NotelintError, Place, UsageError, __version__

COMMANDS = {  # by the name that is typed, the module; none is imported before it is asked for
    "baseline": "baseline",
    "batch": "batch",
    "check": "check",
    "clean": "clean",
    "completions": "completions",
    "config": "config",
    "explain": "explain",
    "init": "init",
    "report": "report",
    "resolve": "resolve",
    "server": "server",
    "sources": "sources",
    "test-pack": "check_pack",
    "tree": "tree",
    "undo": "undo",
    "worklist": "worklist",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0, 1 where findings remain, 2 where notelint could not."""
    prepare()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _command(given)
        flush()
    except NotelintError as error:
        return _fail(str(error))
    except OSError as error:
        return stopped(error)
    except KeyboardInterrupt:
        return _fail("interrupted; every note is either as it was or mended whole")
    except Exception as error:  # the contract: an error in two lines, never a traceback
        return _crash(error)
    return code


def _command(given: list[str]) -> int:
    if given == ["--version"]:  # as the parser says it, which takes its time
        say([f"notelint {__version__}"])
        return 0
    if given in (["--help"], ["-h"]):  # without what checks
        from notelint.cli.arguments import check_parser

        check_parser().print_help()
        return 0
    _refuse_a_slip(given)
    name, rest = (given[0], given[1:]) if given and given[0] in COMMANDS else ("check", given)
    module = import_module(f"notelint.cli.commands.{COMMANDS[name]}")
    code: int = module.run(rest)
    return code


def stopped(error: OSError) -> int:
    """What a run comes to that could not go on; nothing is said to a reader that has gone."""
    abandon()
    return FAILED if isinstance(error, BrokenPipeError) else _fail(_why_stopped(error))


def _refuse_a_slip(given: list[str]) -> None:
    """Say so where the first word is neither a command nor anything on disk, but nearly a command.

    Raises:
        UsageError: it is so.
    """
    word = given[0] if given else ""
    is_word = word.replace("-", "").isalpha() and not word.startswith("-")
    if not is_word or word in COMMANDS or os.path.lexists(word):
        return
    from notelint.validation import nearest

    meant = nearest(word, (*COMMANDS, "help", "version"))
    if meant is not None:
        told = f"notelint --{meant}" if meant in ("help", "version") else f"notelint {meant}"
        raise UsageError("no command, file or folder", f"did you mean `{told}`?", Place(word))


def _why_stopped(error: OSError) -> str:
    try:
        os.getcwd()
    except OSError:
        return "the current folder is gone; go to another one with `cd`"
    if error.filename:
        name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
        return f"cannot go on: {name}: {error.strerror or error}; check its permissions"
    return f"cannot go on: {error.strerror or error}; was the output closed or full?"


def _fail(*messages: str) -> int:
    warn(messages)
    return FAILED


def _crash(error: Exception) -> int:
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = (
        f"{os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else ""
    )
    return _fail(
        f"failed with {type(error).__name__}: {error} ({place}).",
        "This is a defect of notelint, not of the note; no note was left half written.",
    )
