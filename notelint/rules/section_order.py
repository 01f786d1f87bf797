from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from notelint.authoring import (
    Finding,
    Note,
    Related,
    Rule,
    Section,
    Shape,
    Slot,
    Trigger,
    Vault,
    dataclass,
)


@dataclass(frozen=True)
class SectionOrder(Rule):
    """Notes of one kind are read side by side, and a part that stands elsewhere in one of them is
    overlooked."""

    name = "section-order"
    code = "NL102"
    summary = "Sections stand in the order of the note's kind."
    bad = (
        "## Source[^1]\n- A wall.\n## Synthesis\n- What holds it up.\n## References\n\n"
        "[^1]: a book\n"
    )
    good = (
        "## Synthesis\n- What holds it up.\n## Source[^1]\n- A wall.\n## References\n\n"
        "[^1]: a book\n"
    )
    trigger = Trigger(facts=("sections",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        shape = vault.shape(note)
        for section, slot, later in _out_of_order(shape) if shape else ():
            if shape:
                yield _finding(note, shape, section, slot, later)
                return


def _out_of_order(shape: Shape) -> Iterator[tuple[Section, Slot, Section]]:
    """The sections before one that should precede them, each with the first such one."""
    slots = shape.kind.slots
    rank_of = {id(slot): rank for rank, slot in enumerate(slots)}  # to compare them takes long
    ranks = [rank_of.get(id(slot)) for _, slot in shape.placed]
    behind = _behind(ranks)
    for index, (section, slot) in enumerate(shape.placed):
        (lowest, has_other), rank = behind[index], ranks[index]
        if slot and rank is not None and (lowest < rank or (slot.is_last and has_other)):
            yield section, slot, shape.placed[_to_precede(slots, slot, ranks, index)][0]


def _behind(ranks: Sequence[int | None]) -> list[tuple[float, bool]]:
    """What stands behind each section: the lowest rank, and whether one is in no slot."""
    found: list[tuple[float, bool]] = []
    lowest, has_other = inf, False
    for rank in reversed(ranks):
        found.append((lowest, has_other))
        if rank is None:
            has_other = True
        else:
            lowest = min(lowest, rank)
    return found[::-1]


def _to_precede(slots: Sequence[Slot], slot: Slot, ranks: Sequence[int | None], index: int) -> int:
    """The index of the first section behind one that should stand before it."""
    own = slots.index(slot)
    return next(
        other
        for other in range(index + 1, len(ranks))
        if (slot.is_last if (rank := ranks[other]) is None else rank < own)
    )


def _finding(note: Note, shape: Shape, section: Section, slot: Slot, later: Section) -> Finding:
    here, there = note[section.heading].strip(), note[later.heading].strip()
    place = "is the last section of" if slot.is_last else "comes behind it in"
    message = f"`{here}` stands before `{there}`, but {place} a `{shape.kind.name}` note"
    related = Related(note.path, later.heading, "this should stand before it")
    return Finding(section.heading, message, related=(related,))
