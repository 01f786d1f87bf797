"""Fixes that replace pieces of a note, whatever they declare."""

from __future__ import annotations

from notelint.lint.proof import disproof
from notelint.notes import Note, read_note
from notelint.values import Applicability, Edit, Effect, Fix, Span, apply_edits

CITED = "One[^1] two.[^2]\n\n[^1]: a book\n[^2]: a paper\n"
LINKED = "See [[wall]] and [[#Cells]].\n\n# Cells\n"


def read(content: str) -> Note:
    return read_note("titanin.md", content)


def fix(content: str, pairs: dict[str, str], *effects: Effect) -> Fix:
    """A fix that replaces the first occurrence of each key."""
    edits = [
        Edit(Span(content.index(old), content.index(old) + len(old)), new)
        for old, new in pairs.items()
    ]
    return Fix("x", tuple(sorted(edits)), Applicability.UNSAFE, frozenset(effects))


def disproof_of(content: str, fix: Fix) -> str | None:
    """What is wrong with one fix of a note; None where it is proven."""
    return disproof(read(content), read(apply_edits(content, fix.edits)), [fix])
