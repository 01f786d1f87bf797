"""A baseline: findings that are known, so that a check tells only those that are new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping

from notelint.config import Settings
from notelint.lint import Fingerprints, Result
from notelint.values import Diagnostic, NamedTuple, dataclass, field, replace


class Entry(NamedTuple):
    """What a finding is known by: the path of its note, the code of its rule, its fingerprint."""

    path: str
    code: str
    fingerprint: str


Baseline = Mapping[Entry, int]  # how many findings of each entry are known


@dataclass
class BaselineUse:
    """What a run makes of a baseline, note by note. ``codes`` are those of all rules; a rule that
    does not run on a note cannot tell whether what is known of it is still there."""

    known: Baseline
    codes: set[str] = field(default_factory=set)
    _left_out: dict[str, int] = field(default_factory=dict)
    _found: dict[str, Counter[Entry]] = field(default_factory=dict)
    _ran: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def left_out(self) -> int:
        """How many findings were left out."""
        return sum(self._left_out.values())

    def new_in(self, result: Result, ran: Collection[str], prefix: str = "") -> Result:
        """A result without the findings that are known: of those that share a fingerprint the first
        ones. ``ran`` are the codes of the rules that ran, ``prefix`` leads to the vault."""
        result = result.whole()
        found: Counter[Entry] = Counter()
        new = []
        for entry, item in _entries(result, prefix):
            found[entry] += 1
            if found[entry] > self.known.get(entry, 0):
                new.append(item)
        path = prefix + result.path
        self._left_out[path] = len(result.findings) - len(new)
        self._found[path] = found
        self._ran[path] = frozenset(ran) if result.was_parsed and not result.error else frozenset()
        return replace(result, findings=tuple(new))

    def of_vault(self, settings: Settings, prefix: str = "") -> Callable[[Result], Result]:
        """What leaves the known findings out of the results of a vault, as ``new_in`` does."""
        self.codes |= {active.rule.code for active in settings.rules}

        def new_in(result: Result) -> Result:
            rules = () if result.stopped else settings.rules_for(result.path)
            return self.new_in(result, [active.rule.code for active in rules], prefix)

        return new_in

    def current(self) -> Baseline:
        """The baseline that knows all that was found, and nothing else."""
        return {entry: count for found in self._found.values() for entry, count in found.items()}

    def stale(self, files: Collection[str]) -> dict[Entry, int]:
        """The entries of which fewer are there than are known, and how many that are; ``files``
        are all that there are."""
        counts = (
            (entry, self._found.get(entry.path, Counter())[entry], count)
            for entry, count in self.known.items()
            if self._can_tell(entry, files)
        )
        return {entry: found for entry, found, count in counts if found < count}

    def pruned(self, files: Collection[str]) -> Baseline:
        """The baseline without what is stale, and with counts that are no higher than need be."""
        counts = {**self.known, **self.stale(files)}
        return {entry: count for entry, count in counts.items() if count}

    def _can_tell(self, entry: Entry, files: Collection[str]) -> bool:
        if entry.path not in self._ran:
            return entry.path not in files
        ran = self._ran[entry.path]
        return entry.code in ran or (bool(ran) and entry.code not in self.codes)


def _entries(result: Result, prefix: str) -> Iterator[tuple[Entry, Diagnostic]]:
    """The findings of a result in order, each with what it is known by."""
    fingerprints = Fingerprints(result.after.anew())
    for item in result.findings:
        named = item._replace(path=prefix + item.path)
        yield Entry(named.path, named.code, fingerprints.of(named)), item
