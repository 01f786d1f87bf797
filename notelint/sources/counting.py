"""The works that a vault cites, put in order and counted.

The outcome is the same in whatever order the notes come: of several spellings the one that is
written most is shown.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from notelint.conventions import Work, title_in, work_of
from notelint.sources.bibliography import (
    Bibliography,
    CitedWork,
    Edition,
    MissingHomePage,
    Other,
    Spelling,
    Uses,
)
from notelint.sources.citations import Citation, work_called
from notelint.sources.editions import NewestEditions
from notelint.sources.printed_labels import labels_printed
from notelint.values import file_key
from notelint.vault import MOST, Vault, is_note, is_slip, link_text


def count_citations(citations: Iterable[Citation], vault: Vault) -> Bibliography:
    """All citations of a vault, counted."""
    found = tuple(citations)
    shelf = _Shelf(vault, [citation for citation in found if citation.names_work])
    unnamed = (citation for citation in found if not citation.names_work)
    by_form = _grouped(unnamed, lambda citation: citation.form)
    others = (Other(form, _uses(group)) for form, group in by_form.items())
    linked = {path for citation in found for path in citation.linked}
    return Bibliography(
        _uses(found),
        shelf.works(),
        tuple(sorted(others, key=lambda other: (other.uses.rank, other.form))),
        shelf.missing(),
        tuple(path for path in shelf.home_pages if path not in linked),
    )


class _Shelf:
    """The works that some citations name, and the home pages of the vault."""

    def __init__(self, vault: Vault, citations: Sequence[Citation]) -> None:
        self._vault = vault
        self._citations = citations
        self.home_pages = _home_pages(vault)
        cited = (citation.work for citation in citations)
        self._full_names = _full_names([*cited, *self.home_pages.values()])
        self._newest = NewestEditions(self.home_pages, self._key)
        self._pages = _grouped(self.home_pages, lambda path: self._key(self.home_pages[path]))

    def works(self) -> tuple[CitedWork, ...]:
        """The works that are cited, the most cited first."""
        groups = _grouped(self._citations, lambda citation: self._key(citation.work)).values()
        return tuple(sorted(map(self._work, groups), key=lambda work: (work.uses.rank, work.name)))

    def missing(self) -> tuple[MissingHomePage, ...]:
        """The home pages that links name in vain, however their names are spelled."""
        in_vain = (citation for citation in self._citations if citation.is_in_vain)
        return tuple(sorted(map(self._missing, _grouped(in_vain, self._page_key).values())))

    def _page_key(self, citation: Citation) -> tuple[str, ...]:
        """What is the same for all spellings of a home page's name; a name of another form is one
        by itself."""
        target = citation.target or ""
        if title_in(self._vault.home_pages, target) is None:
            return (file_key(target),)
        return self._key(citation.work), citation.work.edition_key

    def _key(self, work: Work) -> str:
        """What is the same for all names of a work. A title alone means the work of that title,
        where only one has a publisher."""
        name = file_key(work.name)
        return self._full_names.get(name, name)

    def _work(self, citations: Sequence[Citation]) -> CitedWork:
        works = [citation.work for citation in citations]
        published = [work for work in works if work.publisher] or works
        editions = map(self._edition, _grouped(citations, _edition_key).values())
        return CitedWork(
            _usual(work.title for work in published) or "",
            _usual(work.publisher for work in published),
            _uses(citations),
            tuple(sorted(editions, key=lambda edition: (edition.uses.rank, edition.name or ""))),
        )

    def _edition(self, citations: Sequence[Citation]) -> Edition:
        by_name = _grouped(citations, lambda citation: citation.name).items()
        spellings = [Spelling(name, _uses(group)) for name, group in by_name]
        spellings.sort(key=lambda spelling: (spelling.uses.rank, spelling.name))
        older = filter(None, map(self._newest.newer, citations))
        reached = {citation.page for citation in citations if citation.page}
        in_vain = {citation.target for citation in citations if citation.is_in_vain}
        return Edition(
            _usual(citation.work.edition for citation in citations),
            _uses(citations),
            tuple(spellings),
            tuple(sorted(reached.union(self._pages_of_edition(citations[0])))),
            tuple(sorted(target for target in in_vain if target)),
            self._vault.conventions.dictionary(spellings[0].name),
            labels_printed(self._vault, spellings[0].name),
            tuple(sorted(older, key=lambda one: one.order)),
        )

    def _missing(self, citations: Sequence[Citation]) -> MissingHomePage:
        name = _usual(citation.target for citation in citations) or ""
        notes = sorted({citation.note for citation in citations})
        return MissingHomePage(name, tuple(notes), self._near(citations[0]))

    def _near(self, citation: Citation) -> tuple[str, ...]:
        """Home pages of the same work, the same edition first; else files with a similar title."""
        of_work = self._pages.get(self._key(citation.work))
        if of_work:
            return tuple(dict.fromkeys([*self._pages_of_edition(citation), *of_work]))[:MOST]
        names = self._vault.names.near(citation.name)
        near = (name for name in names if is_slip(citation.work.title, self._title(name)))
        return tuple(map(self._vault.names.path_of, near))

    def _pages_of_edition(self, citation: Citation) -> Iterator[str]:
        for path in self._pages.get(self._key(citation.work), ()):
            if self.home_pages[path].edition_key == _edition_key(citation):
                yield path

    def _title(self, name: str) -> str:
        return work_of(title_in(self._vault.home_pages, name) or name).title


def _home_pages(vault: Vault) -> dict[str, Work]:
    """The files that are called as home pages are, and what they stand for."""
    named = ((path, posixpath.basename(link_text(path))) for path in filter(is_note, vault.files))
    found = (entry for entry in named if title_in(vault.home_pages, entry[1]))
    return {path: work_called(vault, name) for path, name in sorted(found)}


def _full_names(works: Iterable[Work]) -> dict[str, str]:
    """The name of a work by its title alone, where no other work has that title."""
    names: dict[str, set[str]] = {}
    for work in works:
        if work.publisher:
            names.setdefault(file_key(work.title), set()).add(file_key(work.name))
    return {title: min(found) for title, found in names.items() if len(found) == 1}


def _edition_key(citation: Citation) -> str:
    return citation.work.edition_key


def _uses(citations: Sequence[Citation]) -> Uses:
    used = [citation for citation in citations if citation.is_used]
    return Uses(
        len({citation.note for citation in used}),
        len({(citation.note, start) for citation in used for start in citation.sections}),
        len(citations),
        len(citations) - len(used),
    )


def _usual(words: Iterable[str | None]) -> str | None:
    """What is written most often; of equals the first of the alphabet."""
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word), default=None)


Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def _grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    found: dict[Key, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found
