"""How the facts of a note are come by: off its lines where it is plain, else from its tree."""

from __future__ import annotations

from notelint.markdown import Tree
from notelint.notes.facts import Facts
from notelint.notes.plain import plain_facts
from notelint.values import Text


def read_facts(text: Text) -> tuple[Facts, Tree | None]:
    """The facts of a note, and the tree that they were taken from, if there had to be one."""
    facts = plain_facts(text)
    return (facts, None) if facts is not None else facts_and_tree(text)


def facts_and_tree(text: Text) -> tuple[Facts, Tree]:
    """The facts of any note by its tree."""
    from notelint.markdown import parse  # with mistune, which plain notes do without
    from notelint.notes.extraction import facts_of

    tree = parse(text.content)
    return facts_of(text, tree), tree
