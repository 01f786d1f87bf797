"""Where a note cites an edition of a work although the vault has the home page of a newer one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from notelint.conventions import Work
from notelint.sources.bibliography import OlderEdition
from notelint.sources.citations import Citation
from notelint.values import NamedTuple

Line = tuple[str, tuple[bool, tuple[str, ...]]]  # a work, and editions that follow one another


class _Newest(NamedTuple):
    """The edition of a line that comes last, and the home page that stands for it."""

    order: tuple[int, bool]
    path: str
    edition: str


class NewestEditions:
    """The newest edition of each work that has a home page. ``key`` is what all names of a work
    have in common."""

    def __init__(self, home_pages: Mapping[str, Work], key: Callable[[Work], str]) -> None:
        self._key = key
        self._newest: dict[Line, _Newest] = {}
        for path, work in home_pages.items():
            rank = work.edition_rank
            if rank is None:
                continue
            line, page = (key(work), rank.line), _Newest(rank.order, path, work.edition or "")
            if line not in self._newest or page.order > self._newest[line].order:
                self._newest[line] = page

    def newer(self, citation: Citation) -> OlderEdition | None:
        """The citation of an edition that is not the newest; None where it is, or where nobody can
        tell."""
        rank = citation.work.edition_rank
        page = self._newest.get((self._key(citation.work), rank.line)) if rank else None
        if not rank or not page or not citation.place or page.order <= rank.order:
            return None
        return OlderEdition(citation.note, citation.place, citation.work, page.edition, page.path)
