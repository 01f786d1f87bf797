from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from notelint.authoring import (
    Anchors,
    Finding,
    Link,
    MissingHeading,
    NearMisses,
    NearNames,
    Note,
    Rule,
    Subpath,
    Vault,
    heading_key,
    slug,
    with_subpath,
)


@dataclass(frozen=True)
class UnresolvedHeading(Rule):
    """A link to a heading that was renamed opens the note at its top, and the reader searches."""

    name = "unresolved-heading"
    code = "NL302"
    summary = "The heading that a link names is in the note."
    bad = "See [[#Wals]].\n\n# Walls\n"
    good = "See [[#Walls]].\n\n# Walls\n"
    fixes = "Unsafe: the link is given the nearest heading, where one is near."

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link, resolution, flaw in vault.followed(note):
            if not link.subpath or flaw:
                continue
            reached = list(vault.anchors_reached(note, resolution))
            missing = [found for anchors in reached if (found := _missing(link, anchors))]
            if missing and len(missing) == len(reached):
                yield _finding(link, missing[0], reached[0])


def _missing(link: Link, anchors: Anchors) -> MissingHeading | None:
    if link.is_wiki:
        return Subpath.read(link.target).missing_heading(anchors)
    fragment = unquote(link.subpath)
    if slug(fragment) in anchors.slugs:
        return None
    missing = Subpath.read("#" + fragment).missing_heading(anchors)
    return missing and MissingHeading(fragment, "")


def _finding(link: Link, missing: MissingHeading, anchors: Anchors) -> Finding:
    key = heading_key(missing.heading)
    texts = tuple(dict.fromkeys(anchor.text for anchor in anchors.headings))
    names = _names(texts).near(missing.heading)
    near = NearMisses(tuple(name for name in names if heading_key(name) != key))
    is_single = link.is_wiki and link.target.count("#") == 1
    fix = with_subpath(link, near.names[0]) if near.names and is_single else None
    return Finding(link.span, f"the note has no heading {missing}{near.hint}", fix)


@lru_cache(maxsize=16)
def _names(headings: tuple[str, ...]) -> NearNames:
    return NearNames(headings)
