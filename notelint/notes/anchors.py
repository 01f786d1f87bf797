"""The places inside a note that links lead to, and what a link says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from notelint.markdown import HeadingText
from notelint.values import block_key, heading_key

# An id is said to be letters, digits and hyphens behind a space on the last line of its block. What
# other ids, and other places, Obsidian takes nobody could check, so all of them count; its own help
# has one right behind an embed.
_BLOCK_ID = re.compile(r"\^([^\s\[\]^]+)[ \t]*(?=[\r\n]|\Z)")


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


@lru_cache(maxsize=4096)
def _keys(source: str, plain: str) -> frozenset[str]:
    return frozenset((heading_key(source), heading_key(plain)))


@dataclass(frozen=True)
class Anchors:
    """All places inside a note that a link may lead to; ``blocks`` are keys of ids."""

    headings: tuple[Anchor, ...] = ()
    blocks: frozenset[str] = frozenset()

    @cached_property
    def by_key(self) -> dict[str, list[tuple[int, int]]]:
        """The index and the depth of each heading, by its keys."""
        found: dict[str, list[tuple[int, int]]] = {}
        for index, heading in enumerate(self.headings):
            for key in heading.keys:
                found.setdefault(key, []).append((index, heading.depth))
        return found

    @cached_property
    def slugs(self) -> frozenset[str]:
        return frozenset(slug(heading.text) for heading in self.headings)


def anchors_of(headings: Iterable[HeadingText], content: str) -> Anchors:
    """The anchors of a note with some headings."""
    blocks = frozenset(map(block_key, _BLOCK_ID.findall(content))) if "^" in content else _NONE
    return Anchors(tuple(Anchor(*heading) for heading in headings), blocks)


_NONE: frozenset[str] = frozenset()


class Subpath(NamedTuple):
    """``#a#b`` as headings to walk down, ``#^id`` as a block, both as written and perhaps empty."""

    headings: tuple[str, ...] = ()
    block: str = ""

    @classmethod
    def read(cls, target: str) -> Subpath:
        """The subpath of a link's target. ``#[^1]``, which leads to a footnote, is neither."""
        parts = [part.strip() for part in target.split("#")[1:]]
        if not parts or parts[-1].startswith("[^"):
            return cls()
        if parts[-1].startswith("^"):
            return cls(block=parts[-1][1:])
        return cls(tuple(part for part in parts if heading_key(part)))

    def missing_heading(self, anchors: Anchors) -> MissingHeading | None:
        """The first heading of the walk that is not there.

        Each one is the first of its text behind and below the one before: a second heading of the
        same text cannot be reached.
        """
        index, depth, above = -1, 0, ""
        for heading in self.headings:
            named = anchors.by_key.get(heading_key(heading), ())
            found = next(((i, d) for i, d in named if i > index and d > depth), None)
            if found is None:
                return MissingHeading(heading, above)
            (index, depth), above = found, heading
        return None

    def is_missing_block(self, anchors: Anchors) -> bool:
        return bool(self.block) and block_key(self.block) not in anchors.blocks


class MissingHeading(NamedTuple):
    """A heading that is not there, and the one that it should be below, if any."""

    heading: str
    above: str

    def __str__(self) -> str:
        return f"`{self.heading}`" + (f" below `{self.above}`" if self.above else "")


_LINKED = re.compile(r"\[\[[^\[\]|#\r\n]*#([^\[\]|\r\n]+)|\]\([^()\s#]*#([^()\s]+)")


def headings_linked(content: str) -> Iterator[str]:
    """The headings that links of a text name, as compared; whose they are is left open."""
    for match in _LINKED.finditer(content) if "#" in content else ():
        yield from (heading_key(part) for part in (match[1] or unquote(match[2])).split("#"))


def slug(text: str) -> str:
    """A heading as other readers write it into a Markdown link: ``What's new?``, ``whats-new``."""
    return re.sub(r"[^\w\- ]", "", text.lower()).strip().replace(" ", "-")
