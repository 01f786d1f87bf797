from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Finding, Note, Role, Rule, Trigger, Vault, dataclass, sections_for


@dataclass(frozen=True)
class EmptySynthesis(Rule):
    """The Synthesis is the one part of a term note that nobody else has written. While it holds
    only the template's bullet, the note collects and does not yet understand."""

    name = "empty-synthesis"
    code = "NL105"
    summary = "A Synthesis says something."
    bad = "## Synthesis\n- \n## Source[^1]\n- A wall of the cell.\n## References\n\n[^1]: a book\n"
    good = bad.replace("- \n", "- What holds it up.\n")
    trigger = Trigger(facts=("sections",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for section in sections_for(Role.SYNTHESIS, note, vault):
            if section.is_empty:
                yield Finding(section.heading, f"the {section.name} is empty")
