"""The command line: arguments in, characters and an exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from notelint.cli.exit_code import FAILED
from notelint.values import NotelintError

COMMANDS = {  # by the name that is typed, the module; none is imported before it is asked for
    "check": "check",
    "clean": "clean",
    "config": "config",
    "explain": "explain",
    "resolve": "resolve",
    "sources": "sources",
    "test-pack": "check_pack",
    "tree": "tree",
    "undo": "undo",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0, 1 where findings remain, 2 where notelint could not."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115 - closed by the caller
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _command(given)
        sys.stdout.flush()
    except NotelintError as error:
        return _fail(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the reader has seen enough
        return FAILED
    except OSError as error:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return _fail(f"cannot go on: {error.strerror or error}; was the output closed or full?")
    except KeyboardInterrupt:
        return _fail("interrupted; every note is either as it was or mended whole")
    except Exception as error:  # the contract: an error in two lines, never a traceback
        return _crash(error)
    return code


def _command(given: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a file name may hold what the locale cannot say
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    name, rest = (given[0], given[1:]) if given and given[0] in COMMANDS else ("check", given)
    module = import_module(f"notelint.cli.commands.{COMMANDS[name]}")
    code: int = module.run(rest)
    return code


def _fail(message: str) -> int:
    print(f"notelint: {message}", file=sys.stderr)
    return FAILED


def _crash(error: Exception) -> int:
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = (
        f"{os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else ""
    )
    return _fail(
        f"failed with {type(error).__name__}: {error} ({place}).\n"
        "This is a defect of notelint, not of the note; no note was left half written."
    )
