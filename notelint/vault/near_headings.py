"""Near misses among the headings of notes, which thousands of links may miss."""

from __future__ import annotations

from notelint.notes import Anchors
from notelint.vault.near_names import NearNames

_MOST_KEPT = 10_000  # headings


class NearHeadings:
    """The headings of the notes that were asked about last."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Anchors, NearNames]] = {}  # by what the anchors are in memory
        self._count = 0

    def near(self, anchors: Anchors, wrong: str) -> tuple[str, ...]:
        """At most three headings of a note, by its anchors, that may be meant, the best first."""
        if id(anchors) not in self._kept:
            self._keep(anchors)
        return self._kept[id(anchors)][1].near(wrong)

    def _keep(self, anchors: Anchors) -> None:
        if self._count > _MOST_KEPT:
            self._kept.clear()
            self._count = 0
        texts = tuple(dict.fromkeys(anchor.text for anchor in anchors.headings))
        self._kept[id(anchors)] = anchors, NearNames(texts)
        self._count += len(texts) + 1
