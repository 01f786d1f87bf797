from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Definition, Finding, Note, Rule, Trigger, Vault, chain, dataclass


@dataclass(frozen=True)
class DuplicateDefinition(Rule):
    """Of two definitions with one label only one is ever shown, and nobody can tell which was
    meant."""

    name = "duplicate-definition"
    code = "NL206"
    summary = "A footnote label is defined once."
    bad = "Walls hold.[^1]\n\n[^1]: a book\n[^1]: another book\n"
    good = "Walls hold.[^1]\n\n[^1]: a book\n"
    trigger = Trigger(facts=("definitions",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        first: dict[str, Definition] = {}
        for definition in note.facts.definitions:
            earlier = first.setdefault(definition.label, definition)
            if earlier is not definition:
                message = f"`[^{definition.label}]` is defined again"
                places = chain(note, vault, definition.label, but=definition.marker)
                yield Finding(definition.marker, message, None, *places)
