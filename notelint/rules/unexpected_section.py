from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Finding,
    Kind,
    Note,
    Rule,
    Section,
    Trigger,
    Vault,
    dataclass,
    is_slip,
)


@dataclass(frozen=True)
class UnexpectedSection(Rule):
    """In a vault whose notes all have the same parts, a heading of that level which no note of the
    kind has is a misspelt one, or stands a level too high."""

    name = "unexpected-section"
    code = "NL104"
    summary = "A note has only the sections of its kind."
    bad = (
        "## Synthesis\n- What holds it up.\n## Notes\n- A wall.\n## Source[^1]\n- A wall.\n"
        "## References\n\n[^1]: a book\n"
    )
    good = bad.replace("## Notes", "### Notes")
    is_default = False
    trigger = Trigger(facts=("sections",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        shape = vault.shape(note)
        for section, slot in shape.placed if shape else ():
            if shape and slot is None:
                heading = note[section.heading].strip()
                message = f"`{heading}` is no section of a `{shape.kind.name}` note"
                yield Finding(section.heading, message + _hint(shape.kind, section))


def _hint(kind: Kind, section: Section) -> str:
    for slot in kind.slots:
        if section.name and is_slip(section.name, slot.heading.words):
            return f"; did you mean `{slot.heading.text}`?"
    return f", which has {', '.join(f'`{slot.heading.text}`' for slot in kind.slots)}"
