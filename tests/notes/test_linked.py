"""Links to places in notes, found without a tree where there are none."""

from __future__ import annotations

import pytest

from notelint.notes import Linked, read_note, scan_summary
from notelint.notes.linked import linked_in, may_hold_linked


def linked(content: str) -> set[Linked]:
    return set(linked_in(read_note("note.md", content).facts.all_links))


@pytest.mark.parametrize(
    "content",
    [
        "## A [[wall]] #tag [x](wall.md) #tag",
        "[x](https://example.org/a#b) <https://example.org/a#b> https://example.org/a#b",
        "[x](//example.org/a#b) and [y](wall.md)",
        "[[#Walls]] [x](#walls) [y](<#walls>) [[wall|a#b]] a#b",
        "- [ ] #task\n\t- #a/b #c\n\n[^1]: [[wall]]\n[^2]: #tag\n",
        "[^1]:\n# Walls\n[x](\n# Walls\n",
    ],
)
def test_a_text_without_any_needs_no_tree(content: str) -> None:
    assert not may_hold_linked(content)
    assert linked(content) == set()


@pytest.mark.parametrize(
    ("content", "target", "is_wiki"),
    [
        ("[[wall#a]]", "wall#a", True),
        ("[[wall #a|b]]", "wall #a", True),
        ("[[Sq]uare#a]]", "Sq]uare#a", True),
        ("[x](wall#a)", "wall#a", False),
        ("[x](<big wall.md#a b>)", "big wall.md#a b", False),
        ("[x](big%20wall.md#a)", "big%20wall.md#a", False),
        ("[x](wall.md%23a)", "wall.md#a", False),
        ("[x](wall.md&#35;a)", "wall.md#a", False),
        ("[x](wall.md&num;a)", "wall.md#a", False),
        ("[x](wall.md\\#a)", "wall.md#a", False),
        ("[x](\r\nwall.md#a)", "wall.md#a", False),
        ("> [x]: \n> wall.md#a", "wall.md#a", False),
        ("[x](a(b)c.md#d)", "a(b)c.md#d", False),
        ("[x](a\u00a0b.md#d)", "a\u00a0b.md#d", False),
        ("[x](y)[x](https://example.org)[z](wall.md#a)", "wall.md#a", False),
        ("---\nup: '[[wall#a]]'\n---\n", "wall#a", True),
        ("<mark>[[wall#a]]</mark>", "wall#a", True),
    ],
)
def test_each_form_is_found(content: str, target: str, is_wiki: bool) -> None:
    assert may_hold_linked(content)
    assert linked(content) == scan_summary(content).linked == {Linked(target, is_wiki)}
