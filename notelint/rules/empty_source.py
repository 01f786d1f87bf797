from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Finding, Note, Rule, Trigger, Vault, dataclass, sources


@dataclass(frozen=True)
class EmptySource(Rule):
    """A Source section without text cites a dictionary for nothing: the quotation was never
    copied, or was lost."""

    name = "empty-source"
    code = "NL106"
    summary = "A Source quotes something."
    bad = "## Synthesis\n- What holds it up.\n## Source[^1]\n- \n## References\n\n[^1]: a book\n"
    good = bad.replace("- \n", "- A wall of the cell.\n")
    trigger = Trigger(facts=("sections",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for section in sources(note, vault):
            if section.is_empty:
                yield Finding(section.heading, f"`{note[section.heading].strip()}` quotes nothing")
