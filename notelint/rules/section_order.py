from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring import Finding, Note, Related, Rule, Section, Shape, Slot, Vault


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

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        shape = vault.shape(note)
        for section, slot in shape.placed if shape else ():
            later = _to_precede(shape, section, slot) if shape else None
            if shape and slot and later:
                yield _finding(note, shape, section, slot, later)
                return


def _to_precede(shape: Shape, section: Section, slot: Slot | None) -> Section | None:
    """The first section further down that should stand before this one."""
    slots = shape.kind.slots
    for other, its_slot in shape.placed:
        if other.heading.start <= section.heading.start or slot is None:
            continue
        if its_slot is None and slot.is_last:
            return other
        if its_slot is not None and slots.index(its_slot) < slots.index(slot):
            return other
    return None


def _finding(note: Note, shape: Shape, section: Section, slot: Slot, later: Section) -> Finding:
    here, there = note[section.heading].strip(), note[later.heading].strip()
    place = "is the last section of" if slot.is_last else "comes behind it in"
    message = f"`{here}` stands before `{there}`, but {place} a `{shape.kind.name}` note"
    related = Related(note.path, later.heading, "this should stand before it")
    return Finding(section.heading, message, related=(related,))
