"""Links to headings and footnotes that are called otherwise, with their new targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from notelint.notes import Link, Note, Subpath
from notelint.server.desk import Desk
from notelint.server.linking import goal_of, notes_linking
from notelint.values import label_key, lazy_pattern

_UNWRITABLE = lazy_pattern(r"%%|[\[\]:#|^\\]")  # what a link cannot hold of a heading
_SAFE = "/!,;:@&=+$*'~"  # in a URL


def relinked(
    desk: Desk, before: Note, after: Note, headings: frozenset[int], labels: Mapping[str, str]
) -> Iterator[tuple[Note, Link, str]]:
    """The links of the vault to some headings of a note, by their numbers, or to footnotes, by the
    keys of their labels before; each with the target that leads there after."""
    for note in notes_linking(desk, before.path, to_places=True):
        for link in note.facts.all_links:
            goal = goal_of(desk.vault, note, link)
            if goal is None or goal.path != before.path:
                continue
            place = link.place
            label = labels.get(label_key(place.footnote)) if place.footnote else None
            if label is not None:
                yield note, link, f"{link.path}#[^{label}]"
            subpath = _subpath(place, before, after, headings)
            if subpath is not None:
                yield note, link, f"{link.path}#{subpath}"


def _subpath(place: Subpath, before: Note, after: Note, headings: frozenset[int]) -> str | None:
    """The subpath by which some headings are called otherwise; None where it names none of them."""
    if place.block or not place.headings:
        return None
    walked = [
        place._replace(headings=place.headings[:end], whole="#".join(place.headings[:end])).heading(
            before.anchors
        )
        for end in range(1, len(place.headings) + 1)
    ]
    if place.heading(before.anchors) not in walked:  # by its slug, or by a name with a `#`
        walked = [place.heading(before.anchors)]
    if headings.isdisjoint(index for index in walked if index is not None):
        return None
    if place.is_url and len(walked) == 1 and _is_slug(place, before, walked[0]):
        slugs = {index: slug for slug, index in after.anchors.slugs.items()}
        return slugs.get(walked[0] if walked[0] is not None else -1)
    written = list(place.headings) if len(walked) == len(place.headings) else [place.whole]
    parts = (
        link_words(after.facts.headings[index].source) if index in headings else part
        for index, part in zip(walked, written, strict=True)
        if index is not None or part
    )
    return "#".join(quote(part, safe=_SAFE) if place.is_url else part for part in parts)


def _is_slug(place: Subpath, note: Note, index: int | None) -> bool:
    """Whether a place is called by its slug, which is another than its words."""
    slug = next((name for name, at in note.anchors.slugs.items() if at == index), None)
    return slug == place.whole and "-" in place.whole


def link_words(heading: str) -> str:
    """A heading as a link calls it: what a link cannot hold is a blank, as Obsidian writes it."""
    return " ".join(_UNWRITABLE.sub(" ", heading).split())
