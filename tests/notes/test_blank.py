"""What a reader sees nothing of."""

from __future__ import annotations

import pytest

from notelint.markdown import parse
from notelint.notes.blank import is_blank, is_comment


@pytest.mark.parametrize(
    "content",
    [
        "%% x %%",
        "<!-- x -->",
        "- ",
        "1. ",
        "- - ",
        "- [ ] ",
        "- [x]\n- ",
        "- [ ] %% x %%",
        "> ",
        "> - ",
        "---",
        "[^1]: x",
        "[a]: /u",
        "^id",
        "&nbsp;",
    ],
)
def test_nothing_is_seen_of_marks_without_words(content: str) -> None:
    [block] = parse(content).root.children
    assert is_blank(block)


@pytest.mark.parametrize(
    "content",
    [
        "x",
        "- x",
        "- [ ] x",
        "- [ ] [[x]]",
        "- \n- x",
        "> x",
        "x ^id",
        "`x`",
        "$x$",
        "![[x]]",
        "<br>",
        "<!-- x --> y",
        "# ",
        "| |\n|---|",
        "> [!note]",
        "```\n```",
        "$$\n$$",
    ],
)
def test_something_is_seen_of_all_else(content: str) -> None:
    [block] = parse(content).root.children
    assert not is_blank(block)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("%% x %%", True),
        ("%%\nx\n%%", True),
        ("<!-- x -->", True),
        ("<!--\nx\n-->\n", True),
        ("<!-- x --><br>", False),
        ("<div>", False),
        ("- ", False),
    ],
)
def test_both_ways_to_write_a_comment_are_one(content: str, expected: bool) -> None:
    [block] = parse(content).root.children
    assert is_comment(block) is expected
