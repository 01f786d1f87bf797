"""The index of a vault in plain data, as it goes from process to process and is kept between runs.

It can be made of some notes here and of others there, and joined. What is kept is never trusted:
what does not look right counts as missing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from notelint.notes import Linked, NoteSummary
from notelint.vault.deferred import Deferred
from notelint.vault.index import Forms, VaultIndex, alias_keys, count_printed, linked_keys, words_of
from notelint.vault.layered import Layered
from notelint.vault.resolution import LinkFrom
from notelint.vault.spelling import Spelling, compounds_among, tally_of

Section = Callable[[str], bytes | None]
Summarize = Callable[[str], NoteSummary | None]
Member = TypeVar("Member")
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_HIGHEST = 2_000_000_000  # of a count
_MOST_READ = 1000  # summaries in memory at once


class IndexParts(NamedTuple):
    """``rows`` are summaries, each as a line of JSON, by path; the others what is looked up in an
    index: paths in order by the keys of aliases, links to places by those of the names of files;
    how many notes link to a name; how many sections print what; how often words are written."""

    rows: dict[str, str]
    aliases: dict[str, list[str]]
    linking: dict[str, list[LinkFrom]]
    naming: dict[str, int]
    printing: Forms
    words: dict[str, int]
    small: dict[str, int]
    mixed: dict[str, int]

    @classmethod
    def of(cls, notes: Iterable[tuple[str, NoteSummary]]) -> IndexParts:
        """The index of some notes, given in order."""
        notes = list(notes)
        rows: dict[str, str] = {}
        aliases: dict[str, list[str]] = {}
        linking: dict[str, list[LinkFrom]] = {}
        naming = Counter(chain.from_iterable(summary.names for _, summary in notes))
        printing: Forms = {}
        for path, summary in notes:
            rows[path] = row_of(summary)
            count_printed(printing, summary.printed)
            for key in alias_keys(summary):
                aliases.setdefault(key, []).append(path)
            for linked in sorted(summary.linked):
                for key in linked_keys(linked):
                    linking.setdefault(key, []).append((path, linked))
        tally = tally_of(words_of(path, summary) for path, summary in notes)
        return cls(rows, aliases, linking, naming, printing, *tally)

    @classmethod
    def joined(cls, parts: Iterable[IndexParts]) -> IndexParts:
        """The parts of one index, given in the order of their notes."""
        whole = cls({}, {}, {}, {}, {}, {}, {}, {})
        for part in parts:
            whole.rows.update(part.rows)
            _extend(whole.aliases, part.aliases)
            _extend(whole.linking, part.linking)
            _count(whole.naming, part.naming)
            for name, forms in part.printing.items():
                _count(whole.printing.setdefault(name, {}), forms)
            _count(whole.words, part.words)
            _count(whole.small, part.small)
            _count(whole.mixed, part.mixed)
        return whole

    def as_index(self) -> VaultIndex:
        """The index that these are the parts of."""
        return _index(_Summaries(self.rows, _nothing), partial(getattr, self))


_MAPPINGS = IndexParts._fields[1:]
_OF_INDEX = _MAPPINGS[:4]


def _nothing(_path: str) -> None:
    """For summaries that were not kept, and are right."""


def _extend(groups: dict[str, list[Member]], more: Mapping[str, list[Member]]) -> None:
    for key, members in more.items():
        groups.setdefault(key, []).extend(members)


def _count(counts: dict[str, int], more: Mapping[str, int]) -> None:
    for key, count in more.items():
        counts[key] = counts.get(key, 0) + count


class _Summaries(Mapping[str, NoteSummary]):
    """Summaries that are read when they are asked for, and remembered for a while."""

    def __init__(self, rows: Mapping[str, str], anew: Summarize) -> None:
        self._rows, self._anew = rows, anew
        self._read: dict[str, NoteSummary] = {}

    def __getitem__(self, path: str) -> NoteSummary:
        if path not in self._read:
            if len(self._read) >= _MOST_READ:
                self._read.clear()
            self._read[path] = self._summary(path)
        return self._read[path]

    def _summary(self, path: str) -> NoteSummary:
        try:
            return summary_of(self._rows[path])
        except (TypeError, ValueError):
            return self._anew(path) or NoteSummary()

    def __contains__(self, path: object) -> bool:
        return path in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def row_of(summary: NoteSummary) -> str:
    """A summary as a line of JSON."""
    return _JSON.encode(summary.as_data())


def summary_of(row: str) -> NoteSummary:
    """What ``row_of`` made a line of.

    Raises:
        ValueError, TypeError: it is anything else.
    """
    try:
        return NoteSummary.from_data(json.loads(row))
    except RecursionError as error:
        raise ValueError("no summary") from error


def sections_of(index: VaultIndex) -> Iterator[tuple[str, bytes]]:
    """What is looked up in an index, as it is kept: its summaries apart, which are rows."""
    spelling = index.spelling
    mappings: tuple[Mapping[str, Any], ...] = (
        *(index.aliases, index.linking, index.naming, index.printing),
        *(spelling.words, spelling.small, spelling.mixed),
    )
    for name, mapping in zip(_MAPPINGS, mappings, strict=True):
        yield name, _written(mapping)


def _written(mapping: Mapping[str, Any]) -> bytes:
    return _JSON.encode(dict(mapping)).encode("utf-8", "surrogatepass")


def kept_index(rows: Mapping[str, str], section: Section, anew: Summarize = _nothing) -> VaultIndex:
    """The index that was kept, read where it is looked at. What is broken of it is made of the
    summaries; where one of these is broken, ``anew`` tells what the note holds."""
    summaries = _Summaries(rows, anew)
    made = VaultIndex(Layered(summaries))

    def mapping(name: str) -> Mapping[str, Any]:
        found, is_right = _read(section(name)), _CHECKS.get(name, _is_count)
        if found is not None and all(map(is_right, found.values())):
            return found
        remade: Mapping[str, Any] = getattr(made if name in _OF_INDEX else made.spelling, name)
        return remade

    return _index(summaries, mapping)


def _read(data: bytes | None) -> dict[str, Any] | None:
    """A mapping of strings; None where it is none."""
    try:
        found = json.loads((data or b"").decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _are_paths(value: object) -> bool:
    return type(value) is list and all(type(path) is str for path in value)


def _are_links(value: object) -> bool:
    return type(value) is list and all(map(_is_link, value))


def _is_link(value: Any) -> bool:
    try:
        path, (target, is_wiki) = value
    except (TypeError, ValueError):
        return False
    return (type(path), type(target), type(is_wiki)) == (str, str, bool)


def _are_counts(value: object) -> bool:
    return type(value) is dict and all(map(_is_count, value.values()))


_CHECKS: Mapping[str, Callable[[object], bool]] = {
    "aliases": _are_paths,
    "linking": _are_links,
    "printing": _are_counts,
}


def _is_count(value: object) -> bool:
    return type(value) is int and 0 < value <= _HIGHEST


def _index(
    summaries: Mapping[str, NoteSummary], mapping: Callable[[str], Mapping[str, Any]]
) -> VaultIndex:
    index = VaultIndex(Layered(summaries))
    words, small, mixed = (_counts(partial(mapping, name)) for name in _MAPPINGS[4:])
    compounds = Deferred(lambda: compounds_among(words))
    vars(index).update(
        aliases=_groups(partial(mapping, "aliases")),
        linking=_links(partial(mapping, "linking")),
        naming=_counts(partial(mapping, "naming")),
        printing=Layered(Deferred(partial(mapping, "printing"))),
        spelling=Spelling(words, small, mixed, Layered(compounds)),
    )
    return index


def _groups(make: Callable[[], Mapping[str, Any]]) -> Layered[str, tuple[str, ...]]:
    return Layered(Deferred(lambda: {key: tuple(paths) for key, paths in make().items()}))


def _links(make: Callable[[], Mapping[str, Any]]) -> Layered[str, tuple[LinkFrom, ...]]:
    def made() -> Mapping[str, tuple[LinkFrom, ...]]:
        return {
            key: tuple((path, Linked(*linked)) for path, linked in links)
            for key, links in make().items()
        }

    return Layered(Deferred(made))


def _counts(make: Callable[[], Mapping[str, Any]]) -> Layered[str, int]:
    return Layered(Deferred(make))
