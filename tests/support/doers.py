"""Work that can be sent to another process."""

from __future__ import annotations

import os


def square(number: int) -> int:
    return number * number


def doer(_: int) -> int:
    """The process that works."""
    return os.getpid()


class Dying:
    """Work at one item of which every process dies but the first one."""

    def __init__(self, item: int) -> None:
        self.item, self.parent = item, os.getpid()

    def __call__(self, number: int) -> int:
        if number == self.item and os.getpid() != self.parent:
            os._exit(1)
        return number


class Talking:
    """Work that prints, which is no outcome."""

    def __call__(self, number: int) -> int:
        print("at", number)
        return number


class Unreadable:
    """Work that goes out, and that no process can read."""

    def __call__(self, number: int) -> int:
        return number

    def __reduce__(self) -> tuple[object, ...]:
        return int, ("no number",)
