"""Lists with display math and comments in them, as a second reader has them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.second_reader import Seen, UnknownError, second_reading, words_of

from notelint.markdown import Node, parse

INDENTS = ("", "", "\t", "\t", "\t\t", " \t", "\t ", "  \t", " ", "  ", "   ", "    ", "      ")
BULLETS = ("- ", "* ", "1. ", "10. ", "-\t", "- [ ] ", "-   ", "- - ")
CHUNKS = (
    ("a",),
    ("a b $$ x $$ c",),
    ("$$", "x", "$$"),
    ("$$", "\tx", "", "- y", "$$"),
    ("$$", "x", "y $$"),
    ("$$ x", "$$"),
    ("$$ x $$",),
    ("%%", "x", "%%"),
    ("%% x", "", "y %%"),
    ("%% x %%",),
    ("",),
)
BLOCKS = frozenset({"list", "listItem", "paragraph", "math", "comment", "code"})


@st.composite
def chunks(draw: st.DrawFn) -> str:
    """Some lines of one indent, perhaps the first of them behind a bullet at another."""
    indent, chunk = draw(st.sampled_from(INDENTS)), draw(st.sampled_from(CHUNKS))
    lines = [indent + line if line else line for line in chunk]
    if chunk[0] and draw(st.booleans()):
        bullet = draw(st.sampled_from(INDENTS)) + draw(st.sampled_from(BULLETS))
        lines[0] = bullet + chunk[0]
    return "\n".join(lines)


notes = st.lists(chunks(), min_size=1, max_size=6).map("\n".join)


def seen(nodes: tuple[Node, ...]) -> tuple[Seen, ...]:
    """The blocks of a tree in the form of the second reader."""
    return tuple(_seen(node) for node in nodes if node.type in BLOCKS)


def _seen(node: Node) -> Seen:
    children = seen(node.children) if node.type in ("list", "listItem") else ()
    value = words_of(node.data["value"]) if node.type in ("math", "comment") else ()
    return Seen(node.type, node.start, node.end, children, value)


@settings(max_examples=600, deadline=None)
@given(notes, st.sampled_from(["\n", "\r\n"]))
def test_both_readers_see_the_same_blocks_at_the_same_places(content: str, ending: str) -> None:
    content = content.replace("\n", ending)
    try:
        expected = second_reading(content)
    except UnknownError:
        assume(False)
        return
    tree = parse(content)
    assert tree.is_sound
    assert seen(tree.root.children) == expected


@pytest.mark.parametrize("bullet", ["- ", "1. ", "- [ ] "])
@pytest.mark.parametrize("indent", ["\t", " \t", "   ", "\t "])
@pytest.mark.parametrize("sign", ["$$", "%%"])
def test_the_second_reader_knows_blocks_under_bullets(bullet: str, indent: str, sign: str) -> None:
    block = f"{sign}\n{indent}x\n{indent}{sign}"
    content = f"{bullet}a\n{indent}{block}\n{bullet}b"
    (found,) = second_reading(content)
    first, second = found.children
    _, under = first.children
    assert content[under.start : under.end] == block
    assert content[second.start : second.end] == f"{bullet}b"
    assert seen(parse(content).root.children) == (found,)
