"""What the notes of a vault hold, as far as other notes ask: the index is the summaries by path,
and what follows from them.

What was looked up once is carried over to an index that differs in one note, so that a change costs
what that note is, and not what the vault is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from notelint.notes import Anchors, NoteSummary
from notelint.values import file_key
from notelint.vault.layered import Layered, counted, regrouped
from notelint.vault.spelling import Spelling

NO_SUMMARY = NoteSummary()


@dataclass(frozen=True)
class VaultIndex:
    """The notes of a vault that could be read, by path relative to its root."""

    summaries: Layered[str, NoteSummary] = field(default_factory=Layered)

    def __getstate__(self) -> dict[str, Any]:
        return {"summaries": self.summaries}

    def anchors(self, path: str) -> Anchors | None:
        """The headings and blocks of a note that links may lead to; None if it cannot be read."""
        summary = self.summaries.get(path)
        return None if summary is None else summary.anchors

    def notes_called(self, alias: str) -> tuple[str, ...]:
        """The notes that have an alias, letter case aside, in order."""
        return self._aliases.get(file_key(alias), ())

    def links_heading(self, key: str) -> bool:
        """Whether some note links to a heading with that key, whichever note it is in."""
        return key in self._linked

    @cached_property
    def spelling(self) -> Spelling:
        """How the notes write their words."""
        return Spelling.of(summary.words for summary in self.summaries.values())

    def with_note(self, path: str, summary: NoteSummary) -> VaultIndex:
        """The index with this summary for a note, be it new or not."""
        return self._changed(path, summary)

    def without(self, path: str) -> VaultIndex:
        """The index without a note."""
        return self._changed(path, None)

    def merged(self, other: VaultIndex) -> VaultIndex:
        """The index of the notes of both, which have none in common."""
        return fold({**self.summaries, **other.summaries})

    @cached_property
    def _aliases(self) -> Layered[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for path in sorted(self.summaries):
            for key in _alias_keys(self.summaries[path]):
                found.setdefault(key, []).append(path)
        return Layered({key: tuple(paths) for key, paths in found.items()})

    @cached_property
    def _linked(self) -> Layered[str, int]:
        keys = (key for summary in self.summaries.values() for key in summary.linked)
        return Layered(Counter(keys))

    def _changed(self, path: str, summary: NoteSummary | None) -> VaultIndex:
        if self.summaries.get(path) == summary:
            return self
        index = VaultIndex(self.summaries.updated({path: summary}))
        old, new = self.summaries.get(path, NO_SUMMARY), summary or NO_SUMMARY
        known = vars(self)
        if "spelling" in known:
            vars(index)["spelling"] = self.spelling.replaced(old.words, new.words)
        if "_aliases" in known:
            keys = _alias_keys(old), _alias_keys(new)
            vars(index)["_aliases"] = regrouped(self._aliases, path, *keys)
        if "_linked" in known:
            changes = Counter(new.linked)
            changes.subtract(old.linked)
            vars(index)["_linked"] = counted(self._linked, changes)
        return index


def fold(summaries: Mapping[str, NoteSummary] | Iterable[tuple[str, NoteSummary]]) -> VaultIndex:
    """The index of some notes: their summaries by path, in any order."""
    return VaultIndex(Layered(dict(summaries)))


def _alias_keys(summary: NoteSummary) -> dict[str, None]:
    return dict.fromkeys(map(file_key, summary.aliases))
