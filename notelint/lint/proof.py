"""The proof that fixes changed what they say and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from notelint.lint.edit_map import EditMap, SpanSet
from notelint.lint.references import Declared, Reach
from notelint.markdown import PLACES, Node
from notelint.notes import Note
from notelint.values import Effect, Fix, Span, lazy_pattern
from notelint.vault import FileNames, Vault

Signature = tuple[Any, ...]

_WORD = lazy_pattern(r"\S+")

# What a node is, whatever it says; and what a footnote may be called anew is not among it.
_IDENTITY = ("depth", "ordered", "number", "checked", "lang", "meta", "kind", "fold", "id", "name")


def disproof(
    before: Note, after: Note, fixes: Iterable[Fix], vault: Vault | None = None
) -> str | None:
    """What an edited note has lost, or None if it is proven to be the same but for the fixes.

    Every node that no edit touches is there again, under the same parents, with the same content;
    what an edit touches stays what it is, and its letters that no edit replaces are shown as they
    were; every reference reaches its definition, and every link its target, also those of the other
    notes in ``vault``. What a fix declares to change is excepted in its own edits.
    """
    vault = vault or Vault(FileNames.of([before.path]))
    return next(_complaints(before, after, tuple(fixes), vault), None)


def _complaints(before: Note, after: Note, fixes: tuple[Fix, ...], vault: Vault) -> Iterator[str]:
    edits = EditMap.of(edit for fix in fixes for edit in fix.edits)
    declared = Declared(fixes, edits)
    if not after.may_be_written:
        yield "the mended note cannot be parsed with certainty"
    yield from _changed_nodes(before, after, edits)
    if letters_left(before, edits) != list(letters(after, edits.new)):
        yield "words that no edit touches would be shown in another way"
    cells = declared.old[Effect.CELLS], declared.new[Effect.CELLS]
    if _shape(before, edits.old, cells[0]) != _shape(after, edits.new, cells[1]):
        yield "what an edit touches would be read as something else"
    if _moved(before, declared.old[Effect.PLACES]) != _moved(after, declared.new[Effect.PLACES]):
        yield "what is moved would be read in another way"
    if _is_broken(after) and not _is_broken(before):
        yield "the front matter would be no YAML any more"
    yield from Reach(before, after, declared, vault).complaints()


def _changed_nodes(before: Note, after: Note, edits: EditMap) -> Iterator[str]:
    kept = Counter(untouched(before.tree.root, edits))
    found = Counter(_signature(parents, node, 0) for parents, node in nodes(after.tree.root))
    for _, name, *_ in kept - found:
        yield f"a {name} that no edit touches would be read in another way"


def untouched(root: Node, edits: EditMap) -> Iterator[Signature]:
    """The nodes that no edit overlaps, where they have to be after the edits.

    A text that an edit stands right beside is left out: the new characters may become part of it.
    """
    for parents, node in nodes(root):
        if not edits.old.touch(node.span, beside=node.type == "text"):
            yield _signature(parents, node, edits.shift(node.start))


def letters_left(note: Note, edits: EditMap) -> list[Span]:
    """The letters that no edit takes out, blanks aside, where they have to be after the edits."""
    left = letters(note, edits.old)
    return [Span(start + edits.shift(start), end + edits.shift(start)) for start, end in left]


def letters(note: Note, touched: SpanSet) -> Iterator[Span]:
    """What is shown letter for letter outside some places, word by word."""
    for words in note.facts.prose:
        for start, end in touched.outside(words):
            for match in _WORD.finditer(note.text.content, start, end):
                yield Span(*match.span())


def _shape(note: Note, touched: SpanSet, cells: SpanSet) -> Counter[tuple[Any, ...]]:
    """How often each sort of node stands under which parents, without what edits take or put in,
    and without the cells that they make one of."""
    return Counter(
        (parents, node.type, *(str(node.data.get(key)) for key in _IDENTITY))
        for parents, node in nodes(note.tree.root)
        if node.type != "text"
        and not touched.hold(node.span)
        and not (node.type == "tableCell" and cells.touch(node.span))
    )


def _moved(note: Note, places: SpanSet) -> Counter[Signature]:
    """The nodes in some places, wherever these are."""
    return Counter(
        _signature(parents, node, -node.start)
        for parents, node in (nodes(note.tree.root) if places.spans else ())
        if places.hold(node.span)
    )


def _signature(parents: tuple[str, ...], node: Node, delta: int) -> Signature:
    """What identifies a node: its parents, type, place and data."""
    data = tuple(sorted((k, str(v)) for k, v in node.data.items() if k not in PLACES))
    return parents, node.type, node.start + delta, node.end + delta, data


def nodes(node: Node, parents: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:
    """The nodes below one in source order, each with the types of those around it."""
    below = (*parents, node.type)
    for child in node.children:
        yield below, child
        yield from nodes(child, below)


def _is_broken(note: Note) -> bool:
    front_matter = note.facts.front_matter
    return front_matter is not None and front_matter.error is not None
