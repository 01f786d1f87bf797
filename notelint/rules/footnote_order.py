from __future__ import annotations

import re
from collections.abc import Iterator

from notelint.authoring import (
    Applicability,
    Edit,
    Effect,
    Finding,
    Fix,
    Footnote,
    Link,
    Note,
    Reference,
    Rule,
    Span,
    Trigger,
    Vault,
    dataclass,
    lazy_pattern,
)

_LABEL = lazy_pattern(r"#(?:\[|%5B)(?:\^|%5E)(\d+)(?:\]|%5D)\s*\Z", re.I)


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
        "Unsafe: all references, definitions and links of the note to its footnotes are renumbered "
        "at once, and each keeps its definition. None while a label is undefined, defined twice or "
        "used by nothing; manual where another note links to a footnote of this one."
    )
    is_default = False
    trigger = Trigger(facts=("references",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        numbers = [label for label in note.facts.footnotes if label.isdecimal()]
        for wanted, label in enumerate(numbers, 1):
            references = note.facts.footnotes[label].references
            if references and label != str(wanted):
                yield _finding(note, references[0], wanted, numbers, vault)
                return


def _finding(
    note: Note, reference: Reference, wanted: int, numbers: list[str], vault: Vault
) -> Finding:
    found = {label: note.facts.footnotes[label] for label in numbers}
    message = f"`{note[reference.span]}` is the footnote number {wanted} of the note"
    if not all(map(_is_whole, found.values())):
        message += "; one is undefined, unused or defined twice, so mend that first"
        return Finding(reference.span, message)
    links = [
        link
        for link in note.facts.all_links
        if link.place.footnote in found and vault.is_own(link, note)
    ]
    if not all(link.is_certain for link in links):
        message += "; what may be a link to one stands in HTML or behind `%%`, so look first"
        return Finding(reference.span, message)
    return Finding(reference.span, message, _renumbering(note, found, links))


def _is_whole(footnote: Footnote) -> bool:
    is_certain = all(reference.is_certain for reference in footnote.references)
    return is_certain and bool(footnote.references) and len(footnote.definitions) == 1


def _renumbering(note: Note, footnotes: dict[str, Footnote], links: list[Link]) -> Fix:
    numbers = {label: str(number) for number, label in enumerate(footnotes, 1)}
    places = [place for label, found in footnotes.items() for place in _labels(label, found)]
    places += _linked(note, links)
    edits = sorted(
        Edit(span, numbers[label]) for span, label in places if note[span] != numbers[label]
    )
    title = "number the footnotes as they come"
    return Fix(title, tuple(edits), Applicability.UNSAFE, frozenset({Effect.LABELS}))


def _labels(label: str, footnote: Footnote) -> Iterator[tuple[Span, str]]:
    """Where a label stands: between `[^` and `]` or `]:`."""
    for reference in footnote.references:
        yield Span(reference.span.start + 2, reference.span.end - 1), label
    for definition in footnote.definitions:
        yield Span(definition.marker.start + 2, definition.marker.end - 2), label


def _linked(note: Note, links: list[Link]) -> Iterator[tuple[Span, str]]:
    """Where a label stands in a link of the note to its own footnotes: `[[#[^1]]]`."""
    for link in links:
        found = _LABEL.search(note[link.target_span])
        if found:
            start = link.target_span.start
            yield Span(start + found.start(1), start + found.end(1)), link.place.footnote
