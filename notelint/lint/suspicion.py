"""Which fixes may be those that fail a proof: those in the lines that are read in another way.

It need not be right, as whatever it says is proven again; it only spares proofs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from notelint.lint.edit_map import EditMap
from notelint.lint.proof import letters, letters_left, nodes, untouched
from notelint.markdown import Node
from notelint.notes import Note
from notelint.values import Diagnostic, Span


def suspects(before: Note, after: Note, chosen: list[Diagnostic]) -> list[Diagnostic]:
    """Those of the fixes that made ``after`` which stand where something is read otherwise."""
    edits = EditMap.of(edit for item in chosen if item.fix for edit in item.fix.edits)
    places = _places(before, after, edits)
    lines = {before.text.position(edits.origin(Span(at, at)).start).line for at in places}
    return [item for item in chosen if not lines.isdisjoint(_lines(before, item))]


def _lines(note: Note, diagnostic: Diagnostic) -> Iterator[int]:
    """The lines that a fix edits."""
    for edit in diagnostic.fix.edits if diagnostic.fix else ():
        first, last = (note.text.position(offset).line for offset in edit.span)
        yield from range(first, last + 1)


def _places(before: Note, after: Note, edits: EditMap) -> Iterator[int]:
    """Where the two differ otherwise than by the edits, as offsets of the second."""
    found = Counter(untouched(after.tree.root, EditMap(())))
    for signature in Counter(untouched(before.tree.root, edits)) - found:
        yield signature[2]
    for span in {*letters_left(before, edits)} ^ {*letters(after, edits.new)}:
        yield span.start
    for _, start in {*_kinds(before, edits)} ^ {*_kinds(after, EditMap(()))}:
        yield start


def _kinds(note: Note, edits: EditMap) -> Iterator[tuple[str, int]]:
    """What each node but a text is, and where it begins."""
    found: Iterator[tuple[tuple[str, ...], Node]] = nodes(note.tree.root)
    for _, node in found:
        if node.type != "text":
            yield node.type, node.start + edits.shift(node.start)
