"""Disks that fail, and processes that die, at the worst moments."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

# All that notelint asks of the system on the way from a mended text to a note on disk.
CALLS = (
    "chmod",
    "chown",
    "close",
    "fsync",
    "listxattr",
    "lseek",
    "mkdir",
    "open",
    "replace",
    "unlink",
    "write",
)
DIED = 9


def fail(monkeypatch: pytest.MonkeyPatch, call: str, number: int, error: BaseException) -> None:
    """Let the nth call of ``os.<call>`` raise ``error``, and all others work.

    One that writes has written half by then; one that closes has closed.
    """
    real, count = getattr(os, call), iter(range(1, 1_000_000))

    def failing(*arguments: Any, **named: Any) -> Any:
        if next(count) != number:
            return real(*arguments, **named)
        if call == "write":
            real(arguments[0], arguments[1][: len(arguments[1]) // 2])
        if call == "close":
            real(*arguments)
        raise error

    monkeypatch.setattr(os, call, failing)


def deaths(action: Callable[[], object]) -> Iterator[int]:
    """Do ``action`` again and again, each time in a process that dies one call to the system later
    than the one before, half way through where it writes; until one lives to its end."""
    for step in range(1, 1_000):
        child = os.fork()
        if not child:
            _live_until(step, action)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in (0, DIED), f"the process failed at step {step}"
        yield step
        if code == 0:
            return
    raise AssertionError("it never came to an end")


def _live_until(step: int, action: Callable[[], object]) -> None:
    """Never returns: the process ends here, without a chance to clean up."""
    count = iter(range(1, 1_000_000))
    for call in CALLS:
        setattr(os, call, _mortal(call, getattr(os, call), count, step))
    try:
        action()
    except BaseException:
        os._exit(1)
    os._exit(0)


def _mortal(call: str, real: Callable[..., Any], count: Iterator[int], step: int) -> Any:
    def mortal(*arguments: Any, **named: Any) -> Any:
        if next(count) == step:
            if call == "write":
                real(arguments[0], arguments[1][: len(arguments[1]) // 2])
            os._exit(DIED)
        return real(*arguments, **named)

    return mortal
