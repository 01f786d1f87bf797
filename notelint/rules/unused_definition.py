from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Finding, Note, Rule, Trigger, Vault, chain, dataclass, label_key


@dataclass(frozen=True)
class UnusedDefinition(Rule):
    """A definition that nothing refers to is shown nowhere: either the reference was lost, or the
    source was. It is a citation all the same, so no fix ever deletes it."""

    name = "unused-definition"
    code = "NL205"
    summary = "Every footnote definition is referred to."
    bad = "Walls hold.\n\n[^1]: a book\n"
    good = "Walls hold.[^1]\n\n[^1]: a book\n"
    trigger = Trigger(facts=("definitions",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        used = {label_key(reference.label) for reference in note.facts.references}
        for definition in note.facts.definitions:
            if label_key(definition.label) not in used:
                message = f"nothing refers to `[^{definition.label}]`"
                places = chain(note, vault, definition.label, but=definition.marker)
                yield Finding(definition.marker, message, None, *places)
