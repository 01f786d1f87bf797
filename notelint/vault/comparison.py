"""From one vault to another: which answers are no longer the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from notelint.notes import NoteSummary
from notelint.values import NamedTuple
from notelint.vault.asked import NAMES, Cell, Kind, packed
from notelint.vault.index import Change, VaultIndex, alias_keys, linked_keys, printed_changed
from notelint.vault.names import SIGNS, folders_of, name_keys
from notelint.vault.spelling import changed_tally, keys_of, may_lose_hyphen


class Changes(NamedTuple):
    """Summaries of notes that are others now, by path, None where there is none any more; and the
    files that have come or gone."""

    summaries: Mapping[str, NoteSummary | None]
    files: frozenset[str] = frozenset()


class Differences(NamedTuple):
    """The cells whose answers may differ, and the words of which it has changed whether and how
    they are written as compounds."""

    cells: frozenset[Cell]
    words: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.cells or self.words)

    def numbers(self) -> bytes:
        """The numbers of the cells, as they are kept."""
        return packed(self.cells)


def differences(before: VaultIndex, changes: Changes) -> Differences:
    """What has changed for those who ask the index ``before`` and the files."""
    changed = list(before.changes(changes.summaries))
    words = changed_tally(change.words for change in changed)
    compounds = frozenset(
        key for word in words.words if may_lose_hyphen(word) for key in keys_of(word)
    )
    cells: set[Cell] = set()
    for change in changed:
        cells.update(_of_note(change))
    cells.update((Kind.PRINTING, name) for name in printed_changed(changed))
    cells.update((Kind.WORD, word) for word in words.words)
    cells.update((Kind.SMALL, word) for word in words.small)
    cells.update((Kind.MIXED, word) for word in words.mixed)
    cells.update((Kind.COMPOUND, word) for word in compounds)
    cells.update(_of_files(changes.files))
    return Differences(frozenset(cells), compounds)


def _of_note(change: Change) -> Iterator[Cell]:
    path, before, after = change.path, change.before, change.after
    if before.anchors != after.anchors or change.is_other_note:
        yield Kind.NOTE, path
    for key in alias_keys(before).keys() ^ alias_keys(after).keys():
        yield Kind.ALIAS, key
    for linked in before.linked ^ after.linked:
        yield from ((Kind.LINKING, key) for key in linked_keys(linked))
    yield from ((Kind.NAMING, name) for name in before.names ^ after.names)


def _of_files(files: Iterable[str]) -> Iterator[Cell]:
    for path in files:
        yield NAMES
        yield from ((Kind.SIGN, sign) for sign in SIGNS if sign in path)
        yield from ((Kind.FILE, key) for key in name_keys(path))
        yield from ((Kind.FOLDER, key) for key in folders_of(path))
