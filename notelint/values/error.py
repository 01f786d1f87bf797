"""What notelint cannot go on after: said in one or two lines, with the remedy, on stderr."""

from __future__ import annotations


class NotelintError(Exception):
    """Wrong usage, wrong configuration or unreadable input; the command ends with exit code 2."""


class RunawayError(NotelintError):
    """``rule``, which came from a stranger, was stopped on a note."""

    def __init__(self, message: str, rule: str = "") -> None:
        super().__init__(message)
        self.rule = rule
