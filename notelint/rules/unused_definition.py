from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring.rule import Rule
from notelint.notes.note import Note
from notelint.sources.citation import chain
from notelint.values.diagnostic import Finding
from notelint.vault.vault import Vault


@dataclass(frozen=True)
class UnusedDefinition(Rule):
    """A definition that nothing refers to is shown nowhere: either the reference was lost, or the
    source was. It is a citation all the same, so no fix ever deletes it."""

    name = "unused-definition"
    code = "NL205"
    summary = "Every footnote definition is referred to."
    bad = "Walls hold.\n\n[^1]: a book\n"
    good = "Walls hold.[^1]\n\n[^1]: a book\n"

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        used = {reference.label.casefold() for reference in note.facts.references}
        for definition in note.facts.definitions:
            if definition.label.casefold() not in used:
                message = f"nothing refers to `[^{definition.label}]`"
                related = chain(note, vault, definition.label, but=definition.marker)
                yield Finding(definition.marker, message, related=related)
