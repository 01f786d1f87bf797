"""What became of one note in a run."""

from __future__ import annotations

from dataclasses import dataclass, replace

from notelint.values.diagnostic import Diagnostic
from notelint.values.text import Text


@dataclass(frozen=True)
class Outcome:
    """What became of one note: its text before and after, what was mended and what remains.

    ``error`` says why a note could not be read, mended or written; then ``after`` is ``before``.
    ``stopped`` says which rules ran away on it; the others did what they do.
    """

    path: str
    before: Text
    after: Text
    remaining: tuple[Diagnostic, ...] = ()
    fixed: tuple[Diagnostic, ...] = ()
    error: str | None = None
    was_parsed: bool = True
    stopped: tuple[str, ...] = ()

    @property
    def complaints(self) -> tuple[str, ...]:
        """Why not all was done that was asked for."""
        return (*filter(None, [self.error]), *self.stopped)

    @classmethod
    def unread(cls, path: str, error: str) -> Outcome:
        """A note that could not be read."""
        return cls(path, Text(""), Text(""), error=error, was_parsed=False)

    def then(self, later: Outcome) -> Outcome:
        """This and what became of the note when it was treated again."""
        return replace(later, before=self.before, fixed=self.fixed + later.fixed)

    def under(self, prefix: str) -> Outcome:
        """The same, told of from a folder above the vault."""
        if not prefix:
            return self
        remaining, fixed = (
            tuple(replace(found, path=prefix + found.path) for found in all_found)
            for all_found in (self.remaining, self.fixed)
        )
        return replace(self, path=prefix + self.path, remaining=remaining, fixed=fixed)
