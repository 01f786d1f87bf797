"""Findings and the edits that mend them: frozen values without I/O."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from typing import NamedTuple

from notelint.values.text import Span


class Severity(IntEnum):
    """How much a finding weighs; ``--fail-on`` compares by it."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()


class Applicability(IntEnum):
    """Who may apply a fix.

    MANUAL is shown and never applied. UNSAFE is probably right and asked for by name. SAFE is
    certain, and changes only what its title says.
    """

    MANUAL = 0
    UNSAFE = 1
    SAFE = 2

    def __str__(self) -> str:
        return self.name.lower()


class Change(Enum):
    """What a fix may declare to change beside words; without it the proof refuses the change."""

    TARGETS = "targets"  # links that its edits touch lead elsewhere
    LABELS = "labels"  # footnotes are called otherwise, and each reference keeps its definition
    PLACES = "places"  # definitions are moved, word for word
    ADDITIONS = "additions"  # sections and definitions are written that were not there


class Edit(NamedTuple):
    """One replacement: ``text`` takes the place of what stands in ``span``."""

    span: Span
    text: str


@dataclass(frozen=True)
class Fix:
    """Edits that are applied together or not at all; ``title`` is an imperative.

    ``changes`` declares what the edits change beside words.
    """

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SAFE
    changes: frozenset[Change] = frozenset()

    @classmethod
    def replacing(
        cls, span: Span, text: str, title: str, applicability: Applicability = Applicability.SAFE
    ) -> Fix:
        """A fix of one edit."""
        return cls(title, (Edit(span, text),), applicability)


class Related(NamedTuple):
    """Another place that a finding speaks of; ``path`` is relative to the vault."""

    path: str
    span: Span
    message: str


@dataclass(frozen=True)
class Finding:
    """What a rule says about one place of the note it was given."""

    span: Span
    message: str
    fix: Fix | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True)
class Diagnostic:
    """A finding with the rule, the severity and the note (a path relative to the vault)."""

    code: str
    name: str
    severity: Severity
    path: str
    finding: Finding

    @property
    def span(self) -> Span:
        return self.finding.span

    @property
    def message(self) -> str:
        return self.finding.message

    @property
    def fix(self) -> Fix | None:
        return self.finding.fix

    @property
    def order(self) -> tuple[str, int, str, int]:
        """Path, then offset, then code."""
        return self.path, self.span.start, self.code, self.span.end

    def is_mended_by(self, least: Applicability) -> bool:
        """Whether it has a fix that is at least as safe as ``least``."""
        return self.fix is not None and self.fix.applicability >= least

    def with_fix(self, fix: Fix | None) -> Diagnostic:
        return replace(self, finding=replace(self.finding, fix=fix))


def apply_edits(content: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; they must not overlap."""
    pieces: list[str] = []
    position = 0
    for edit in sorted(edits):
        if edit.span.start < position:
            raise ValueError(f"edits overlap at offset {edit.span.start}")
        pieces += content[position : edit.span.start], edit.text
        position = edit.span.end
    return "".join([*pieces, content[position:]])
