"""What a report is made from, and how it is to be made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from notelint.config import Catalogue, shipped_rules
from notelint.lint import Result, Tally
from notelint.report.names import readable
from notelint.values import Applicability, Diagnostic, Severity, Text, dataclass, field


@dataclass(frozen=True)
class Report:
    """The results of a run, in order, and the folder that their paths are relative to; ``counted``
    is the least safe fix that makes a finding fixable, ``rules`` are all that there are."""

    vault: str
    results: Sequence[Result]
    counted: Applicability = Applicability.SAFE
    rules: Catalogue = field(default_factory=shipped_rules)

    @cached_property
    def tally(self) -> Counter[Tally]:
        """How many findings remain of each kind."""
        return Counter(kind for result in self.results for kind in result.tally())

    @property
    def found(self) -> int:
        """How many findings remain."""
        return self.tally.total()

    @property
    def severities(self) -> Counter[Severity]:
        """How many findings remain of each severity."""
        counts: Counter[Severity] = Counter()
        for kind, count in self.tally.items():
            counts[kind.severity] += count
        return counts

    def placed(self) -> Iterator[tuple[Diagnostic, Text]]:
        """All that remains, each finding with the text that it stands in. One text remembers its
        lines at a time."""
        for result in self.results:
            yield from result.placed()

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
        kinds = self.tally.items()
        return sum(count for kind, count in kinds if kind.is_fixed_by(applicability))


@dataclass(frozen=True)
class Options:
    """What of a report is left open by its format: whether it has colours, what leads from the
    git repository's root to the folder that its paths are relative to, whether the numbers at its
    end are left out, whether each fix is named there, and whether GitHub takes a summary."""

    is_coloured: bool = False
    repository_prefix: str = ""
    is_quiet: bool = False
    shows_fixes: bool = False
    has_step_summary: bool = False

    def repository_path(self, path: str) -> str:
        """A note's path from the git repository's root, in letters that UTF-8 has."""
        return readable(self.repository_prefix + path)
