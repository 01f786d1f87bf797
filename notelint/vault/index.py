"""What the notes of a vault hold, as far as other notes ask: the index is the summaries by path,
and what follows from them.

What was looked up once is carried over to an index that differs in some notes, so that a change
costs what those notes are, and not what the vault is.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from notelint.notes import Anchors, Linked, NoteSummary, Printed, link_name
from notelint.values import NamedTuple, dataclass, field, file_key
from notelint.vault.layered import Layered, counted, regrouped
from notelint.vault.resolution import LinkFrom
from notelint.vault.spelling import NoteWords, Spelling

if TYPE_CHECKING:
    from notelint.vault.layered import Move


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
        return self.aliases.get(file_key(alias), ())

    def notes_linking(self, name: str) -> int:
        """How many notes have a link with the name of a file, whatever it reaches."""
        return self.naming.get(link_name(name), 0)

    def printed_by(self, name: str) -> Mapping[str, int]:
        """How many sections print each form that quote what has a name, given by its key."""
        return self.printing.get(name, {})

    def links_to(self, name: str) -> tuple[LinkFrom, ...]:
        """The links to places in a note of a name, given by its key, and the notes that have them,
        in order. Where they lead is left open."""
        return self.linking.get(name, ())

    @cached_property
    def spelling(self) -> Spelling:
        """How the notes write their words."""
        return Spelling.of(words_of(path, summary) for path, summary in self.summaries.items())

    def with_note(self, path: str, summary: NoteSummary) -> VaultIndex:
        """The index with this summary for a note, be it new or not."""
        return self.updated({path: summary})

    def with_notes(self, summaries: Mapping[str, NoteSummary]) -> VaultIndex:
        """The same for some notes at once, which costs less than one after the other."""
        return self.updated(summaries)

    def without(self, path: str) -> VaultIndex:
        """The index without a note."""
        return self.updated({path: None})

    def merged(self, other: VaultIndex) -> VaultIndex:
        """The index of the notes of both, which have none in common."""
        return fold({**self.summaries, **other.summaries})

    @cached_property
    def aliases(self) -> Layered[str, tuple[str, ...]]:
        """The notes that have an alias, by its key."""
        found: dict[str, list[str]] = {}
        for path in sorted(self.summaries):
            for key in alias_keys(self.summaries[path]):
                found.setdefault(key, []).append(path)
        return Layered({key: tuple(paths) for key, paths in found.items()})

    @cached_property
    def linking(self) -> Layered[str, tuple[LinkFrom, ...]]:
        """The links to places in notes, by the keys of the names of these."""
        found: dict[str, list[LinkFrom]] = {}
        for path in sorted(self.summaries):
            for linked in sorted(self.summaries[path].linked):
                for key in linked_keys(linked):
                    found.setdefault(key, []).append((path, linked))
        return Layered({key: tuple(links) for key, links in found.items()})

    @cached_property
    def naming(self) -> Layered[str, int]:
        """How many notes have a link with the name of a file, by the key of the name."""
        return Layered(Counter(name for note in self.summaries.values() for name in note.names))

    @cached_property
    def printing(self) -> Layered[str, Mapping[str, int]]:
        """How many sections print each form, by what they quote."""
        counts: Forms = {}
        for note in self.summaries.values():
            count_printed(counts, note.printed)
        return Layered(counts)

    def changes(self, summaries: Mapping[str, NoteSummary | None]) -> Iterator[Change]:
        """Those of some summaries that are not what the index has, None for a note that is gone."""
        for path, new in summaries.items():
            known = self.summaries.get(path)
            if known != new:
                yield Change(path, known, new)

    def updated(self, summaries: Mapping[str, NoteSummary | None]) -> VaultIndex:
        """The index with other summaries, and without the notes whose summary is None."""
        changes = list(self.changes(summaries))
        if not changes:
            return self
        index = VaultIndex(self.summaries.updated({item.path: item.now for item in changes}))
        known = vars(self)
        if "spelling" in known:
            words = [change.words for change in changes]
            vars(index)["spelling"] = self.spelling.replaced(words)
        if "aliases" in known:
            vars(index)["aliases"] = regrouped(self.aliases, map(_alias_move, changes))
        if "linking" in known:
            vars(index)["linking"] = regrouped(
                self.linking, chain.from_iterable(map(_linking_moves, changes))
            )
        if "naming" in known:
            vars(index)["naming"] = counted(self.naming, _names_changed(changes))
        if "printing" in known:
            vars(index)["printing"] = _recounted(self.printing, printed_changed(changes))
        return index


class Change(NamedTuple):
    """A note whose summary is another now; None where it is not in the index."""

    path: str
    known: NoteSummary | None
    now: NoteSummary | None

    @property
    def before(self) -> NoteSummary:
        """What it held; nothing where it was not there."""
        return self.known or _NO_SUMMARY

    @property
    def after(self) -> NoteSummary:
        """What it holds; nothing where it is gone."""
        return self.now or _NO_SUMMARY

    @property
    def is_other_note(self) -> bool:
        """Whether it has come or gone."""
        return self.known is None or self.now is None

    @property
    def words(self) -> tuple[NoteWords, NoteWords]:
        """Its words before and after."""
        before, after = self.before, self.after
        return words_of(self.path, before), words_of(self.path, after)


_NO_SUMMARY = NoteSummary()
Forms = dict[str, dict[str, int]]  # counts by names


def words_of(path: str, summary: NoteSummary) -> NoteWords:
    """The words of a note, and what it is called."""
    if summary is _NO_SUMMARY:
        return NoteWords(summary.words)
    return NoteWords(summary.words, posixpath.basename(path).removesuffix(".md"))


def _alias_move(change: Change) -> Move[str, str]:
    before, after = alias_keys(change.before), alias_keys(change.after)
    return change.path, before.keys() - after.keys(), after.keys() - before.keys()


def _linking_moves(change: Change) -> Iterator[Move[LinkFrom, str]]:
    path, before, after = change.path, change.before.linked, change.after.linked
    for linked in before - after:
        yield (path, linked), linked_keys(linked), ()
    for linked in after - before:
        yield (path, linked), (), linked_keys(linked)


def _names_changed(changes: Iterable[Change]) -> dict[str, int]:
    names: Counter[str] = Counter()
    for change in changes:
        names.update(change.after.names)
        names.subtract(change.before.names)
    return {name: more for name, more in names.items() if more}


def count_printed(counts: Forms, printed: Printed, sign: int = 1) -> None:
    """Add what the sections of a note print, or take it away."""
    for name, form, count in printed:
        forms = counts.setdefault(name, {})
        forms[form] = forms.get(form, 0) + sign * count


def printed_changed(changes: Iterable[Change]) -> Forms:
    """How many sections more print what, less than none where they are fewer."""
    counts: Forms = {}
    for change in changes:
        count_printed(counts, change.after.printed)
        count_printed(counts, change.before.printed, -1)
    return {name: forms for name, forms in counts.items() if any(forms.values())}


def _recounted(
    known: Layered[str, Mapping[str, int]], more: Forms
) -> Layered[str, Mapping[str, int]]:
    changed: dict[str, Mapping[str, int] | None] = {}
    for name, forms in more.items():
        before = known.get(name, {})
        sums = {form: before.get(form, 0) + forms.get(form, 0) for form in {**before, **forms}}
        changed[name] = {form: count for form, count in sums.items() if count} or None
    return known.updated(changed)


def fold(summaries: Mapping[str, NoteSummary] | Iterable[tuple[str, NoteSummary]]) -> VaultIndex:
    """The index of some notes: their summaries by path, in any order."""
    return VaultIndex(Layered(dict(summaries)))


def linked_keys(linked: Linked) -> set[str]:
    """The keys of the names that a file may have for a link to reach it."""
    path = linked.target.partition("#")[0].strip().rstrip("/")
    if linked.is_wiki:
        return {file_key(posixpath.basename(path))}
    bare = path.partition("?")[0]
    return {
        file_key(posixpath.basename(name)) for name in (unquote(bare), bare, unquote(path), path)
    }


def alias_keys(summary: NoteSummary) -> dict[str, None]:
    """The keys of a note's aliases, in its order."""
    return dict.fromkeys(map(file_key, summary.aliases))
