"""Display math and comments under bullets: a tab there is Obsidian's own indentation."""

from __future__ import annotations

from itertools import product

import pytest
from support.pieces import INDENTS

from notelint.markdown import Node, parse
from notelint.markdown.verify import violations

BULLETS = ("- ", "* ", "+ ", "1. ", "1) ", "- [ ] ")
BEHIND = ("", "\n", "\n- b", "\n\t- b", "\nb", "\n\n# b")


def leaf(content: str, kind: str) -> Node:
    tree = parse(content)
    assert tree.is_sound
    assert not list(violations(content, tree.root))
    return next(node for node in tree.root.walk() if node.type == kind)


@pytest.mark.parametrize(("marker", "kind"), [("$$", "math"), ("%%", "comment")])
@pytest.mark.parametrize("indent", ["\t", " \t", "   "])
def test_a_block_under_a_bullet_ends_where_its_delimiter_does(
    indent: str, marker: str, kind: str
) -> None:
    for bullet, behind, ending in product(BULLETS, BEHIND, ("\n", "\r\n")):
        block = f"{marker}\n{indent}x\n{indent}{marker}"
        content = f"{bullet}a\n{indent}{block}{behind}".replace("\n", ending)
        node = leaf(content, kind)
        assert content[node.start : node.end] == block.replace("\n", ending)
        assert node.data["value"] == "x"


@pytest.mark.parametrize("indent", INDENTS)
@pytest.mark.parametrize("first", ["", "a"])
def test_math_in_a_line_of_a_bullet_ends_where_its_dollars_do(first: str, indent: str) -> None:
    content = f"- {first}b\n{indent}c $$\n{indent}x\n{indent}$$ d\n- e"
    node = leaf(content, "math")
    assert content[node.start : node.end] == f"$$\n{indent}x\n{indent}$$"
    assert node.data["value"] == "x"


VALUES = [
    ("- $$\n\tx\n\t$$", "x"),
    ("- a\n\t$$\n\t\tx\n\t  y\n\t$$", "\tx\n  y"),
    ("- a\n  $$\n    x\n  $$", "  x"),
    ("- a\n\t- b\n\t\t$$\n\t\tx\n\t\t$$", "x"),
    ("> - a\n> \t$$\n> \tx\n> \t$$", "x"),
    ("- a\n\t> $$\n\t> x\n\t> $$", "x"),
    ("[^1]: a\n\t$$\n\tx\n\t$$", "x"),
    ("$$\n  x\n$$", "  x"),
    ("  $$\n  x\n  $$", "x"),
    ("- a\n\t$$\n\n\tx\n\n\ty\n\t$$", "x\n\ny"),
    ("- a\n\t$$ x\n\ty $$", " x\ny "),
    ("1. $$\n x\n$$", "x"),
]


@pytest.mark.parametrize(("content", "value"), VALUES)
def test_the_value_has_no_indent_of_what_is_around(content: str, value: str) -> None:
    assert leaf(content, "math").data["value"] == value


@pytest.mark.parametrize("behind", ["", "\n", "\n\n", "\n- b", "\n\nb"])
def test_a_comment_that_nothing_closes_ends_with_its_item(behind: str) -> None:
    content = f"- a\n\t%%\n\tx{behind}"
    node = leaf(content, "comment")
    assert content[node.start : node.end] == "%%\n\tx"
    assert node.data["value"] == "x"
