"""Notes mended again until what became of one changes nothing in another.

Unsafe fixes need it, as they change what other notes are compared with: headings, and words that
are counted. What safe fixes change is no evidence for a safe fix elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from notelint.run.result import Outcome
from notelint.values.text import Text

MAX_PASSES = 10

Treat = Callable[[str, Text], Outcome]  # the note's path and its text as it is now
Leave = Callable[[str, str], Outcome]  # the note's path and why it stays as it was


def settle(
    outcomes: Mapping[str, Outcome], among: Callable[[Mapping[str, Text]], Treat], leave: Leave
) -> dict[str, Outcome]:
    """What becomes of notes that were treated once. ``among`` gives the treatment of a note in a
    vault where some have other texts than on disk."""
    current = dict(outcomes)
    changed: list[str] = []
    for _ in range(MAX_PASSES):
        mended = {path: item.after for path, item in current.items() if item.fixed}
        treat = among(mended)
        again = {
            path: treat(path, item.after)
            for path, item in current.items()
            if item.was_parsed and not item.error
        }
        changed = [path for path, item in again.items() if item.fixed or item.error]
        for path, item in again.items():
            current[path] = leave(path, item.error) if item.error else current[path].then(item)
        if not changed:
            return current
    for path in changed:
        error = f"still not settled after {MAX_PASSES} passes over the vault"
        current[path] = leave(path, f"{path}: left as it was: {error}")
    return current
