from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring import Definition, Finding, Fix, Note, Rule, Span, Vault, chain


@dataclass(frozen=True)
class GluedDefinition(Rule):
    """Right under a line of text some readers take a definition for more of that text, and then the
    reference has none. A blank line makes it a definition everywhere."""

    name = "glued-definition"
    code = "NL209"
    summary = "A blank line stands between text and a footnote definition."
    bad = "Walls hold.[^1]\n[^1]: a book\n"
    good = "Walls hold.[^1]\n\n[^1]: a book\n"
    fixes = "Safe: a blank line is put in, but for quotes, where it would need a `>`."

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for definition in note.facts.definitions:
            if definition.is_glued:
                message = f"`[^{definition.label}]:` stands right under a line of text"
                places = chain(note, vault, definition.label, but=definition.marker)
                yield Finding(definition.marker, message, _fix(note, definition), *places)


def _fix(note: Note, definition: Definition) -> Fix | None:
    line = note.text.line_at(definition.span.start)
    if note.text.content[line.start : definition.span.start].strip(" \t"):
        return None
    above = note.text.line_at(line.start - 1)
    ending = note.text.content[above.end : line.start]
    return Fix.replacing(Span(line.start, line.start), ending, "put a blank line above")
