"""How the facts of a note are come by: off its lines where it is plain, else from its tree."""

from __future__ import annotations

from collections.abc import Sequence

from notelint.markdown import Tree, read_plain
from notelint.notes.facts import Facts
from notelint.notes.plain import facts_of_blocks
from notelint.values import Text


def read_facts(texts: Sequence[Text]) -> list[tuple[Facts, Tree | None]]:
    """The facts of some notes, and the trees that they were taken from, where there had to be one.
    All are read into blocks first, which costs less than note by note."""
    blocks = [read_plain(text) for text in texts]
    plain = [facts_of_blocks(text, note) for text, note in zip(texts, blocks, strict=True)]
    return [
        (facts, None) if facts is not None else facts_and_tree(text)
        for text, facts in zip(texts, plain, strict=True)
    ]


def facts_and_tree(text: Text) -> tuple[Facts, Tree]:
    """The facts of any note by its tree."""
    from notelint.markdown import parse  # with mistune, which plain notes do without
    from notelint.notes.extraction import facts_of

    tree = parse(text.content)
    return facts_of(text, tree), tree
