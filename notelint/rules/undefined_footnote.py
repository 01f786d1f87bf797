from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring import Finding, Note, Rule, Severity, Vault, chain, is_malformed_definition


@dataclass(frozen=True)
class UndefinedFootnote(Rule):
    """A reference without a definition is shown as plain text, and what it cited is lost."""

    name = "undefined-footnote"
    code = "NL204"
    summary = "Every footnote reference has a definition."
    bad = "Walls hold.[^1]\n"
    good = "Walls hold.[^1]\n\n[^1]: a book\n"
    severity = Severity.ERROR

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for reference in note.facts.references:
            if not reference.is_certain or is_malformed_definition(note, vault, reference):
                continue
            if not (note.facts.definitions or any(map(str.isalnum, reference.label))):
                continue  # no note of footnotes, and a pattern such as `[^/]`
            if note.facts.definition_of(reference.label) is None:
                message = f"`{note[reference.span]}` has no definition"
                places = chain(note, vault, reference.label, but=reference.span)
                yield Finding(reference.span, message, None, *places)
