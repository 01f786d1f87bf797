"""The places inside a note that links lead to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Protocol

from notelint.notes.slugs import numbered, slug, slugs
from notelint.values import NamedTuple, dataclass, heading_key


class Anchor(NamedTuple):
    """A heading that links may lead to: as it is written, and as it is shown."""

    depth: int
    source: str
    plain: str

    @property
    def text(self) -> str:
        """What it says without its markup, but with the footnote that tells one Source from
        another."""
        return self.source if "[^" in self.source else self.plain

    @property
    def keys(self) -> frozenset[str]:
        """What a link may call it: its source and its plain text, as compared."""
        return _keys(self.source, self.plain)

    @property
    def names(self) -> frozenset[str]:
        """All that a link may call it: its keys, and behind a `#` its slugs and what other readers
        make of them."""
        return _names(self)

    @property
    def own_slugs(self) -> tuple[str, str]:
        """The slugs of its text and of what is shown of it, as they are without numbers."""
        return slug(self.text.strip()), slug(self.plain.strip())


@lru_cache(maxsize=4096)
def _keys(source: str, plain: str) -> frozenset[str]:
    return frozenset((heading_key(source), heading_key(plain)))


@lru_cache(maxsize=256)  # of headings that fixes touch, which are the same in notes of one kind
def _names(anchor: Anchor) -> frozenset[str]:
    return anchor.keys.union(f"#{name}" for name in slugs([(anchor.text, anchor.plain)]))


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Anchors:
    """All places inside a note that a link may lead to: ``blocks`` are keys of ids, ``elements``
    those of HTML."""

    headings: tuple[Anchor, ...] = ()
    blocks: frozenset[str] = _NONE
    elements: frozenset[str] = _NONE

    def below(self, key: str, index: int, depth: int) -> tuple[int, int] | None:
        """The index and the depth of the first heading of a key that stands behind another one and
        is deeper."""
        levels = self.by_key.get(key, {})
        behind = (
            (level, bisect_right(found, index)) for level, found in levels.items() if level > depth
        )
        first = ((levels[level][at], level) for level, at in behind if at < len(levels[level]))
        return min(first, default=None)

    @cached_property
    def by_key(self) -> dict[str, dict[int, list[int]]]:
        """The indices of the headings by their keys and their depths."""
        found: dict[str, dict[int, list[int]]] = {}
        for index, heading in enumerate(self.headings):
            for key in heading.keys:
                found.setdefault(key, {}).setdefault(heading.depth, []).append(index)
        return found

    def signed(self, key: str) -> int | None:
        """The first heading of a source that holds a `#`, by its key: a link to it looks as if it
        named several."""
        return next(iter(self.with_signs.get(key, ())), None)

    @cached_property
    def with_signs(self) -> dict[str, list[int]]:
        """The indices of the headings whose source holds a `#`, by its key."""
        found: dict[str, list[int]] = {}
        for index, heading in enumerate(self.headings):
            if "#" in heading.source:
                found.setdefault(heading_key(heading.source), []).append(index)
        return found

    @cached_property
    def slugs(self) -> dict[str, int]:
        """The index of each heading by the slugs that other readers give it."""
        return slugs((heading.text, heading.plain) for heading in self.headings)

    @cached_property
    def numbered_slugs(self) -> dict[str, int]:
        """The index of each heading by the one slug, with its number, that its source has."""
        names = numbered(heading.text for heading in self.headings)
        return {name: index for index, name in enumerate(names)}

    def renamed(self, index: int, anchor: Anchor) -> Anchors:
        """The anchors with another heading in the place of one."""
        return _Renamed(self, index, anchor)


class _Renamed(Anchors):
    """Anchors that differ from others in one heading, and look up the rest in them: thousands of
    headings may be renamed, each by itself."""

    before: Anchors
    index: int
    own: Anchor

    def __init__(self, before: Anchors, index: int, own: Anchor) -> None:
        vars(self).update(before=before, index=index, own=own)
        vars(self).update(blocks=before.blocks, elements=before.elements)

    @cached_property
    def headings(self) -> tuple[Anchor, ...]:
        headings = self.before.headings
        return (*headings[: self.index], self.own, *headings[self.index + 1 :])

    def below(self, key: str, index: int, depth: int) -> tuple[int, int] | None:
        found, own = self.before.below(key, index, depth), self.own
        if found is not None and found[0] == self.index:
            found = self.before.below(key, self.index, depth)
        if key not in own.keys or self.index <= index or own.depth <= depth:
            return found
        return min((self.index, own.depth), found or (self.index, own.depth))

    def signed(self, key: str) -> int | None:
        own = self.own.source
        found = [index for index in self.before.with_signs.get(key, ())[:2] if index != self.index]
        found += [self.index] if "#" in own and heading_key(own) == key else []
        return min(found, default=None)


class _Heading(Protocol):
    @property
    def depth(self) -> int: ...
    @property
    def source(self) -> str: ...
    @property
    def plain(self) -> str: ...


def anchors_of(
    headings: Iterable[_Heading],
    blocks: frozenset[str] = _NONE,
    elements: frozenset[str] = _NONE,
) -> Anchors:
    """The anchors of a note with some headings."""
    found = (Anchor(heading.depth, heading.source, heading.plain) for heading in headings)
    return Anchors(tuple(found), blocks, elements)
