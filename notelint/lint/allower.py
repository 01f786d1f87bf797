"""Allows written for what is found in a note, each proven to change nothing else."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from notelint.lint.allow_places import PLACINGS, AllowPlace, AllowPlaces, Placing
from notelint.lint.edit_map import EditMap
from notelint.lint.sieve import sift
from notelint.notes import Note
from notelint.values import Diagnostic, Finding, Fix, NamedTuple
from notelint.vault import Vault

_MOST_ATTEMPTS = 4
_UNUSED = "unused-allow"

Find = Callable[[Note], Sequence[Diagnostic]]


class Allowed(NamedTuple):
    """A note with allows in it, what they allow, and what is left that nothing could allow."""

    note: Note
    allowed: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]


class _Part(NamedTuple):
    """The findings that one place is to allow."""

    place: AllowPlace
    items: list[Diagnostic]

    @property
    def names(self) -> list[str]:
        return list(dict.fromkeys(item.name for item in self.items))

    def as_fix(self, note: Note) -> Diagnostic:
        edit = self.place.edit(note, self.names)
        fix = Fix("allow it here", (edit,))
        return self.items[0]._replace(finding=Finding(edit.span, "", fix))


def allow(
    note: Note, find: Find, judge: Find, vault: Vault, placings: Sequence[Placing] = PLACINGS
) -> Allowed:
    """Allow all that ``find`` finds, each finding as near to it as can be, or at the first of some
    ``placings`` that does.

    ``judge`` finds allows that allow nothing, too: an allow that takes away what it was to allow,
    or does not reach it, is taken back, and a place farther away is tried.
    """
    left, allowed = tuple(find(note)), list[Diagnostic]()
    for placing in placings if note.may_be_written else ():
        if not left:
            break
        parts = _parts(note, left, placing)
        before, note = left, _put(note, parts, judge, vault)
        left = tuple(find(note))
        allowed += _gone(before, left)
    return Allowed(note, tuple(allowed), left)


def allow_some(
    note: Note, items: Sequence[Diagnostic], judge: Find, vault: Vault, placings: Sequence[Placing]
) -> Note | None:
    """A note with an allow for some of its findings, and for them alone; None where none can be
    written."""
    done = allow(note, lambda now: items if now is note else (), judge, vault, placings)
    return None if done.note is note else done.note


def _parts(note: Note, found: Iterable[Diagnostic], placing: Placing) -> list[_Part]:
    places, parts = AllowPlaces(note), dict[AllowPlace, _Part]()
    for item in found:
        place = placing(places, item.span.start)
        if place is not None:
            parts.setdefault(place, _Part(place, [])).items.append(item)
    return list(parts.values())


def _put(note: Note, parts: list[_Part], judge: Find, vault: Vault) -> Note:
    """The note with those allows that are proven and do what they are for; none of them where that
    is not clear after a few attempts."""
    for _ in range(_MOST_ATTEMPTS if parts else 0):
        fixes = {part.as_fix(note): part for part in parts}
        sifted = sift(note, sorted(fixes, key=lambda item: item.order), vault)
        kept = [fixes[item] for item in sifted.kept]
        parts = _useful(note, kept, judge(sifted.note))
        if len(parts) == len(kept):
            return sifted.note
    return note


def _useful(note: Note, parts: list[_Part], found: Iterable[Diagnostic]) -> list[_Part]:
    """Those that are in use, and leave nothing of what they are to allow."""
    starts: dict[str, list[int]] = {}
    for item in sorted(found, key=lambda item: item.order):
        starts.setdefault(item.name, []).append(item.span.start)
    moved = EditMap.of(part.place.edit(note, part.names) for part in parts)

    def has(name: str, start: int, end: int) -> bool:
        offsets = starts.get(name, [])
        index = bisect_left(offsets, start)
        return index < len(offsets) and offsets[index] <= end

    def is_useful(part: _Part) -> bool:
        edit, (start, end) = part.place.edit(note, part.names), part.place.scope
        last = edit.span.end + moved.shift(edit.span.end)
        first, end = last - len(edit.text), end + moved.shift(end)
        start = min(start + moved.shift(start), first)
        return not has(_UNUSED, first, last) and not any(has(n, start, end) for n in part.names)

    return [part for part in parts if is_useful(part)]


def _gone(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those of the first that are no longer found; of one rule, the first ones."""
    left, gone = Counter(item.name for item in after), []
    for item in before:
        if left[item.name]:
            left[item.name] -= 1
        else:
            gone.append(item)
    return gone
