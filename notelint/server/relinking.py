"""Links to headings and footnotes that are called otherwise, with their new targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from notelint.notes import Anchors, Link, Note, Subpath
from notelint.server.desk import Desk
from notelint.server.linking import goal_of, notes_linking
from notelint.values import label_key, lazy_pattern

_UNWRITABLE = lazy_pattern(r"%%|[\[\]:#|^\\]")  # what a link cannot hold of a heading
_NONE = -1  # no heading
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
    walk = _walk(place, before.anchors)
    if headings.isdisjoint(walk):
        return None
    if place.is_url and _is_slug(place, before, walk[-1]):
        return next(name for name, index in after.anchors.slugs.items() if index == walk[-1])
    written = place.headings if len(walk) == len(place.headings) else (place.whole,)
    parts = (
        link_words(after.facts.headings[index].source) if index in headings else part
        for index, part in zip(walk, written, strict=True)
    )
    return "#".join(quote(part, safe=_SAFE) if place.is_url else part for part in parts)


def _walk(place: Subpath, anchors: Anchors) -> list[int]:
    """The heading that each part of a place leads to; one alone where all of it is the name of one,
    be it its slug or one that holds a ``#``. ``_NONE`` stands for none."""
    whole = place.heading(anchors)
    ends = range(1, len(place.headings) + 1)
    parts = [place.headings[:end] for end in ends]
    walked = [
        place._replace(headings=part, whole="#".join(part)).heading(anchors) for part in parts
    ]
    found = walked if walked[-1] == whole else [whole]
    return [_NONE if index is None else index for index in found]


def _is_slug(place: Subpath, note: Note, index: int) -> bool:
    """Whether a place is called by the slug of a heading, which is not what that says."""
    slugs = note.anchors.slugs
    is_slug = slugs.get(place.whole) == index
    return is_slug and place.whole != link_words(note.facts.headings[index].source)


def link_words(heading: str) -> str:
    """A heading as a link calls it: what a link cannot hold is a blank, as Obsidian writes it."""
    return " ".join(_UNWRITABLE.sub(" ", heading).split())
