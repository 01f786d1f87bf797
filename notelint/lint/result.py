"""What became of one note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from notelint.values import (
    Applicability,
    Diagnostic,
    NamedTuple,
    Severity,
    Text,
    dataclass,
    replace,
)


class LeftOut(NamedTuple):
    """Fixes of one rule that were not made for one reason: the place of the first, and how many
    more there are."""

    path: str
    line: int
    column: int
    name: str
    more: int
    reason: str

    def __str__(self) -> str:
        others = f" and {self.more} more" if self.more else ""
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {self.name}{others} left out: {self.reason}"


class Tally(NamedTuple):
    """What a finding counts as; without an applicability where it has no fix."""

    code: str
    name: str
    severity: Severity
    applicability: Applicability | None

    def is_fixed_by(self, applicability: Applicability) -> bool:
        """Whether it has a fix that is at least as safe as ``applicability``."""
        return self.applicability is not None and self.applicability >= applicability


@dataclass(frozen=True)
class Result:
    """A note's text before and after, what was found in it and remains, and what was fixed.

    ``error`` says why a note could not be read, fixed or written; then ``after`` is ``before``.
    ``stopped`` says which rules ran away on it; the others did what they do. ``left_out`` says
    which fixes were not made, as they would do harm or are never done; what they would mend is
    among the findings. ``allowed`` are findings that an allow was written for.
    """

    path: str
    before: Text
    after: Text
    findings: tuple[Diagnostic, ...] = ()
    fixed: tuple[Diagnostic, ...] = ()
    error: str | None = None
    was_parsed: bool = True
    stopped: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    allowed: tuple[Diagnostic, ...] = ()

    @property
    def has_findings(self) -> bool:
        """Whether anything remains."""
        return bool(self.findings)

    def tally(self) -> Iterator[Tally]:
        """What each finding counts as."""
        for item in self.findings:
            applicability = item.fix.applicability if item.fix else None
            yield Tally(item.code, item.name, item.severity, applicability)

    def placed(self) -> Iterator[tuple[Diagnostic, Text]]:
        """Each finding with the text that it stands in, which remembers its lines meanwhile."""
        if self.findings:
            text = self.after.anew()
            yield from ((item, text) for item in self.findings)

    def whole(self) -> Result:
        """The same, all of it in memory."""
        return self

    @property
    def is_changed(self) -> bool:
        """Whether something was fixed or allowed, and so the note is to be written."""
        return bool(self.fixed or self.allowed)

    @property
    def complaints(self) -> tuple[str, ...]:
        """Why not all was done that was asked for."""
        return (*filter(None, [self.error]), *self.stopped)

    @property
    def fixed_by(self) -> Counter[str]:
        """How many findings of each rule were fixed, by name."""
        return Counter(diagnostic.name for diagnostic in self.fixed)

    @classmethod
    def unread(cls, path: str, error: str) -> Result:
        """A note that could not be read."""
        return cls(path, Text(""), Text(""), error=error, was_parsed=False)

    def then(self, later: Result) -> Result:
        """This and what became of the note when it was treated again."""
        return replace(later, before=self.before, fixed=self.fixed + later.fixed)

    def compact(self) -> Result:
        """The same, with texts that do not remember their lines: a run keeps all its results."""
        before = Text(self.before.content)
        after = before if self.after == self.before else Text(self.after.content)
        return replace(self, before=before, after=after)

    def under(self, prefix: str) -> Result:
        """The same, told of from a folder above the vault."""
        if not prefix:
            return self
        findings, fixed, allowed = (
            tuple(found._replace(path=prefix + found.path) for found in all_found)
            for all_found in (self.findings, self.fixed, self.allowed)
        )
        left_out = tuple(left._replace(path=prefix + left.path) for left in self.left_out)
        return replace(
            self,
            path=prefix + self.path,
            findings=findings,
            fixed=fixed,
            left_out=left_out,
            allowed=allowed,
        )
