from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    Trigger,
    Vault,
    dataclass,
    is_malformed_definition,
)


@dataclass(frozen=True)
class MalformedDefinition(Rule):
    """Under References `[^1] a book` is shown as a mere reference, since its colon is missing; and
    some readers want the space behind the colon."""

    name = "malformed-definition"
    code = "NL213"
    summary = "A definition has its colon and a space behind it."
    bad = "Walls hold.[^1]\n\n[^1]:a book\n"
    good = "Walls hold.[^1]\n\n[^1]: a book\n"
    fixes = "Safe: the space is put in. A missing colon takes a person."
    trigger = Trigger(facts=("references", "definitions"))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for reference in note.facts.references:
            if is_malformed_definition(note, vault, reference):
                yield Finding(reference.span, f"no colon behind `{note[reference.span]}`")
        for definition in note.facts.definitions:
            end = definition.marker.end
            if definition.content is not None and definition.content.start == end:
                fix = Fix.replacing(Span(end, end), " ", "put a space in")
                message = f"no space behind `{note[definition.marker]}`"
                yield Finding(definition.marker, message, fix)
