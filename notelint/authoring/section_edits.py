"""The empty section of a kind, as the template of such notes has it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice

from notelint.authoring.line_edits import is_after_blank, put_definitions, put_lines
from notelint.conventions import Role, Shape, Slot
from notelint.notes import Note, Section
from notelint.values import Applicability, Edit, Effect, Fix, label_key, lazy_pattern

_WILD = lazy_pattern(r"[*?\[\]]")
_BULLET = "- "


def place_of(shape: Shape, slot: Slot) -> Section | None:
    """The section before which one of a slot belongs; None where it belongs to the end."""
    if slot.is_last:
        return None
    slots = shape.kind.slots
    own = slots.index(slot)
    place: Section | None = None
    for section, other in reversed(shape.placed):
        if other is not None and slots.index(other) <= own:
            break
        if other is not None:
            place = section
    return place


def skeleton(note: Note, shape: Shape, slot: Slot, lacking: int) -> Fix | None:
    """A fix that writes the ``lacking`` sections of a slot; None where the heading is not given to
    the letter, or would go into code that nothing closes."""
    words = slot.heading.words
    if _WILD.search(words) or (place_of(shape, slot) is None and note.facts.is_open):
        return None
    labels = list(islice(_free_labels(note), lacking)) if slot.heading.cites else []
    footnotes = [f"[^{label}]" for label in labels] or [""] * lacking
    headings = [f"{'#' * shape.kind.depth} {words}{footnote}" for footnote in footnotes]
    edits = [_sections(note, shape, slot, headings)]
    if labels:
        edits += _definitions(note, shape, labels)
    title = f"write `{headings[0]}`" if lacking == 1 else f"write {lacking} `{headings[0]}`"
    effects = frozenset({Effect.ADDITIONS})
    return Fix(title, tuple(sorted(edits)), Applicability.UNSAFE, effects)


def _sections(note: Note, shape: Shape, slot: Slot, headings: list[str]) -> Edit:
    place = place_of(shape, slot)
    offset = note.text.line_at(place.heading.start).start if place else len(note.text.content)
    lines: list[str] = []
    for heading in headings:
        lines += [*_gap(note, shape), heading, *_body(note, slot)]
    return put_lines(note, offset, lines)


def _gap(note: Note, shape: Shape) -> list[str]:
    """A blank line above a heading where the note's other headings have one."""
    starts = [note.text.line_at(section.heading.start).start for section, _ in shape.placed[1:]]
    spaced = sum(is_after_blank(note, start) for start in starts)
    return [""] if spaced * 2 > len(starts) else []


def _body(note: Note, slot: Slot) -> list[str]:
    if slot.role is not Role.REFERENCES:
        return [_BULLET]
    cited = (reference.label for section in note.facts.sections for reference in section.references)
    undefined = [label for label in dict.fromkeys(cited) if not note.facts.definition_of(label)]
    return ["", *map(_definition, undefined)] if undefined else []


def _definition(label: str) -> str:
    return f"[^{label}]: "


def _free_labels(note: Note) -> Iterator[str]:
    """Labels for new sources: those that are defined and not used, then new numbers."""
    footnotes = note.facts.footnotes
    for footnote in footnotes.values():
        if not footnote.references:
            yield footnote.definitions[0].label
    yield from (str(number) for number in count(1) if str(number) not in footnotes)


def _definitions(note: Note, shape: Shape, labels: list[str]) -> list[Edit]:
    """Empty definitions under References for the labels that have none."""
    new = [_definition(label) for label in labels if label_key(label) not in note.facts.footnotes]
    references = shape.sections(Role.REFERENCES)
    if not new or not references:
        return []
    return [put_definitions(note, references[-1], new)]
