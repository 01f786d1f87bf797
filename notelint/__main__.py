"""``notelint`` as a program, and ``python -m notelint``."""

import gc
import sys
from _signal import SIG_DFL, SIGINT, default_int_handler, getsignal, signal  # type: ignore[import-not-found]

from notelint.cli.replay import replayed

_ALLOCATIONS = 200_000  # between collections; what is loaded stays, and little goes in circles


def start() -> int:
    """Run a command, or tell again what it told before; the exit code."""
    try:
        code = replayed(sys.argv[1:])
    except KeyboardInterrupt:
        return _interrupted()
    except OSError as error:
        from notelint.cli.program import stopped

        return stopped(error)
    return _run() if code is None else code


def _run() -> int:
    """Run a command.

    While it runs, the command itself tells that it was stopped. Before and behind that, ctrl-c
    ends the process as the system does it, without a word: Python would print where it was.
    """
    from notelint.cli.program import main

    gc.set_threshold(_ALLOCATIONS)
    is_heard = getsignal(SIGINT) in (SIG_DFL, default_int_handler)
    try:
        if is_heard:  # not so under `nohup`
            signal(SIGINT, default_int_handler)
        return main()
    except KeyboardInterrupt:  # while the error of another one was told
        return _interrupted()
    finally:
        if is_heard:
            signal(SIGINT, SIG_DFL)
        gc.freeze()  # Python searches all that is left as it ends, for nothing


def _interrupted() -> int:
    from notelint.cli.exit_code import INTERRUPTED

    return INTERRUPTED


if __name__ == "__main__":
    sys.exit(start())
