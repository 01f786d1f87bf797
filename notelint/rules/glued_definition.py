from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Definition,
    Edit,
    Effect,
    Finding,
    Fix,
    HiddenDefinition,
    Note,
    Rule,
    Span,
    Trigger,
    Vault,
    chain,
    dataclass,
)

_TITLE = "put a blank line above"


@dataclass(frozen=True)
class GluedDefinition(Rule):
    """Right under a line of text some readers take a definition for more of that text, and right
    under HTML all of them do: then the reference has none. A blank line makes it a definition
    everywhere."""

    name = "glued-definition"
    code = "NL209"
    summary = "A blank line stands between text and a footnote definition."
    bad = "Walls hold.[^1]\n[^1]: a book\n"
    good = "Walls hold.[^1]\n\n[^1]: a book\n"
    fixes = (
        "Safe: a blank line is put in, but for quotes, where it would need a `>`, and for HTML "
        "that is still open there or goes on below."
    )
    trigger = Trigger(facts=("definitions", "hidden_definitions"))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for definition in note.facts.definitions:
            if definition.is_glued:
                message = f"`[^{definition.label}]:` stands right under a line of text"
                places = chain(note, vault, definition.label, but=definition.marker)
                yield Finding(definition.marker, message, _fix(note, definition), *places)
        yield from self._under_html(note)

    def _under_html(self, note: Note) -> Iterator[Finding]:
        """The first definition of each run that HTML takes in; the blank line frees the others."""
        taken_in = 0
        for hidden in note.facts.hidden_definitions:
            if hidden.rest and hidden.rest.end > taken_in:
                taken_in = hidden.rest.end
                message = (
                    f"`[^{hidden.label}]:` is taken for part of the HTML above, as no blank line "
                    "stands between"
                )
                yield Finding(hidden.marker, message, _fix_under_html(note, hidden))


def _fix(note: Note, definition: Definition) -> Fix | None:
    line = note.text.line_at(definition.span.start)
    if note.text.content[line.start : definition.span.start].strip(" \t"):
        return None
    return Fix.replacing(Span(line.start, line.start), _ending_above(note, line.start), _TITLE)


def _fix_under_html(note: Note, hidden: HiddenDefinition) -> Fix | None:
    """The edit covers the definitions that come to be, since they are new to all readers."""
    rest = hidden.rest
    if rest is None or not hidden.is_free:
        return None
    edit = Edit(rest, _ending_above(note, rest.start) + note[rest])
    return Fix(_TITLE, (edit,), effects=frozenset({Effect.ADDITIONS}))


def _ending_above(note: Note, start: int) -> str:
    """How the line above one that starts at an offset ends."""
    return note.text.content[note.text.line_at(start - 1).end : start]
