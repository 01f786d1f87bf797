"""What a report is made from, and how it is to be made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from notelint.lint import Result
from notelint.values import Applicability, Diagnostic


@dataclass(frozen=True)
class Report:
    """The results of a run, in order, and the folder that their paths are relative to; ``counted``
    is the least safe fix that makes a finding fixable."""

    vault: str
    results: Sequence[Result]
    counted: Applicability = Applicability.SAFE

    @cached_property
    def findings(self) -> list[Diagnostic]:
        """All that remains."""
        return [diagnostic for result in self.results for diagnostic in result.findings]

    @property
    def checked(self) -> int:
        """How many notes could be read and parsed."""
        return sum(result.was_parsed for result in self.results)

    @property
    def fixed(self) -> int:
        """How many findings were fixed."""
        return sum(len(result.fixed) for result in self.results)

    @property
    def fixable(self) -> int:
        """How many of the remaining findings fixing would mend."""
        return self.fixable_by(self.counted)

    def fixable_by(self, applicability: Applicability) -> int:
        """How many of the remaining findings have a fix that is at least that safe."""
        return sum(diagnostic.is_fixed_by(applicability) for diagnostic in self.findings)


@dataclass(frozen=True)
class Options:
    """What of a report is left open by its format: whether it has colours, and what leads from the
    git repository's root to the folder that its paths are relative to."""

    is_coloured: bool = False
    repository_prefix: str = ""
