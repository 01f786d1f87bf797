"""The work of all notes put in order: what most others lead to comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from notelint.values import NamedTuple, file_key
from notelint.worklist.note_work import NoteWork, Want

_LEAST = 2  # notes that want another one before anybody is told
NO_DATES: Mapping[str, str] = MappingProxyType({})


class Item(NamedTuple):
    """Something to write: the note at the path ``name``, or one that is to be called so.

    ``links`` are the notes that link or refer to it, ``sources`` the Sources that wait in it, or
    that refer to it; ``since`` is the day on which it came into the history of the vault, as in
    ``2025-01-31``.
    """

    want: Want
    name: str
    links: int
    sources: int = 0
    since: str | None = None


class Worklist(NamedTuple):
    """All items in order; ``notes`` were read, of which ``terms`` are to have a Synthesis."""

    notes: int = 0
    terms: int = 0
    items: tuple[Item, ...] = ()

    def first(self, most: int) -> Worklist:
        """The same with so many items at most."""
        return self._replace(items=self.items[:most])

    @property
    def syntheses(self) -> tuple[Item, ...]:
        """The Syntheses to write."""
        return tuple(item for item in self.items if item.want is not Want.MISSING)

    @property
    def missing(self) -> tuple[Item, ...]:
        """The notes to write."""
        return tuple(item for item in self.items if item.want is Want.MISSING)


def worklist_of(works: Iterable[NoteWork], added: Mapping[str, str] = NO_DATES) -> Worklist:
    """The work of all notes, given in any order; ``added`` are the days on which they came, by
    path. Syntheses first, then notes; of each those that most notes link to, then those in which
    most Sources wait, the oldest of these."""
    found = tuple(works)
    items = (*_syntheses(found, added), *_missing(found))
    terms = sum(work.has_synthesis for work in found)
    return Worklist(len(found), terms, tuple(sorted(items, key=_order)))


def _order(item: Item) -> tuple[bool, int, int, str, str]:
    is_missing = item.want is Want.MISSING
    return is_missing, -item.links, -item.sources, item.since or "~", item.name


def _syntheses(works: Iterable[NoteWork], added: Mapping[str, str]) -> Iterator[Item]:
    links = Counter(path for work in works for path in work.links)
    for work in works:
        if work.want is not None:
            path = work.path
            yield Item(work.want, path, links[path], work.sources, added.get(path))


def _missing(works: Iterable[NoteWork]) -> Iterator[Item]:
    """The notes that are wanted, each under the name that most others give it."""
    names: dict[str, Counter[str]] = {}
    notes: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    for work in works:
        for name in (*work.missing, *work.referred):
            names.setdefault(file_key(name), Counter())[name] += 1
        notes.update({file_key(name) for name in (*work.missing, *work.referred)})
        sources.update(map(file_key, work.referred))
    for key, spellings in names.items():
        if notes[key] >= _LEAST:
            name = min(spellings, key=lambda name: (-spellings[name], name.isupper(), name))
            yield Item(Want.MISSING, name, notes[key], sources[key])
