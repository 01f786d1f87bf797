"""Findings of rules: frozen values without I/O."""

from __future__ import annotations

from enum import IntEnum

from notelint.values.edit import Applicability, Fix
from notelint.values.named import NamedTuple
from notelint.values.text import Span

MOST_RELATED = 10  # places that a finding names


class Severity(IntEnum):
    """How much a finding weighs; ``--fail-on`` compares by it."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()


class Related(NamedTuple):
    """Another place that a finding speaks of; ``path`` is relative to the vault."""

    path: str
    span: Span
    message: str


class Finding(NamedTuple):
    """What a rule says about one place of the note it was given.

    ``unnamed`` counts the related places that ``related`` leaves out; ``target`` is what a link
    that leads nowhere points to, so that findings can be counted by it.
    """

    span: Span
    message: str
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    unnamed: int = 0
    target: str = ""


class Diagnostic(NamedTuple):
    """A finding with the rule, the severity and the note (a path relative to the vault)."""

    code: str
    name: str
    severity: Severity
    path: str
    finding: Finding

    @property
    def span(self) -> Span:
        """Where the finding stands."""
        return self.finding.span

    @property
    def message(self) -> str:
        """What the finding says."""
        return self.finding.message

    @property
    def fix(self) -> Fix | None:
        """What would mend it."""
        return self.finding.fix

    @property
    def order(self) -> tuple[str, int, str, int]:
        """Path, then offset, then code."""
        return self.path, self.span.start, self.code, self.span.end

    def is_fixed_by(self, applicability: Applicability) -> bool:
        """Whether it has a fix that is at least as safe as ``applicability``."""
        return self.fix is not None and self.fix.applicability >= applicability

    def with_fix(self, fix: Fix | None) -> Diagnostic:
        """The same with another fix, or none."""
        return self._replace(finding=self.finding._replace(fix=fix))
