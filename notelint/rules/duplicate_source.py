from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Finding,
    Note,
    Rule,
    Trigger,
    Vault,
    chain,
    dataclass,
    label_key,
    sources,
)


@dataclass(frozen=True)
class DuplicateSource(Rule):
    """Two Sources with one footnote quote one dictionary twice, or one of them cites the wrong
    one."""

    name = "duplicate-source"
    code = "NL214"
    summary = "A footnote belongs to one Source heading."
    bad = (
        "## Synthesis\n- What holds it up.\n## Source[^1]\n- A wall.\n## Source[^1]\n- A cell.\n"
        "## References\n\n[^1]: a book\n"
    )
    good = bad.replace("## Source[^1]\n- A cell.\n", "")
    trigger = Trigger(facts=("sections",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        seen: set[str] = set()
        quoting = (section for section in sources(note, vault) if section.references)
        for section in quoting:
            reference = section.references[0]
            label = label_key(reference.label)
            if label in seen:
                message = f"`[^{reference.label}]` is cited by an earlier {section.name}"
                places = chain(note, vault, label, but=section.heading)
                yield Finding(section.heading, message, None, *places)
            seen.add(label)
