"""``notelint`` as a program, and ``python -m notelint``."""

import signal
import sys

from notelint.cli import main

INTERRUPTED = 130  # what a shell makes of ctrl-c


def start() -> int:
    """Run a command; the exit code.

    While it runs, the command itself tells that it was stopped. Before and behind that, ctrl-c
    ends the process as the system does it, without a word: Python would print where it was.
    """
    is_heard = signal.getsignal(signal.SIGINT) in (signal.SIG_DFL, signal.default_int_handler)
    try:
        if is_heard:  # not so under `nohup`
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return main()
    except KeyboardInterrupt:  # while the error of another one was told
        return INTERRUPTED
    finally:
        if is_heard:
            signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    sys.exit(start())
