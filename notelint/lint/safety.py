"""Who may apply a fix that changes what links call a place in the note."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from notelint.markdown import read_heading
from notelint.notes import Anchor, Anchors, Note, Subpath, family_of
from notelint.values import (
    Applicability,
    Diagnostic,
    Edit,
    Effect,
    Fix,
    NamedTuple,
    Span,
    apply_edits,
)
from notelint.vault import Vault


def judged(diagnostic: Diagnostic, note: Note, vault: Vault) -> Diagnostic:
    """A fix that would change what links call a heading is not safe, and is left to a person where
    a link would then reach another heading, or none. One that renumbers footnotes is, where another
    note links to one."""
    fix = diagnostic.fix
    if fix is None or fix.applicability is Applicability.MANUAL:
        return diagnostic
    applicability = min(fix.applicability, _most(fix, note, vault))
    if applicability is fix.applicability:
        return diagnostic
    return diagnostic.with_fix(fix._replace(applicability=applicability))


def _most(fix: Fix, note: Note, vault: Vault) -> Applicability:
    """The most that a fix may be, for what it renames."""
    if Effect.LABELS in fix.effects and _is_cited_elsewhere(note, vault):
        return Applicability.MANUAL
    renamed = list(_renamed(note, fix))
    if not renamed:
        return Applicability.SAFE
    if any(_is_reached_otherwise(note, renaming, vault) for renaming in renamed):
        return Applicability.MANUAL
    is_renamed = any(renaming.before.keys != renaming.after.keys for renaming in renamed)
    return Applicability.UNSAFE if is_renamed else Applicability.SAFE


class _Renaming(NamedTuple):
    """A heading that links would have to call otherwise."""

    number: int  # among the headings of the note, from 0
    before: Anchor
    after: Anchor


def _renamed(note: Note, fix: Fix) -> Iterator[_Renaming]:
    edits: dict[int, list[Edit]] = {}
    for edit in fix.edits:
        for index in note.facts.headings_at(edit.span):
            edits.setdefault(index, []).append(edit)
    for index, made in edits.items():
        heading = note.facts.headings[index]
        source = " ".join(_edited(note, line, made).strip() for line in heading.lines)
        before, after = _anchor(heading.depth, heading.source), _anchor(heading.depth, source)
        if before.names != after.names:
            yield _Renaming(index, before, after)


@lru_cache(maxsize=256)  # notes of one kind have the same headings
def _anchor(depth: int, source: str) -> Anchor:
    return Anchor(*read_heading(depth, source))


def _edited(note: Note, line: Span, edits: list[Edit]) -> str:
    """A line of a heading once it is edited; an edit that goes beyond it counts as far as here."""
    here = (
        Edit(Span(max(start, line.start) - line.start, min(end, line.end) - line.start), text)
        for (start, end), text in edits
        if line.start <= end and start <= line.end
    )
    return apply_edits(note[line], here)


def _is_reached_otherwise(note: Note, renaming: _Renaming, vault: Vault) -> bool:
    """Whether a link that reaches a heading would reach another one, or none."""
    index, before, after = renaming
    places = vault.places_by_name(note)
    if not places:
        return False
    reached = (
        (place, place.heading(note.anchors), name in before.names)
        for name in _changed(before, after) | _changed(after, before)
        for place in places.get(name, ())
    )
    found = [(place, at, is_lost) for place, at, is_lost in reached if at is not None]
    if any(is_lost and at == index for _, at, is_lost in found):
        return True
    return any(_leads_elsewhere(place, at, renaming, note.anchors) for place, at, _ in found)


def _changed(one: Anchor, other: Anchor) -> frozenset[str]:
    """The names that one heading has and another has not, and behind a `#` the families of such
    slugs, which are numbered."""
    slugs = zip(one.own_slugs, other.own_slugs, strict=True)
    families = (f"#{family_of(slug)}" for slug, instead in slugs if slug != instead)
    return (one.names - other.names).union(families)


def _leads_elsewhere(place: Subpath, at: int, renaming: _Renaming, anchors: Anchors) -> bool:
    """Whether a link that reaches a heading would reach another one, or none. A slug counts as led
    elsewhere where that is not ruled out: slugs are numbered, so a heading may move others."""
    index, before, after = renaming
    named = place.named_heading(anchors.renamed(index, after))
    if named is not None or place.named_heading(anchors) is not None:
        return named != at
    has_id = "{#" in after.source  # which goes before all slugs
    gained = _changed(after, before) | (after.names if has_id else frozenset())
    is_foreign = gained.isdisjoint(place.names)
    if index > at:  # which takes no number from one before
        is_first = anchors.numbered_slugs.get(place.slug) == at
        return not (is_foreign or (is_first and not has_id))
    has_no_number = anchors.headings[at].own_slugs[0] == place.slug
    return not (is_foreign and has_no_number)


def _is_cited_elsewhere(note: Note, vault: Vault) -> bool:
    """Whether another note links to a footnote of this one."""
    labels = (place.footnote for place in vault.subpaths_into(note.path))
    return any(label and note.facts.definition_of(label) for label in labels)
