from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from notelint.authoring import (
    MOST_RELATED,
    Anchors,
    Finding,
    Link,
    MissingHeading,
    NearMisses,
    NearNames,
    Note,
    Related,
    Rule,
    Trigger,
    Vault,
    dataclass,
    heading_key,
    lazy_pattern,
    with_subpath,
)

TABLE = 3  # so many links of a note to itself that name no heading are a table of contents
_MARKER = lazy_pattern(r"[\s>]*(?:[-*+]|\d+[.)])?[\s\d.]*")


@dataclass(frozen=True)
class UnresolvedHeading(Rule):
    """A link to a heading that was renamed opens the note at its top, and the reader searches."""

    name = "unresolved-heading"
    code = "NL302"
    summary = "The heading that a link names is in the note."
    bad = "See [[#Wals]].\n\n# Walls\n"
    good = "See [[#Walls]].\n\n# Walls\n"
    fixes = (
        "Unsafe: the link is given the nearest heading, where one is near. Of a table of contents "
        "none of whose entries is there only the first is told, with how many more there are."
    )
    trigger = Trigger(facts=("links",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        missed = list(_missed(note, vault))
        listed = [miss for miss in missed if _is_listed(miss.link, note)]
        if len(listed) < TABLE:
            listed = []
        told = {miss.link.span for miss in listed}
        yield from (_finding(miss) for miss in missed if miss.link.span not in told)
        if listed:
            yield _table(note, listed)


class _Miss(NamedTuple):
    """A link to a heading that is in no note that it can mean; ``anchors`` are of the first."""

    link: Link
    missing: MissingHeading
    anchors: Anchors


def _missed(note: Note, vault: Vault) -> Iterator[_Miss]:
    for link, resolution, flaw in vault.followed(note):
        if "#" not in link.target or flaw or not link.subpath:
            continue
        reached = list(vault.anchors_reached(note, resolution))
        missing = [found for anchors in reached if (found := link.place.missing_heading(anchors))]
        if missing and len(missing) == len(reached):
            yield _Miss(link, missing[0], reached[0])


def _is_listed(link: Link, note: Note) -> bool:
    """Whether a link is an entry of a table of contents, as tools make them: a Markdown link to a
    heading of its note, which begins a line or an item."""
    if link.is_wiki or link.name:
        return False
    line = note.text.line_at(link.span.start)
    return _MARKER.fullmatch(line.content[: link.span.start - line.start]) is not None


def _table(note: Note, listed: list[_Miss]) -> Finding:
    """One finding for all of a table of contents, whose other links are too many to name each."""
    first, *others = listed
    more = f", nor the {len(others)} others that its table of contents names"
    related = tuple(
        Related(note.path, miss.link.span, f"no heading {miss.missing}")
        for miss in others[:MOST_RELATED]
    )
    return Finding(
        first.link.span, f"the note has no heading {first.missing}{more}", related=related
    )


def _finding(miss: _Miss) -> Finding:
    link, missing, anchors = miss
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
