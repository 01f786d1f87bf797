from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Finding, Note, Rule, Trigger, Vault, dataclass, sources


@dataclass(frozen=True)
class SourceHeadingShape(Rule):
    """A Source quotes one dictionary. A second footnote in its heading leaves open which words are
    whose, and text behind the footnote becomes part of the name that links have to spell."""

    name = "source-heading-shape"
    code = "NL203"
    summary = "A Source heading has one footnote and nothing behind it."
    bad = (
        "## Synthesis\n- What holds it up.\n## Source[^1] (Biology)\n- A wall.\n"
        "## References\n\n[^1]: a book\n"
    )
    good = bad.replace(" (Biology)", "")
    trigger = Trigger(facts=("sections",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for section in sources(note, vault):
            if section.tail is None:
                continue
            if len(section.references) > 1:
                cited = len(section.references)
                message = f"a {section.name} cites one footnote, this one {cited}"
            else:
                message = f"`{note[section.tail]}` stands behind the footnote of a {section.name}"
            yield Finding(section.tail, message)
