from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Finding,
    HiddenDefinition,
    Note,
    Reference,
    Rule,
    Severity,
    Trigger,
    Vault,
    chain,
    dataclass,
    is_like_definition,
    is_malformed_definition,
    label_key,
)


@dataclass(frozen=True)
class UndefinedFootnote(Rule):
    """A reference without a definition is shown as plain text, and what it cited is lost."""

    name = "undefined-footnote"
    code = "NL204"
    summary = "Every footnote reference has a definition."
    bad = "Walls hold.[^1]\n"
    good = "Walls hold.[^1]\n\n[^1]: a book\n"
    severity = Severity.ERROR
    trigger = Trigger(facts=("references",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        defined = {label_key(definition.label) for definition in note.facts.definitions}
        undefined = [ref for ref in note.facts.references if _is_undefined(ref, defined)]
        like = [ref for ref in undefined if is_like_definition(note, ref)]
        first_like = {label_key(ref.label): ref for ref in reversed(like)}
        for reference in undefined:
            hidden = note.facts.hidden_definition_of(reference.label)
            if is_malformed_definition(note, vault, reference) or (hidden and hidden.rest):
                continue  # what is wrong is said at the definition
            found = first_like.get(label_key(reference.label))
            why = _colon(note, reference, found) if found else _whereabouts(note, hidden)
            message = f"`{note[reference.span]}` has no definition{why}"
            places = chain(note, vault, reference.label, but=reference.span)
            yield Finding(reference.span, message, None, *places)


def _is_undefined(reference: Reference, defined: set[str]) -> bool:
    if not reference.is_certain or label_key(reference.label) in defined:
        return False
    # Signs alone, in a note without footnotes, are a pattern such as `[^/]`.
    return bool(defined) or any(map(str.isalnum, reference.label))


def _colon(note: Note, reference: Reference, like: Reference) -> str:
    """That a line would be the definition if it had its colon."""
    if like.span == reference.span:
        return "; a colon may be missing right behind it"
    line = note.text.position(like.span.start).line
    return f"; a colon may be missing in line {line}"


def _whereabouts(note: Note, hidden: HiddenDefinition | None) -> str:
    """Where something that looks like the definition stands, and is none."""
    if hidden is None:
        return ""
    line = note.text.position(hidden.marker.start).line
    unclosed = " that nothing closes" if hidden.is_unclosed else ""
    return f": what looks like it, in line {line}, stands in {hidden.hiding}{unclosed}"
