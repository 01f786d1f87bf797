from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Finding, Note, Rule, Trigger, Vault, chain, dataclass


@dataclass(frozen=True)
class EmptyDefinition(Rule):
    """A definition that says nothing leaves its quotation without a source."""

    name = "empty-definition"
    code = "NL207"
    summary = "A footnote definition says something."
    bad = "Walls hold.[^1]\n\n[^1]: \n"
    good = "Walls hold.[^1]\n\n[^1]: a book\n"
    trigger = Trigger(facts=("definitions",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for definition in note.facts.definitions:
            if definition.is_empty:
                message = f"`[^{definition.label}]:` says nothing"
                places = chain(note, vault, definition.label, but=definition.marker)
                yield Finding(definition.marker, message, None, *places)
