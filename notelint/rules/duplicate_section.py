from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Finding, Note, Related, Rule, Trigger, Vault, dataclass


@dataclass(frozen=True)
class DuplicateSection(Rule):
    """Two sections of which there should be one mostly come from a merge or a pasted template, and
    a link to the heading reaches only the first."""

    name = "duplicate-section"
    code = "NL103"
    summary = "A note has no more of a section than its kind."
    bad = (
        "## Synthesis\n- What holds it up.\n## Synthesis\n- A wall.\n## Source[^1]\n- A wall.\n"
        "## References\n\n[^1]: a book\n"
    )
    good = bad.replace("## Synthesis\n- A wall.\n", "")
    trigger = Trigger(facts=("sections",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        shape = vault.shape(note)
        for slot in shape.kind.slots if shape else ():
            if shape is None or slot.most is None:
                continue
            found = shape.in_slot(slot)
            for section in found[slot.most :]:
                heading = f"{'#' * shape.kind.depth} {slot.heading.text}"
                has = f"a `{shape.kind.name}` note has {slot.count} `{heading}`"
                first = Related(note.path, found[0].heading, "the first one")
                yield Finding(section.heading, f"{has}, this is one more", related=(first,))
