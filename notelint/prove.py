"""The proof that a fix changed what it says and nothing else."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from notelint.diagnostic import Edit
from notelint.markdown import PLACES, Node
from notelint.note import Note
from notelint.text import Span

Signature = tuple[Any, ...]


def disproof(
    before: Note, after: Note, edits: Sequence[Edit], retargeted: Sequence[Span] = ()
) -> str | None:
    """What an edited note has lost, or None if it is proven to be the same but for the edits.

    Every node that no edit touches is there again, under the same parents, with the same content;
    what an edit touches stays what it is; every reference and definition keeps its label, and
    every link its target, but for links whose target stands in one of the ``retargeted`` spans.
    """
    return next(_complaints(before, after, sorted(edits), retargeted), None)


def _complaints(
    before: Note, after: Note, edits: Sequence[Edit], retargeted: Sequence[Span]
) -> Iterator[str]:
    if not after.may_be_written:
        yield "the mended note cannot be parsed with certainty"
    yield from _changed_nodes(before, after, edits)
    if _is_broken(after) and not _is_broken(before):
        yield "the front matter would be no YAML any more"
    if _labels(before) != _labels(after):
        yield "a reference or a definition would change its label"
    if not _same_targets(before, after, retargeted):
        yield "a link would change its target"


def _changed_nodes(before: Note, after: Note, edits: Sequence[Edit]) -> Iterator[str]:
    old, new = [edit.span for edit in edits], _spans_after(edits)
    kept = Counter(_untouched(before.tree.root, old, _shifts(edits)))
    found = Counter(_signature(parents, node, 0) for parents, node in _all(after.tree.root))
    away = Counter(_away_from(after.tree.root, [_with_blanks(span, after) for span in new]))
    for _, name, *_ in (kept - found) or (away - kept):
        yield f"a {name} that no edit touches would be read in another way"
    if _shape(before.tree.root, old) != _shape(after.tree.root, new):
        yield "what an edit touches would be read as something else"


def _shifts(edits: Sequence[Edit]) -> tuple[list[int], list[int]]:
    """Where each edit ends, and by how much the text behind it moves."""
    deltas = [len(edit.text) - (edit.span.end - edit.span.start) for edit in edits]
    return [edit.span.end for edit in edits], list(accumulate(deltas, initial=0))


def _spans_after(edits: Sequence[Edit]) -> list[Span]:
    _, shifts = _shifts(edits)
    starts = [edit.span.start + shift for edit, shift in zip(edits, shifts, strict=False)]
    return [Span(start, start + len(edit.text)) for start, edit in zip(starts, edits, strict=True)]


def _untouched(
    root: Node, touched: Sequence[Span], shifts: tuple[list[int], list[int]]
) -> Iterator[Signature]:
    """The nodes that no edit overlaps, where they have to be after the edits.

    A text that an edit stands right beside is left out: the new characters may become part of it.
    """
    starts = [span.start for span in touched]
    for parents, node in _all(root):
        if not _is_touched(node, touched, starts, beside=node.type == "text"):
            delta = shifts[1][bisect_right(shifts[0], node.start)]
            yield _signature(parents, node, delta)


def _away_from(root: Node, touched: Sequence[Span]) -> Iterator[Signature]:
    """The nodes that none of the new characters is in or beside."""
    starts = [span.start for span in touched]
    for parents, node in _all(root):
        if not _is_touched(node, touched, starts, beside=True):
            yield _signature(parents, node, 0)


def _with_blanks(span: Span, note: Note) -> Span:
    """A span with the blanks around it, which belong to no node once they end a line."""
    content, (start, end) = note.text.content, span
    while start > 0 and content[start - 1].isspace():
        start -= 1
    while end < len(content) and content[end].isspace():
        end += 1
    return Span(start, end)


def _shape(root: Node, touched: Sequence[Span]) -> Counter[tuple[tuple[str, ...], str]]:
    """How often each type of node stands under which parents, without what edits take or put in."""
    starts = [span.start for span in touched]
    return Counter(
        (parents, node.type)
        for parents, node in _all(root)
        if node.type != "text" and not _is_inside(node, touched, starts)
    )


def _is_inside(node: Node, touched: Sequence[Span], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, node.start) - 1
    return index >= 0 and node.end <= touched[index].end > touched[index].start


def _signature(parents: tuple[str, ...], node: Node, delta: int) -> Signature:
    """What identifies a node: its parents, type, place and data."""
    data = tuple(sorted((k, str(v)) for k, v in node.data.items() if k not in PLACES))
    return parents, node.type, node.start + delta, node.end + delta, data


def _all(node: Node, parents: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:
    yield parents, node
    below = (*parents, node.type)
    for child in node.children:
        yield from _all(child, below)


def _is_touched(node: Node, touched: Sequence[Span], starts: Sequence[int], beside: bool) -> bool:
    """Whether an edit overlaps a node, or, with ``beside``, stands right before or behind it."""
    for index in range(bisect_right(starts, node.end) - 1, -1, -1):
        span = touched[index]
        if span.end < node.start or (span.end == node.start and not beside):
            return False
        if span.start < node.end or beside:
            return True
    return False


def _is_broken(note: Note) -> bool:
    front_matter = note.facts.front_matter
    return front_matter is not None and front_matter.error is not None


def _labels(note: Note) -> tuple[list[str], list[str]]:
    facts = note.facts
    return [r.label for r in facts.references], [d.label for d in facts.definitions]


def _same_targets(before: Note, after: Note, retargeted: Sequence[Span]) -> bool:
    old, new = before.facts.links, after.facts.links
    return len(old) == len(new) and all(
        (one.kind, one.target) == (other.kind, other.target)
        or any(span.holds(one.target_span) for span in retargeted)
        for one, other in zip(old, new, strict=True)
    )
