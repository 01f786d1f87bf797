"""Patterns of strangers, stopped when they run away.

Python's own ``re`` cannot be interrupted: `(a+)+$` on thirty letters may take hours. ``regex``
can. It is loaded only where a vault has patterns of its own, and only for what ``re`` accepts too,
so that a pack means the same whoever runs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from time import process_time
from typing import Any

from notelint.notes import Note
from notelint.packs.matcher import Matcher, Patterns
from notelint.packs.where import Region
from notelint.values import RunawayPatternError, lazily
from notelint.vault import Vault

SECONDS = 1.0  # for one rule on one note, of the processor's time
SECONDS_OF_NOTE = 10.0  # for all rules of packs on one note
MOST_FOUND = 10_000  # places in one note
MOST_WRITTEN = 10_000_000  # characters of replacements in one note


class _Purse:
    """What the patterns of all rules may still use up on one note."""

    def __init__(self, note: Note, vault: Vault) -> None:
        self.seconds = SECONDS_OF_NOTE


class Budget(Matcher):
    """What the patterns of one rule may use up on one note, and all of them together.

    Raises:
        RunawayPatternError: from any method, when it is used up.
    """

    def __init__(self, note: Note, vault: Vault) -> None:
        self._purse = vault.remembered(note, _Purse)
        self._seconds = SECONDS
        self._found = 0
        self._written = 0

    def find(self, pattern: Any, region: Region) -> Iterable[re.Match[str]]:
        found = []
        began = process_time()
        try:
            for match in pattern.finditer(
                region.seen, region.start, region.end, timeout=self._left()
            ):
                if match[0]:
                    self._count()
                    found.append(match)
        except TimeoutError as error:
            raise self._too_slow() from error
        finally:
            self._pay(process_time() - began)
        return found

    def fits(self, pattern: Any, region: Region) -> bool:
        began = process_time()
        try:
            match = pattern.fullmatch(region.seen, region.start, region.end, timeout=self._left())
        except TimeoutError as error:
            raise self._too_slow() from error
        finally:
            self._pay(process_time() - began)
        return match is not None

    def expand(self, match: re.Match[str], replacement: str) -> str:
        text = match.expand(replacement)
        self._written += len(text)
        if self._written > MOST_WRITTEN:
            raise RunawayPatternError(f"would write more than {MOST_WRITTEN:,} characters")
        return text

    def _left(self) -> float:
        left = min(self._seconds, self._purse.seconds)
        if left <= 0:
            raise self._too_slow()
        return left

    def _pay(self, seconds: float) -> None:
        self._seconds -= seconds
        self._purse.seconds -= seconds

    def _too_slow(self) -> RunawayPatternError:
        if self._seconds > self._purse.seconds:
            whole = f"{SECONDS_OF_NOTE:g} s together with the other rules of packs"
            return RunawayPatternError(f"takes longer than {whole}")
        return RunawayPatternError(f"takes longer than {SECONDS:g} s")

    def _count(self) -> None:
        self._found += 1
        if self._found > MOST_FOUND:
            raise RunawayPatternError(f"finds more than {MOST_FOUND:,} places")


def _compiled(pattern: str) -> Any:
    import regex  # only loaded where a vault has patterns of its own

    return regex.compile(pattern, regex.VERSION0)


def _compile(pattern: str) -> Any:
    return lazily(pattern, _compiled)


BUDGETED = Patterns(_compile, Budget)
