"""What notelint cannot go on after: said in one or two lines, with the remedy, on stderr."""

from __future__ import annotations

from notelint.values.named import NamedTuple


class Place(NamedTuple):
    """A file, or an option of the command line; ``line`` counts from 1, where it is known."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


class NotelintError(Exception):
    """Wrong usage, wrong configuration or unreadable input; the command ends with exit code 2.

    ``message`` says what is wrong, ``remedy`` what to do about it, ``place`` where it is.
    """

    def __init__(self, message: str, remedy: str = "", place: Place | None = None) -> None:
        super().__init__(message, remedy, place)
        self.message = message
        self.remedy = remedy
        self.place = place

    def __str__(self) -> str:
        told = f"{self.place}: {self.message}" if self.place else self.message
        return f"{told}; {self.remedy}" if self.remedy else told


class UsageError(NotelintError):
    """A command was called in a way that it does not know."""


class ConfigError(NotelintError):
    """A configuration or a pack says what it may not; ``key`` is the dotted key that says it."""

    def __init__(
        self, message: str, remedy: str = "", place: Place | None = None, key: str = ""
    ) -> None:
        super().__init__(f"{key}: {message}" if key else message, remedy, place)
        self.args = (message, remedy, place, key)
        self.key = key


class ReadError(NotelintError):
    """A file cannot be read."""


class WriteError(NotelintError):
    """A file cannot be written, and is as it was."""


class NoteChangedError(WriteError):
    """A note holds something else than when it was read."""


class VaultLockedError(NotelintError):
    """Another run is writing in the vault."""


class RunawayPatternError(NotelintError):
    """``rule``, which came from a stranger, was stopped on a note."""

    def __init__(
        self, message: str, remedy: str = "", place: Place | None = None, rule: str = ""
    ) -> None:
        super().__init__(message, remedy, place)
        self.args = (message, remedy, place, rule)
        self.rule = rule
