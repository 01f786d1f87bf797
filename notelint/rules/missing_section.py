from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Finding,
    Note,
    Rule,
    Section,
    Shape,
    Slot,
    Vault,
    dataclass,
    is_slip,
    place_of,
    skeleton,
)


@dataclass(frozen=True)
class MissingSection(Rule):
    """A reader looks for each part of a note where it stands in all others. A note without one of
    them was never finished, or lost it."""

    name = "missing-section"
    code = "NL101"
    summary = "A note has the sections of its kind."
    bad = "## Synthesis\n- What holds it up.\n## Source[^1]\n- A wall.\n\n[^1]: a book\n"
    good = bad.replace("\n\n[", "\n## References\n\n[")
    fixes = (
        "Unsafe: the empty section is written where the kind has it, with a footnote that is still "
        "free. None where another heading may be the missing one, or where the note ends in code "
        "or in a comment that nothing closes."
    )
    trigger = None

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        shape = vault.shape(note)
        for slot in shape.kind.slots if shape else ():
            lacking = slot.least - len(shape.in_slot(slot)) if shape else 0
            if shape and lacking > 0:
                meant = _meant(note, shape, slot)
                message = _message(note, shape, slot, meant)
                fix = None if meant else skeleton(note, shape, slot, lacking)
                yield Finding(note.facts.first_block, message, fix)


def _message(note: Note, shape: Shape, slot: Slot, meant: Section | None) -> str:
    heading = f"{'#' * shape.kind.depth} {slot.heading.text}"
    has = len(shape.in_slot(slot)) or "none"
    message = f"a `{shape.kind.name}` note has {slot.count} `{heading}`, this has {has}"
    if meant is not None:
        return f"{message}; `{note[meant.heading].strip()}` may be meant"
    there = place_of(shape, slot)
    return f"{message}; `{note[there.heading].strip()}` stands there" if there else message


def _meant(note: Note, shape: Shape, slot: Slot) -> Section | None:
    """A heading that may be the missing one: of another level, or misspelt."""
    for section in note.facts.sections:
        if section.depth != shape.kind.depth and slot.heading.names(section):
            return section
    strays = (section for section, own in shape.placed if own is None and section.name)
    return next((section for section in strays if is_slip(section.name, slot.heading.words)), None)
