"""What holds for the spans of any note, whatever stands in it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.pieces import INLINES, LINES, STARTS, item, note

from notelint.markdown import Node, Tree, parse
from notelint.markdown.verify import violations

SEEDS = 5000
BATCH = 250
NOT_LETTER_FOR_LETTER = re.compile(r"\\([!-~])|(&#?\w+;)| *(?:\r\n|\n|\r)[ \t>]*")
MARKERS = {"emphasis": 1, "strong": 2, "delete": 2, "highlight": 2}
SPANS = ("destination", "target_span", "label_span")

notes = st.lists(st.sampled_from([*STARTS, *LINES, *INLINES, "\n", "\n\n"]), max_size=40).map(
    "".join
)
items = st.lists(st.randoms(use_true_random=False).map(item), max_size=4).map("\n".join)


def check(content: str) -> Tree:
    """Everything at once, so that a note is parsed once."""
    tree = parse(content)
    assert list(violations(content, tree.root)) == []
    assert tree.is_sound
    for node in tree.root.walk():
        assert 0 <= node.start <= node.end <= len(content)
        assert_order(node)
        assert_tiles(content, node)
        assert_text(content, node)
        assert_data_spans(content, node)
    return tree


def assert_order(node: Node) -> None:
    """Children lie inside their parent, in order, and do not overlap."""
    edges = [node.start, *(edge for child in node.children for edge in child[1:3]), node.end]
    assert edges == sorted(edges)


def assert_tiles(content: str, node: Node) -> None:
    """Inlines cover what holds them: markers, line breaks and prefixes included."""
    inner = inner_span(content, node)
    if inner is None or not node.children:
        return
    edges = [node.children[0].start, *(child.end for child in node.children)]
    assert edges[:-1] == [child.start for child in node.children]
    assert (edges[0], edges[-1]) == inner


def inner_span(content: str, node: Node) -> tuple[int, int] | None:
    if node.type in ("paragraph", "tableCell"):
        return node.start, node.end
    if node.type in MARKERS:
        return node.start + MARKERS[node.type], node.end - MARKERS[node.type]
    if node.type == "inlineFootnote":
        return node.start + 2, node.end - 1
    return None


def assert_text(content: str, node: Node) -> None:
    """A text is its source, but for escapes, entities, line breaks and prefixes."""
    if node.type != "text":
        return
    shown, last = "", node.start
    for start, end in (*node.data.get("pieces", ((last, node.end),)), (node.end, node.end)):
        shown += NOT_LETTER_FOR_LETTER.sub(meaning, content[last:start]) + content[start:end]
        last = end
    assert shown == node.data["value"]


def meaning(match: re.Match[str]) -> str:
    """What an escape, an entity or a line break in a text stands for."""
    return match[1] or (html.unescape(match[2]) if match[2] else "\n")


def assert_data_spans(content: str, node: Node) -> None:
    for key, start, end in data_spans(node):
        assert node.start <= start <= end <= node.end
        if key != "destination":
            assert content[start:end] == node.data[key.removesuffix("_span")]


def data_spans(node: Node) -> Iterator[tuple[str, int, int]]:
    for key in SPANS:
        if key in node.data:
            yield key, *node.data[key]


def moved(tree: Any, shift: list[int]) -> Any:
    """A tree with every place in it moved, by what ``shift`` says for its old offset."""
    if isinstance(tree, Node):
        data = {
            key: moved(value, shift) if key in (*SPANS, "pieces", "lines") else value
            for key, value in tree.data.items()
        }
        children = tuple(moved(child, shift) for child in tree.children)
        return Node(tree.type, shift[tree.start], shift[tree.end], children, data)
    return tuple(moved(part, shift) if isinstance(part, tuple) else shift[part] for part in tree)


def crlf_shift(content: str) -> list[int]:
    shift, returns = [], 0
    for offset, char in enumerate(content + " "):
        shift.append(offset + returns)
        returns += char == "\n"
    return shift


def check_both_line_endings(content: str) -> None:
    tree = check(content)
    windows = check(content.replace("\n", "\r\n"))
    assert moved(windows.root, list(range(2 * len(content) + 1))) == moved(
        tree.root, crlf_shift(content)
    )


@pytest.mark.parametrize("first", range(0, SEEDS, BATCH))
def test_spans_hold_for_random_notes(first: int) -> None:
    for seed in range(first, first + BATCH):
        check_both_line_endings(note(seed))


@settings(deadline=None)
@given(notes)
def test_spans_hold_for_notes_of_markdown_pieces(content: str) -> None:
    check_both_line_endings(content)


@settings(deadline=None)
@given(items)
def test_spans_hold_for_what_is_indented_under_bullets(content: str) -> None:
    check_both_line_endings(content)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_spans_hold_for_any_text(content: str) -> None:
    check(content)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_random_bytes_never_crash(content: bytes) -> None:
    check(content.decode("utf-8", "replace"))


@settings(deadline=None)
@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=6))
def test_every_reference_and_definition_is_in_the_tree(labels: list[str]) -> None:
    content = "".join(f"- x[^{label}]\n[^{label}]: y\n" for label in labels)
    found = [node.type for node in parse(content).root.walk() if "label" in node.data]
    assert found == ["footnoteReference", "footnoteDefinition"] * len(labels)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_gives_the_same_blocks(ending: str) -> None:
    content = ending.join(("# a", "> b", "c", "", "- d", "", "```", "e", "```"))
    kinds = [node.type for node in check(content).root.children]
    assert kinds == ["heading", "blockquote", "list", "code"]


@pytest.mark.parametrize("char", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_nothing_else_ends_a_line(char: str) -> None:
    assert [node.type for node in parse(f"a{char}# b").root.children] == ["paragraph"]


BROKEN = {
    "a child outside its parent": Node("root", 0, 1, (Node("text", 0, 3, (), {"value": "*a*"}),)),
    "children out of order": Node(
        "root", 0, 3, (Node("text", 1, 2, (), {"value": "a"}), Node("paragraph", 0, 1))
    ),
    "a span that ends before it starts": Node("root", 0, 3, (Node("paragraph", 2, 1),)),
    "a marker that is not there": Node(
        "root", 0, 3, (Node("heading", 0, 3, (Node("tag", 1, 2),)),)
    ),
    "an end that is not there": Node("root", 0, 3, (Node("emphasis", 0, 2),)),
    "a text that differs": Node("root", 0, 3, (Node("text", 0, 3, (), {"value": "*b*"}),)),
    "a piece outside its text": Node(
        "root", 0, 3, (Node("text", 0, 2, (), {"value": "a*", "pieces": ((1, 3),)}),)
    ),
}


@pytest.mark.parametrize("root", BROKEN.values(), ids=BROKEN)
def test_a_tree_that_contradicts_its_text_is_found(root: Node) -> None:
    assert list(violations("*a*", root))
