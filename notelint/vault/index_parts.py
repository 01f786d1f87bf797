"""The index of a vault in plain data, as it goes from process to process and is kept between runs.

It can be made of some notes here and of others there, and joined. What is kept is never trusted:
what does not look right counts as missing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from notelint.notes import NoteSummary
from notelint.values import NamedTuple
from notelint.vault.deferred import Deferred
from notelint.vault.index import Forms, VaultIndex, alias_keys, count_printed, linked_keys, words_of
from notelint.vault.layered import Layered
from notelint.vault.packed_texts import PackedTexts
from notelint.vault.remembered import Remembered
from notelint.vault.resolution import LinkFrom
from notelint.vault.spelling import Spelling, compounds_among, tally_of

Summarize = Callable[[str], NoteSummary | None]
Member = TypeVar("Member")
SEPARATORS = (",", ":")
_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=SEPARATORS)
MOST_SUMMARIES = 1000  # in memory at once


class IndexParts(NamedTuple):
    """``rows`` are summaries, each as a line of JSON, by path; the others what is looked up in an
    index: paths in order by the keys of aliases, links to places by those of the names of files;
    how many notes link to a name; how many sections print what; how often words are written."""

    rows: PackedTexts
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
        return cls(PackedTexts(rows), aliases, linking, naming, printing, *tally)

    @classmethod
    def joined(cls, parts: Iterable[IndexParts]) -> IndexParts:
        """The parts of one index, given in the order of their notes."""
        whole, rows = cls(PackedTexts(), {}, {}, {}, {}, {}, {}, {}), []
        for part in parts:
            rows.append(part.rows)
            _extend(whole.aliases, part.aliases)
            _extend(whole.linking, part.linking)
            _count(whole.naming, part.naming)
            for name, forms in part.printing.items():
                _count(whole.printing.setdefault(name, {}), forms)
            _count(whole.words, part.words)
            _count(whole.small, part.small)
            _count(whole.mixed, part.mixed)
        return whole._replace(rows=PackedTexts.joined(rows))

    def as_index(self) -> VaultIndex:
        """The index that these are the parts of."""
        return _index(self)


def _nothing(_path: str) -> None:
    """For summaries that were not kept, and are right."""


def _extend(groups: dict[str, list[Member]], more: Mapping[str, list[Member]]) -> None:
    for key, members in more.items():
        groups.setdefault(key, []).extend(members)


def _count(counts: dict[str, int], more: Mapping[str, int]) -> None:
    for key, count in more.items():
        counts[key] = counts.get(key, 0) + count


class Summaries(Remembered[NoteSummary]):
    """Summaries that are read when they are asked for."""

    _most = MOST_SUMMARIES

    def __init__(self, rows: Mapping[str, str], anew: Summarize = _nothing) -> None:
        super().__init__()
        self._rows, self._anew = rows, anew

    def _found(self, path: str) -> NoteSummary:
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


def _index(parts: IndexParts) -> VaultIndex:
    words, small, mixed = map(Layered, (parts.words, parts.small, parts.mixed))
    compounds = Deferred(lambda: compounds_among(words))
    index = VaultIndex(Layered(Summaries(parts.rows)))
    vars(index).update(
        aliases=Layered({key: tuple(paths) for key, paths in parts.aliases.items()}),
        linking=Layered({key: tuple(links) for key, links in parts.linking.items()}),
        naming=Layered(parts.naming),
        printing=Layered(parts.printing),
        spelling=Spelling(words, small, mixed, Layered(compounds)),
    )
    return index
