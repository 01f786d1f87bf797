from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from notelint.authoring import (
    MOST_RELATED,
    Anchors,
    Finding,
    Link,
    MissingHeading,
    NearMisses,
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
_MARKER = lazy_pattern(r"[\s>]*+(?:[-*+]|\d+[.)])?[\s\d.]*+")


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
        listed = list(_listed(missed, note))
        if len(listed) < TABLE:
            listed = []
        told = {miss.link.span for miss in listed}
        yield from (_finding(miss, vault) for miss in missed if miss.link.span not in told)
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


def _listed(missed: Iterable[_Miss], note: Note) -> Iterator[_Miss]:
    """The entries of a table of contents, as tools make them: Markdown links to headings of their
    note, each of which begins a line or an item."""
    last = -1
    for miss in missed:
        link, line = miss.link, note.text.line_at(miss.link.span.start)
        is_first, last = line.start != last, line.start
        if not is_first or link.is_wiki or link.name:
            continue
        if _MARKER.fullmatch(note.text.content, line.start, link.span.start):
            yield miss


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


def _finding(miss: _Miss, vault: Vault) -> Finding:
    link, missing, anchors = miss
    key = heading_key(missing.heading)
    names = vault.near_headings.near(anchors, missing.heading)
    near = NearMisses(tuple(name for name in names if heading_key(name) != key))
    is_single = link.is_wiki and link.target.count("#") == 1
    fix = with_subpath(link, near.names[0]) if near.names and is_single else None
    return Finding(link.span, f"the note has no heading {missing}{near.hint}", fix)
