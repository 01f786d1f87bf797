"""One run: the notes of a vault treated one after the other, and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from notelint.lint import Result
from notelint.notes import scan_summary
from notelint.run.checks import Checks
from notelint.run.opening import OpenVault
from notelint.run.treatment import Sift, Treatment
from notelint.run.workers import in_order
from notelint.values import Applicability, NotelintError, Place, UsageError, dataclass
from notelint.vault import Vault

if TYPE_CHECKING:
    from notelint.undo import NoteWriter


def nothing_known(result: Result) -> Result:
    """For a run without a baseline."""
    return result


@dataclass(frozen=True)
class Runner:
    """``write`` puts a fixed note in its place; None where nothing is written. ``processes`` are
    at work on the notes, and come to the same as one. ``sift`` leaves out of a result what is known
    already; it is asked anew whenever a note has changed. ``adds_allows`` says whether all that is
    left is allowed. ``checks`` are asked for what is found where nothing is fixed."""

    vault: OpenVault
    treatment: Treatment
    write: NoteWriter | None = None
    processes: int = 1
    sift: Sift = nothing_known
    adds_allows: bool = False
    checks: Checks | None = None

    def results(self) -> Iterator[Result]:
        """What becomes of the notes, in order, each of them written before the next is treated."""
        if self.treatment.applicability is Applicability.UNSAFE:
            yield from self._settled()
            return
        for result in self._first():
            yield self._written(self._finished(result, self.vault))

    def _settled(self) -> Iterator[Result]:
        """The same, none of them written before all are settled."""
        from notelint.run.convergence import settled

        first = {result.path: result for result in self._first()}
        done = settled(first, self.treatment, self.vault, self._left, self._each).values()
        changed = {r.path: scan_summary(r.after.content) for r in done if r.fixed}
        vault = self.vault.with_notes(changed)
        for result in done:
            yield self._written(self._finished(result, vault))

    def _finished(self, result: Result, vault: Vault) -> Result:
        result = self.sift(result)
        return self.treatment.allowing(result, vault, self.sift) if self.adds_allows else result

    def _first(self) -> Iterator[Result]:
        if self.checks is not None:
            return self.checks.results()
        return self._each(partial(_treated, self.treatment, self.vault), tuple(self.vault.notes))

    def _each(self, treat: Callable[[str], Result], paths: Sequence[str]) -> Iterator[Result]:
        """What becomes of some notes. Which rules are left out since they ran away hangs on the
        notes before, so from the first one on that was stopped this process does all."""
        load = self.treatment.settings.load
        results = in_order(treat, paths, self.processes, prepare=load)
        for index, result in enumerate(results):
            if result.stopped:
                yield from map(treat, paths[index:])
                return
            yield result

    def _left(self, path: str, error: str) -> Result:
        return self.treatment.left(path, self.vault.notes[path], self.vault, error)

    def _written(self, result: Result) -> Result:
        """A treated note once it is on disk, or why it is not."""
        if self.write is None or not result.is_changed:
            return result
        from notelint.undo import Rewrite

        before = result.before.content.encode("utf-8")
        after = result.after.content.encode("utf-8")
        rules = {*result.fixed_by, *(item.name for item in result.allowed)}
        try:
            self.write(Rewrite(result.path, before, after, tuple(sorted(rules))))
        except NotelintError as error:
            return self.sift(self._left(result.path, str(error)))
        return result


def _treated(treatment: Treatment, vault: OpenVault, path: str) -> Result:
    return treatment.of_file(path, vault.notes[path], vault)


def check(vault: OpenVault, paths: Iterable[str] | None = None) -> Iterator[Result]:
    """What is found in the notes of a vault, in order; in those at or under some paths, which are
    relative to its root, with ``/``. Nothing is written.

    Raises:
        UsageError: no note of the vault is at or under one of the paths.
    """
    treatment = Treatment(vault.settings)
    for path in _chosen(vault, paths):
        yield treatment.of_file(path, vault.notes[path], vault)


def _chosen(vault: OpenVault, paths: Iterable[str] | None) -> list[str]:
    if paths is None:
        return list(vault.notes)
    found: set[str] = set()
    for named in paths:
        prefix = "" if named == "." else named.rstrip("/") + "/"
        under = [path for path in vault.notes if path == named or path.startswith(prefix)]
        if not under:
            raise UsageError("no note of the vault", "name a note or a folder", Place(named))
        found.update(under)
    return sorted(found)
