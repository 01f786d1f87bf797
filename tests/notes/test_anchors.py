"""The places that links lead to: headings to walk down, and blocks."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.notes import ENDINGS, notes

from notelint.markdown import headings_in, parse
from notelint.notes import Anchor, Anchors, NoteSummary, Subpath, scan_summary
from notelint.values import block_key

many = settings(max_examples=300, deadline=None, derandomize=True)


def anchors_in(content: str) -> Anchors:
    return scan_summary(content).anchors


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


HEADINGS = st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["a", "b", "A"])), max_size=12)


@given(HEADINGS, st.integers(-1, 12), st.integers(0, 6))
def test_the_first_heading_below_another_is_that_of_looking_at_all(
    headings: list[tuple[int, str]], index: int, depth: int
) -> None:
    anchors = Anchors(tuple(Anchor(level, text, text) for level, text in headings))
    for key in ("a", "b", "c"):
        found = (
            (at, level)
            for at, (level, text) in enumerate(headings)
            if text.lower() == key and at > index and level > depth
        )
        assert anchors.below(key, index, depth) == next(found, None)


NAMED = st.tuples(st.integers(1, 4), st.sampled_from(["a", "b", "A #", "a #", "b #"]))


@given(st.lists(NAMED, min_size=1, max_size=8), st.integers(0, 7), NAMED)
def test_a_renamed_heading_is_one_heading_among_the_same_others(
    headings: list[tuple[int, str]], index: int, new: tuple[int, str]
) -> None:
    def made(named: list[tuple[int, str]]) -> Anchors:
        return Anchors(tuple(Anchor(depth, text, text) for depth, text in named))

    index %= len(headings)
    renamed = made(headings).renamed(index, Anchor(new[0], new[1], new[1]))
    expected = made([*headings[:index], new, *headings[index + 1 :]])
    assert (renamed.headings, renamed.slugs) == (expected.headings, expected.slugs)
    for key in ("a", "b"):
        assert renamed.signed(key) == expected.signed(key)
        for start in range(-1, len(headings)):
            for depth in range(5):
                assert renamed.below(key, start, depth) == expected.below(key, start, depth)
