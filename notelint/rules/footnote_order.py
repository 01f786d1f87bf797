from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring import (
    Applicability,
    Edit,
    Effect,
    Finding,
    Fix,
    Footnote,
    Note,
    Reference,
    Rule,
    Span,
    Vault,
)


@dataclass(frozen=True)
class FootnoteOrder(Rule):
    """Readers count footnotes as they come; where the third is called 7, they look for those
    between. Labels that are words are names, and stay."""

    name = "footnote-order"
    code = "NL210"
    summary = "Footnotes are numbered as they come."
    bad = "Walls[^2] hold.[^1]\n\n[^1]: a book\n[^2]: a paper\n"
    good = "Walls[^1] hold.[^2]\n\n[^2]: a book\n[^1]: a paper\n"
    fixes = (
        "Unsafe: all references and definitions are renumbered at once, and each reference keeps "
        "its definition. None while a label is undefined, defined twice or used by nothing."
    )
    is_default = False

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        numbers = [label for label in note.facts.footnotes if label.isdecimal()]
        for wanted, label in enumerate(numbers, 1):
            references = note.facts.footnotes[label].references
            if references and label != str(wanted):
                yield _finding(note, references[0], wanted, numbers)
                return


def _finding(note: Note, reference: Reference, wanted: int, numbers: list[str]) -> Finding:
    found = [note.facts.footnotes[label] for label in numbers]
    message = f"`{note[reference.span]}` is the footnote number {wanted} of the note"
    fix = _renumbering(found) if all(map(_is_whole, found)) else None
    if fix is None:
        message += "; one is undefined, unused or defined twice, so mend that first"
    return Finding(reference.span, message, fix)


def _is_whole(footnote: Footnote) -> bool:
    is_certain = all(reference.is_certain for reference in footnote.references)
    return is_certain and bool(footnote.references) and len(footnote.definitions) == 1


def _renumbering(footnotes: list[Footnote]) -> Fix:
    edits = [
        Edit(span, str(number))
        for number, footnote in enumerate(footnotes, 1)
        for span, label in _labels(footnote)
        if label != str(number)
    ]
    title = "number the footnotes as they come"
    return Fix(title, tuple(sorted(edits)), Applicability.UNSAFE, frozenset({Effect.LABELS}))


def _labels(footnote: Footnote) -> Iterator[tuple[Span, str]]:
    """Where the label stands: between `[^` and `]` or `]:`."""
    for reference in footnote.references:
        yield Span(reference.span.start + 2, reference.span.end - 1), reference.label
    for definition in footnote.definitions:
        yield Span(definition.marker.start + 2, definition.marker.end - 2), definition.label
