"""Headings and blocks that links lead to: the short way to them finds what the whole tree has."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import pieces
from support.notes import ENDINGS, notes

from notelint.markdown import Node, front_matter_span, headings_in, parse
from notelint.notes import Anchors, NoteSummary, Subpath, scan_summary
from notelint.notes.front_matter import read_front_matter
from notelint.values import Span, block_key, heading_key

many = settings(max_examples=300, deadline=None, derandomize=True)


def anchors_in(content: str) -> Anchors:
    return scan_summary(content).anchors


def headings_of_tree(content: str) -> list[Node]:
    return [node for node in parse(content).root.walk() if node.type == "heading"]


def source_key(node: Node, content: str) -> str:
    """A heading's source without its marks, as keys are compared."""
    return heading_key(content[node.start : node.end])


@many
@given(notes())
def test_the_headings_are_those_of_the_whole_tree(content: str) -> None:
    short = [(heading.depth, heading_key(heading.source)) for heading in headings_in(content)]
    assert len(short) == len(headings_of_tree(content))
    for (depth, key), node in zip(short, headings_of_tree(content), strict=True):
        assert depth == node.data["depth"]
        # A quote's marks on the line between, and a setext underline, are not part of the text.
        assert set(key.split()) <= set(source_key(node, content).split())


@many
@given(st.integers(0, 10**9))
def test_the_headings_of_a_note_of_pieces_are_those_of_its_tree(seed: int) -> None:
    content = pieces.note(seed)
    assert [heading.depth for heading in headings_in(content)] == [
        node.data["depth"] for node in headings_of_tree(content)
    ]


@many
@given(notes())
def test_what_is_shown_of_a_heading_is_the_text_of_its_nodes(content: str) -> None:
    for heading, node in zip(headings_in(content), headings_of_tree(content), strict=True):
        texts = [child.data["value"] for child in node.walk() if child.type == "text"]
        assert all(text.strip() in heading.plain for text in texts)


@many
@given(notes())
def test_the_front_matter_is_that_of_the_tree(content: str) -> None:
    children = parse(content).root.children
    first = children[0] if children and children[0].type == "yaml" else None
    span = front_matter_span(content)
    assert span == (Span(first.start, first.end) if first else None)
    if span:
        expected = read_front_matter(span, content[span.start : span.end]).aliases
        assert scan_summary(content).aliases == expected


@many
@given(notes())
def test_every_block_id_of_the_tree_is_an_anchor(content: str) -> None:
    ids = {
        block_key(node.data["id"]) for node in parse(content).root.walk() if node.type == "blockId"
    }
    assert ids <= anchors_in(content).blocks


@many
@given(notes())
def test_a_link_to_each_heading_of_a_note_reaches_it(content: str) -> None:
    anchors = anchors_in(content)
    for heading in headings_in(content):
        for text in (heading.source, heading.plain):
            written = "".join(" " if sign in "#|^:\\" else sign for sign in text)
            assert Subpath((written,)).missing_heading(anchors) is None


@many
@given(notes())
def test_anchors_are_kept_as_plain_data(content: str) -> None:
    kept = json.dumps(scan_summary(content).as_data())
    assert NoteSummary.from_data(json.loads(kept)).anchors == anchors_in(content)


@many
@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    key = heading_key(text)
    assert heading_key(key) == key
    assert heading_key(text.upper()) == heading_key(text.upper().lower())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Source[^1]", "source 1"),
        ("Walls: what, and why?", "walls what and why"),
        ("  a   b ", "a b"),
        ("a\tb", "a b"),
        ("A | B # C ^ D", "a b c d"),
        ("C++ & C#", "c c"),
        ("e\u0301", "é"),
        ("{x} ~ `y`", "x y"),
        ("İ", "i\u0307"),
    ],
)
def test_headings_that_are_one_to_obsidian(one: str, other: str) -> None:
    assert heading_key(one) == heading_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("cross-wall", "cross wall"), ("a_b", "a b"), ("don't", "dont"), ("x²", "x2"), ("“a”", "a")],
)
def test_headings_that_are_two_to_obsidian(one: str, other: str) -> None:
    assert heading_key(one) != heading_key(other)


@pytest.mark.parametrize(
    ("target", "headings", "block"),
    [
        ("note", (), ""),
        ("note#A", ("A",), ""),
        ("#A", ("A",), ""),
        ("note#A#B", ("A", "B"), ""),
        ("note# A # B ", ("A", "B"), ""),
        ("note#", (), ""),
        ("note#A#", ("A",), ""),
        ("note##A", ("A",), ""),
        ("note#^id", (), "id"),
        ("note#^ID", (), "id"),
        ("note#A#^id", (), "id"),
        ("note#^", (), ""),
        ("note#[^1]", (), ""),
        ("note#[^Idea One]", (), ""),
        ("note#Source[^1]", ("Source[^1]",), ""),
        ("note#a ^ b", ("a ^ b",), ""),
    ],
)
def test_a_subpath_is_read(target: str, headings: tuple[str, ...], block: str) -> None:
    subpath = Subpath.read(target)
    assert (subpath.headings, block_key(subpath.block)) == (headings, block)


def test_a_walk_through_many_headings_goes_down_only() -> None:
    anchors = anchors_in("# a\n## b\n### c\n" * 2000)
    assert Subpath(("a", "b", "c")).missing_heading(anchors) is None
    assert Subpath(("b", "a")).missing_heading(anchors) is not None


@pytest.mark.parametrize("ending", ENDINGS, ids=repr)
@pytest.mark.parametrize(
    "line", ["Walls. ^id", "- Walls ^id", "> Walls ^id", "^id", "# Walls ^id", "Walls. ^id  "]
)
def test_a_block_id_ends_a_line_however_lines_end(line: str, ending: str) -> None:
    for content in (line, f"{line}{ending}", f"x{ending}{ending}{line}{ending}{ending}y"):
        assert "id" in anchors_in(content).blocks


def test_an_id_in_the_middle_of_a_line_is_none() -> None:
    assert anchors_in("Walls ^id hold. x^2 and [^1]\n").blocks == frozenset()
