from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from notelint.authoring.link_edits import with_subpath
from notelint.authoring.rule import Rule
from notelint.notes.anchors import Anchors, Missing, Subpath, heading_key, slug
from notelint.notes.facts import Link
from notelint.notes.note import Note
from notelint.values.diagnostic import Finding
from notelint.vault.near_names import Names
from notelint.vault.resolution import anchors_of, is_inside, malformation, resolve_link
from notelint.vault.unresolved import NearMisses
from notelint.vault.vault import Vault


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
        for link in note.facts.links:
            if link.is_doubtful or "#" not in link.target or malformation(link):
                continue
            if not is_inside(link):
                continue
            reached = list(anchors_of(resolve_link(vault, link, note.path), note, vault))
            missing = [found for anchors in reached if (found := _missing(link, anchors))]
            if missing and len(missing) == len(reached):
                yield _finding(link, missing[0], reached[0])


def _missing(link: Link, anchors: Anchors) -> Missing | None:
    if link.kind in ("wikilink", "embed"):
        return Subpath.read(link.target).missing_heading(anchors)
    written = link.target.partition("#")[2]
    fragment = unquote(written)
    if slug(fragment) in anchors.slugs:
        return None
    missing = Subpath.read("#" + fragment).missing_heading(anchors)
    return missing and Missing(fragment, "")


def _finding(link: Link, missing: Missing, anchors: Anchors) -> Finding:
    key = heading_key(missing.heading)
    texts = tuple(dict.fromkeys(anchor.text for anchor in anchors.headings))
    names = _names(texts).near(missing.heading)
    near = NearMisses(tuple(name for name in names if heading_key(name) != key))
    is_single = link.kind in ("wikilink", "embed") and link.target.count("#") == 1
    fix = with_subpath(link, near.names[0]) if near.names and is_single else None
    return Finding(link.span, f"the note has no heading {missing}{near.hint}", fix)


@lru_cache(maxsize=16)
def _names(headings: tuple[str, ...]) -> Names:
    return Names(headings)
