"""The 652 examples of CommonMark 0.31.2 against mdast's trees (``tests/markdown/commonmark``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from notelint.markdown import Node, parse

GOLDEN = Path(__file__).resolve().parent / "commonmark/examples.json"
EXAMPLES = json.loads(GOLDEN.read_text("utf-8"))
BLANKS = " \t\n"
COMPARED = ("depth", "url", "title", "lang", "meta", "alt", "ordered")

Golden = list[Any]  # [type, start, end, children, data], the last two left out where empty


def children_of(tree: Golden) -> list[Golden]:
    return tree[3] if len(tree) > 3 and not tree[0].startswith("image") else []


def outline(node: Node) -> list[Any]:
    return [node.type, *map(outline, node.children)]


def golden_outline(tree: Golden) -> list[Any]:
    return [tree[0], *map(golden_outline, children_of(tree))]


def pairs(node: Node, tree: Golden) -> Iterator[tuple[Node, Golden]]:
    yield node, tree
    for child, golden in zip(node.children, children_of(tree), strict=True):
        yield from pairs(child, golden)


def all_pairs() -> Iterator[tuple[str, Node, Golden]]:
    for example in EXAMPLES:
        note = example["markdown"]
        for node, golden in pairs(parse(note, obsidian=False).root, example["tree"]):
            yield note, node, golden


def trimmed(note: str, start: int, end: int) -> tuple[int, int]:
    source = note[start:end]
    left = len(source) - len(source.lstrip(BLANKS))
    return start + left, start + left + len(source.strip(BLANKS))


def test_all_examples_are_there() -> None:
    assert len(EXAMPLES) == 652


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"example {example['example']}")
def test_every_example_has_the_structure_of_mdast(example: dict[str, Any]) -> None:
    tree = parse(example["markdown"], obsidian=False)
    assert outline(tree.root) == golden_outline(example["tree"])
    assert tree.is_sound
    assert not tree.limits


def test_nearly_all_spans_are_those_of_mdast() -> None:
    """The three others are by convention: see ``test_three_spans_differ_by_convention``."""
    equal = [
        trimmed(note, node.start, node.end) == trimmed(note, *golden[1:3])
        for note, node, golden in all_pairs()
    ]
    assert sum(equal) / len(equal) >= 0.999


def test_three_spans_differ_by_convention() -> None:
    """A heading begins behind its definitions, a list ends before a bare `>`, a hard break takes
    the next line's indent."""
    different = [
        node.type
        for note, node, golden in all_pairs()
        if trimmed(note, node.start, node.end) != trimmed(note, *golden[1:3])
    ]
    assert different == ["heading", "list", "break"]


def test_what_the_nodes_carry_is_what_mdast_says() -> None:
    different = [
        (note, key)
        for note, node, golden in all_pairs()
        for key in COMPARED
        if node.data.get(key) != (golden[4].get(key) if len(golden) > 4 else None)
    ]
    assert different == []


def test_texts_and_code_have_the_values_of_mdast() -> None:
    """But for blanks at the edges, and line endings in code spans, which stand for a blank."""
    different = [
        (node.data["value"], golden[4]["value"])
        for _, node, golden in all_pairs()
        if "value" in node.data
        and " ".join(node.data["value"].split()) != " ".join(golden[4]["value"].split())
    ]
    assert different == []
