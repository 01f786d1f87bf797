"""Notes fixed again until what became of one changes nothing in another.

Unsafe fixes need it, as they change what other notes are compared with: headings, and words that
are counted. What safe fixes change is no evidence for a safe fix elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from notelint.lint import Result
from notelint.notes import scan_summary
from notelint.run.treatment import Treatment, left_as_it_was
from notelint.values import Text
from notelint.vault import Vault

MAX_PASSES = 10

Leave = Callable[[str, str], Result]  # the note's path and why it stays as it was
Treat = Callable[[str], Result]
Each = Callable[[Treat, Sequence[str]], Iterable[Result]]  # the notes in order


def settled(
    results: Mapping[str, Result], treatment: Treatment, vault: Vault, leave: Leave, each: Each
) -> dict[str, Result]:
    """What becomes of notes that were treated once in ``vault``, once each of them was treated in
    the vault that all of them make."""
    current = dict(results)
    changed = [path for path, result in current.items() if result.fixed]
    for _ in range(MAX_PASSES):
        vault = vault.with_notes(
            {path: scan_summary(current[path].after.content) for path in changed}
        )
        going = [path for path, result in current.items() if result.was_parsed and not result.error]
        texts = {path: current[path].after for path in going}
        treat = partial(_treated_again, treatment, vault, texts)
        again = {result.path: result for result in each(treat, going)}
        for path, result in again.items():
            then = current[path].then(result)
            current[path] = leave(path, result.error) if result.error else then
        changed = [path for path, result in again.items() if result.fixed or result.error]
        if not changed:
            return current
    why = f"still not settled after {MAX_PASSES} passes over the vault"
    for path in changed:
        current[path] = left_as_it_was(leave(path, why), why)
    return current


def _treated_again(
    treatment: Treatment, vault: Vault, texts: Mapping[str, Text], path: str
) -> Result:
    return treatment.of(treatment.read(path, texts[path]), vault)
