"""What the references and links of a note reach, and whether edits change it undeclared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from notelint.lint.edit_map import EditMap, SpanSet
from notelint.notes import Definition, Heading, Link, Note, Reference, Subpath
from notelint.values import Effect, Fix, dataclass
from notelint.vault import Vault

Item = TypeVar("Item", Reference, Definition, Link, Heading)


class Declared:
    """The edits whose fixes declare a change, by change: the spans replaced and those written."""

    def __init__(self, fixes: Iterable[Fix], edit_map: EditMap) -> None:
        self.old: dict[Effect, SpanSet] = {}
        self.new: dict[Effect, SpanSet] = {}
        fixes = tuple(fixes)
        for change in Effect:
            edits = {edit for fix in fixes if change in fix.effects for edit in fix.edits}
            self.old[change], self.new[change] = edit_map.part(edits)


@dataclass(frozen=True)
class Matched(Generic[Item]):
    """The references, definitions, links or headings of a note before and after: pairs of those
    that stay, and those that were declared to be moved away, moved or written here."""

    stay_before: tuple[Item, ...]
    stay_after: tuple[Item, ...]
    gone: tuple[Item, ...]
    come: tuple[Item, ...]

    @classmethod
    def of(
        cls, before: tuple[Item, ...], after: tuple[Item, ...], declared: Declared, *also: Effect
    ) -> Matched[Item]:
        """``also`` are effects that take such items out and put them in, beside those that move
        what stands in their edits."""
        moving: tuple[Effect, ...] = (Effect.PLACES, *also)
        stay_before, gone = _parted(before, [declared.old[effect] for effect in moving])
        writing: tuple[Effect, ...] = (*moving, Effect.ADDITIONS)
        stay_after, come = _parted(after, [declared.new[effect] for effect in writing])
        return cls(stay_before, stay_after, gone, come)

    @property
    def pairs(self) -> Iterator[tuple[Item, Item]]:
        return zip(self.stay_before, self.stay_after, strict=True)

    @property
    def is_whole(self) -> bool:
        """Whether none is lost, and none comes from nowhere."""
        return len(self.stay_before) == len(self.stay_after)


def _parted(
    items: tuple[Item, ...], places: Sequence[SpanSet]
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items that stand outside of some places, and those that stand in them."""
    held = [any(spans.hold(item.span) for spans in places) for item in items]
    pairs = list(zip(items, held, strict=True))
    return (
        tuple(item for item, is_held in pairs if not is_held),
        tuple(item for item, is_held in pairs if is_held),
    )


@dataclass(frozen=True)
class Reach:
    """What a note's references and links reach before and after edits, and what links of the other
    notes in ``vault`` reach in it."""

    before: Note
    after: Note
    declared: Declared
    vault: Vault

    def complaints(self) -> Iterator[str]:
        """What is reached in another way than before, and was not declared to be."""
        footnotes = (self._references, self._definitions)
        if not all(matched.is_whole for matched in footnotes):
            yield "a reference or a definition would be lost, or come from nowhere"
        elif not all(self._keep_labels(matched) for matched in footnotes):
            yield "a reference or a definition would change its label"
        elif not self._keep_definitions():
            yield "a reference would reach another definition"
        if not (self._links.is_whole and self._keep_targets()):
            yield "a link would change its target"
        elif not all(map(self._keeps, self._places)):
            yield "a link would reach another place in the note, or none"

    @cached_property
    def _references(self) -> Matched[Reference]:
        before, after = self.before.facts, self.after.facts
        return Matched.of(before.references, after.references, self.declared)

    @cached_property
    def _definitions(self) -> Matched[Definition]:
        return Matched.of(
            self.before.facts.definitions, self.after.facts.definitions, self.declared
        )

    @cached_property
    def _links(self) -> Matched[Link]:
        before, after = self.before.facts, self.after.facts
        return Matched.of(before.all_links, after.all_links, self.declared, Effect.CELLS)

    def _keep_labels(self, matched: Matched[Reference] | Matched[Definition]) -> bool:
        renumbered = self.declared.old[Effect.LABELS]
        return all(
            old.label == new.label or renumbered.touch(old.span) for old, new in matched.pairs
        )

    @cached_property
    def _old(self) -> _Footnotes:
        return _Footnotes(self.before, self._definitions.stay_before)

    @cached_property
    def _new(self) -> _Footnotes:
        return _Footnotes(self.after, self._definitions.stay_after)

    def _keep_definitions(self) -> bool:
        """Every reference reaches the definition that it did; one without any may reach a new."""
        old, new = self._old, self._new
        pairs = [(old.reached(o.label), new.reached(n.label)) for o, n in self._references.pairs]
        if any(o != n and o is not None for o, n in pairs):
            return False
        if any(o is None and isinstance(n, int) for o, n in pairs):
            return False
        moved = Counter((ref.label, old.reached(ref.label)) for ref in self._references.gone)
        come = Counter((ref.label, new.reached(ref.label)) for ref in self._references.come)
        return not moved - come

    def _keep_targets(self) -> bool:
        retargeted = self.declared.old[Effect.TARGETS]
        return all(
            (old.kind, old.target) == (new.kind, new.target)
            or retargeted.hold(old.target_span)
            or self._is_renumbered(old, new)
            for old, new in self._links.pairs
        )

    def _is_renumbered(self, old: Link, new: Link) -> bool:
        """Whether a link reaches the footnote of its note that it did, which is called anew."""
        if not (old.place.footnote and self.declared.old[Effect.LABELS].touch(old.target_span)):
            return False
        if (old.kind, old.path) != (new.kind, new.path) or not self.vault.is_own(old, self.before):
            return False
        return self._old.reached(old.place.footnote) == self._new.reached(new.place.footnote)

    @property
    def _places(self) -> frozenset[Subpath]:
        """The places in the note that links name in the same way before and after."""
        stay = (old for old, new in self._links.pairs if old.target == new.target)
        own = (link for link in (*stay, *self._links.gone) if self.vault.is_own(link, self.before))
        return self.vault.subpaths_into(self.before.path).union(link.place for link in own)

    def _keeps(self, place: Subpath) -> bool:
        """Whether a place that is reached is the same one after."""
        if place.footnote:
            old = self._old.reached(place.footnote)
            return old is None or old == self._new.reached(place.footnote)
        before, after = self.before.anchors, self.after.anchors
        if place.block:
            return place.is_missing_block(before) or not place.is_missing_block(after)
        index, later = place.heading(before), place.heading(after)
        if index is None:
            return True
        return later is not None and self._headings[0][index] == self._headings[1][later]

    @cached_property
    def _headings(self) -> tuple[list[int | str], list[int | str]]:
        """What tells the headings from one another, before and after."""
        old, new = self.before.facts.headings, self.after.facts.headings
        matched = Matched.of(old, new, self.declared)
        return _told_apart(old, matched.stay_before), _told_apart(new, matched.stay_after)


def _told_apart(headings: tuple[Heading, ...], stay: tuple[Heading, ...]) -> list[int | str]:
    """One that stays by its number, a moved or a new one by its text."""
    numbers = {heading.span: number for number, heading in enumerate(stay)}
    return [numbers.get(heading.span, heading.source) for heading in headings]


class _Footnotes:
    """Which definition labels reach: one that stays by its number, a moved or a new one by its
    text."""

    def __init__(self, note: Note, stay: tuple[Definition, ...]) -> None:
        self._note = note
        self._numbers = {definition.span: number for number, definition in enumerate(stay)}

    def reached(self, label: str) -> int | str | None:
        definition = self._note.facts.definition_of(label)
        if definition is None:
            return None
        return self._numbers.get(definition.span, self._note[definition.span])
