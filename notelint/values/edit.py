"""Edits of a note, and the fixes that are made of them: frozen values without I/O."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, IntEnum

from notelint.values.named import NamedTuple
from notelint.values.text import Span


class Applicability(IntEnum):
    """Who may apply a fix.

    MANUAL is shown and never applied. UNSAFE is probably right and asked for by name. SAFE is
    certain, and changes only what its title says.
    """

    MANUAL = 0
    UNSAFE = 1
    SAFE = 2

    def __str__(self) -> str:
        return self.name.lower()


class Effect(Enum):
    """What a fix may declare to change beside words; without it the proof refuses the change."""

    TARGETS = "targets"  # links that its edits touch lead elsewhere
    LABELS = "labels"  # footnotes are called otherwise, and each reference keeps its definition
    PLACES = "places"  # definitions are moved, word for word
    ADDITIONS = "additions"  # sections, definitions and links are written that were not there
    CELLS = "cells"  # the cells of a table that its edits touch become one, which holds a link
    ALLOWS = "allows"  # what the note allows is another; such a fix is made before all others


class Edit(NamedTuple):
    """One replacement: ``text`` takes the place of what stands in ``span``."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that are applied together or not at all; ``title`` is an imperative.

    ``effects`` declares what the edits change beside words.
    """

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SAFE
    effects: frozenset[Effect] = frozenset()

    @classmethod
    def replacing(
        cls, span: Span, text: str, title: str, applicability: Applicability = Applicability.SAFE
    ) -> Fix:
        """A fix of one edit."""
        return cls(title, (Edit(span, text),), applicability)


def apply_edits(content: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made.

    Raises:
        ValueError: two of them overlap.
    """
    pieces: list[str] = []
    position = 0
    for edit in sorted(edits):
        if edit.span.start < position:
            raise ValueError(f"edits overlap at offset {edit.span.start}")
        pieces += content[position : edit.span.start], edit.text
        position = edit.span.end
    return "".join([*pieces, content[position:]])
