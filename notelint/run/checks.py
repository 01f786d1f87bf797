"""The notes of a vault checked: those again of which another run cannot know what is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from notelint.config import digest_of
from notelint.disk import Cache
from notelint.lint import KeptResult, Result, is_line
from notelint.run.asking_check import AskingCheck
from notelint.run.check_table import Check, CheckTable
from notelint.run.opening import OpenVault
from notelint.run.reading import batches
from notelint.run.treatment import Treatment
from notelint.run.workers import CHUNK, in_order
from notelint.values import dataclass, field

_NONE = CheckTable({})
_LARGE, _LITTLE = 1000, 50  # notes of a vault, and notes that were read or checked


def are_some_of_many(notes: int, of: int) -> bool:
    """Whether a run is on some notes of a large vault. It leaves to the next to write down what is
    known: all of that costs more to write than they do to check."""
    return of > max(_LARGE, 2 * notes)


@dataclass
class Checks:
    """The checks of one run. Where ``is_kept``, what is asked of the vault is written down, so that
    another run may use what is found."""

    vault: OpenVault
    treatment: Treatment
    processes: int = 1
    is_kept: bool = False
    checked: list[str] = field(default_factory=list)  # the notes of this run, but the known ones
    _made: dict[str, Check] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._rules = {active.rule.code: active for active in self.treatment.settings.rules}
        self._known = dict(self._known_before())
        self._check = AskingCheck(self.vault, self.treatment, self.is_kept)

    def results(self) -> Iterator[Result]:
        """What is found in the notes, in order."""
        paths = tuple(self.vault.notes)
        checked = self._checked([path for path in paths if path not in self._known])
        for path in paths:
            if path not in self._known:
                yield next(checked)
            elif self.treatment.stopped.is_without_some(path):
                yield self._anew(path)
            else:
                yield self._told(path, self._known[path])

    def _known_before(self) -> Iterator[tuple[str, str]]:
        """What was found in the notes that have not changed, each as a line."""
        read = frozenset(self.vault.read)
        unread = [path for path in self.vault.notes if path not in read]
        if not unread:
            return
        table = self.vault.snapshot.tables.get(self._digest, _NONE)
        for path in unread:
            line = table.line(path)
            if line is not None and is_line(line, self._rules):
                yield path, line

    @cached_property
    def _digest(self) -> str:
        return digest_of(self.treatment.settings) if self.is_kept else ""

    def keep_in(self, cache: Cache) -> None:
        """Keep for runs to come what is known of the vault, and what was found; but not where that
        is little, of some of many notes."""
        snapshot, little = self.vault.snapshot, len(self.vault.read) + len(self._made) <= _LITTLE
        if little and are_some_of_many(len(self.vault.notes), len(snapshot.rows)):
            return
        if self._made or (self._known and self._digest != next(iter(snapshot.tables))):
            snapshot = snapshot.with_checks(self._digest, self._made)
        snapshot.keep_in(cache)

    def _checked(self, paths: Sequence[str]) -> Iterator[Result]:
        """Which rules are left out since they ran away hangs on the notes before, so from the first
        one on that was stopped this process does all."""
        together = [*batches(paths, self.vault.snapshot.stamps, CHUNK)]
        load = self.treatment.settings.load
        checked = in_order(self._check.of_each, together, self.processes, 1, load)
        for index, outcome in enumerate(chain.from_iterable(checked)):
            if outcome is None:
                yield from map(self._anew, paths[index:])
                return
            yield self._result(paths[index], outcome)

    def _anew(self, path: str) -> Result:
        return self._result(path, self._check(path))

    def _result(self, path: str, outcome: Check | Result) -> Result:
        self.checked.append(path)
        if isinstance(outcome, Result):
            return outcome
        if self.is_kept:
            self._made[path] = outcome
        return self._told(path, outcome.line)

    def _told(self, path: str, line: str) -> Result:
        return KeptResult(path, line, self._rules, self.vault.text)
