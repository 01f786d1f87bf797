"""Hostile notes are read to their end, in time and depth that stay in bounds.

There are no timings here: each input is so large that a quadratic step would take minutes, and so
deep that recursion would fail.
"""

from __future__ import annotations

import pytest
from support.hostile import HOSTILE, repeat

from notelint.markdown import Node, Tree, parse
from notelint.markdown.inlines.emphasis import MAX_DEPTH

SIZE = 30_000  # characters
TOO_DEEP = "marks nested too deeply: the deeper ones were read as text and not checked"


def depth(node: Node) -> int:
    levels, deepest = [(node, 0)], 0
    while levels:
        current, level = levels.pop()
        deepest = max(deepest, level)
        levels.extend((child, level + 1) for child in current.children)
    return deepest


def reasons(tree: Tree) -> list[str]:
    return [limit.reason for limit in tree.limits]


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_hostile_notes_are_read_to_their_end(make) -> None:  # type: ignore[no-untyped-def]
    tree = parse(make(SIZE))
    assert tree.is_sound
    assert depth(tree.root) < 200
    assert len(set(reasons(tree))) == len(tree.limits)


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_hostile_notes_are_read_in_a_quote_and_an_item(make) -> None:  # type: ignore[no-untyped-def]
    lines = make(SIZE // 10).split("\n")
    assert parse("- > " + "\n  > ".join(lines)).is_sound


@pytest.mark.parametrize(
    "content", [">" * 100, "- " * 100, "1. " * 100, "[^a]: " * 100, "- > [^a]: " * 30]
)
def test_too_many_containers_are_said_once(content: str) -> None:
    tree = parse(content + "a\n" + content + "b")
    assert reasons(tree) == [
        "lists and quotes nested too deeply: the deeper ones were read as text and not checked"
    ]
    assert tree.limits[0].start > 0


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("![", "](u)"), ("^[", "]"), ("*a ", " a*"), ("**a ", " a**"), ("*a **b ", " b** a*")],
)
def test_too_many_inlines_in_one_another_are_said_once(opening: str, closing: str) -> None:
    content = opening * 100 + closing * 100
    assert reasons(parse(f"{content}\n\n{content}")) == [TOO_DEEP]


def test_what_holds_too_much_stays_text() -> None:
    tree = parse("^[" * 100 + "]" * 100)
    footnotes = [node for node in tree.root.walk() if node.type == "inlineFootnote"]
    assert len(footnotes) == MAX_DEPTH


def test_links_in_marks_in_links_stay_in_bounds() -> None:
    unit_open, unit_close = "![" + "*a " * 20, " a*" * 20 + "](u)"
    assert depth(parse(unit_open * 50 + unit_close * 50).root) < 200


def test_the_deepest_allowed_nesting_has_no_limits() -> None:
    assert parse("^[" * 30 + "a" + "]" * 30).limits == ()
    assert parse("> " * 60 + "a").limits == ()


def test_a_long_list_is_one_list() -> None:
    tree = parse("- a\n" * 100_000)
    assert len(tree.root.children[0].children) == 100_000


def test_many_definitions_in_one_paragraph_are_all_found() -> None:
    tree = parse("".join(f"[{number}]: /u\n" for number in range(30_000)))
    assert len(tree.root.children) == 30_000


def test_doubling_a_note_of_many_units_doubles_its_nodes() -> None:
    make = repeat("[a]: /u\n\n[a][b] *c* `d` [[e]] $f$\n\n")
    small, large = (sum(1 for _ in parse(make(size)).root.walk()) for size in (9000, 18000))
    assert 1.9 < large / small < 2.1
