from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Finding, Note, Rule, Trigger, Vault, dataclass, sources


@dataclass(frozen=True)
class SourceWithoutFootnote(Rule):
    """A quotation whose heading names no footnote cannot be traced to the dictionary it is from."""

    name = "source-without-footnote"
    code = "NL202"
    summary = "A Source heading names its footnote."
    bad = "## Synthesis\n- What holds it up.\n## Source\n- A wall.\n## References\n"
    good = bad.replace("## Source\n", "## Source[^1]\n") + "\n[^1]: a book\n"
    trigger = Trigger(facts=("sections",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for section in sources(note, vault):
            if not section.references:
                yield Finding(section.heading, f"`{note[section.heading]}` names no footnote")
