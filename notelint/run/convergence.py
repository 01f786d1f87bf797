"""Notes fixed again until what became of one changes nothing in another.

Unsafe fixes need it, as they change what other notes are compared with: headings, and words that
are counted. What safe fixes change is no evidence for a safe fix elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from notelint.lint import Result
from notelint.notes import scan_summary
from notelint.run.treatment import Treatment, left_as_it_was
from notelint.vault import Vault

MAX_PASSES = 10

Leave = Callable[[str, str], Result]  # the note's path and why it stays as it was


def settled(
    results: Mapping[str, Result], treatment: Treatment, vault: Vault, leave: Leave
) -> dict[str, Result]:
    """What becomes of notes that were treated once in ``vault``, once each of them was treated in
    the vault that all of them make."""
    current = dict(results)
    changed = [path for path, result in current.items() if result.fixed]
    for _ in range(MAX_PASSES):
        vault = vault.with_notes(
            {path: scan_summary(current[path].after.content) for path in changed}
        )
        changed = []
        for path, result in current.items():
            if result.error or not result.was_parsed:
                continue
            again = treatment.of(treatment.read(path, result.after), vault)
            if again.fixed or again.error:
                changed.append(path)
            current[path] = leave(path, again.error) if again.error else result.then(again)
        if not changed:
            return current
    why = f"still not settled after {MAX_PASSES} passes over the vault"
    for path in changed:
        current[path] = left_as_it_was(leave(path, why), why)
    return current
