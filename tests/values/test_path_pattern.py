"""Patterns as in ``.gitignore``: what they match, and that matching them ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.values import pattern_in


def covers(line: str, path: str) -> bool:
    pattern = pattern_in(line)
    return pattern is not None and pattern.covers(path)


@pytest.mark.parametrize(
    ("line", "inside", "outside"),
    [
        ("*.md", ["a.md", "b/c.md"], ["a.mdx", "md"]),
        ("/*.md", ["a.md"], ["b/c.md"]),
        ("a", ["a", "b/a", "a/b", "x/a/b"], ["ab", "b/ab"]),
        ("a/", ["a/b", "x/a/b"], ["a", "x/a"]),
        ("a/b", ["a/b", "a/b/c"], ["x/a/b", "a/bc"]),
        ("a/**", ["a/b", "a/b/c"], ["a", "x/a/b"]),
        ("**/a", ["a", "b/a", "b/c/a/d"], ["ba"]),
        ("a/**/b", ["a/b", "a/x/b", "a/x/y/b/z"], ["ab", "a/xb"]),
        ("a/**/b/**/c", ["a/b/c", "a/x/b/b/y/c"], ["a/c/b"]),
        ("a/**/b*c/d", ["a/bc/d", "a/x/bxc/d"], ["a/bc/x/d"]),
        ("a**b", ["ab", "axb"], ["a/b"]),
        ("**", ["a", "a/b"], []),
        ("a?c", ["abc", "aéc"], ["a/c", "ac"]),
        ("[a-c]x", ["ax", "cx"], ["dx", "x"]),
        ("[!a-c]x", ["dx"], ["ax", "/x"]),
        ("[^]]x", ["ax"], ["]x"]),
        ("[]-]x", ["]x", "-x"], ["ax"]),
        ("[[:digit:]a]x", ["1x", "ax"], ["bx"]),
        ("[[:nothing:]]x", [], ["ax"]),
        ("[b-a]x", ["bx"], ["ax"]),
        ("[a\\]]x", ["ax", "]x"], ["\\x"]),
        ("[a/b]c", ["ac", "bc"], ["/c"]),
        ("\\*", ["*"], ["a"]),
        ("\\#a", ["#a"], ["a"]),
        ("\\!a", ["!a"], ["a"]),
        ("a  ", ["a"], ["a  "]),
        ("a\\ ", ["a "], ["a"]),
        ("a\\\\ ", ["a\\"], ["a\\ "]),
        ("a.b", ["a.b"], ["axb"]),
        ("(a|b)+$", ["(a|b)+$"], ["a"]),
        ("!a", [], ["a"]),
        ("[a", [], ["[a", "a"]),
        ("a\\", [], ["a", "a\\"]),
        ("# a", [], ["# a"]),
        ("", [], ["a"]),
        ("/", [], ["a"]),
        ("!", [], ["a"]),
        ("*" * 5000, [], ["a"]),
    ],
)  # fmt: skip
def test_a_pattern_covers_files_and_what_is_below_folders(
    line: str, inside: list[str], outside: list[str]
) -> None:
    assert [path for path in inside if not covers(line, path)] == []
    assert [path for path in outside if covers(line, path)] == []


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("*a" * 20 + "b", "a" * 200),
        ("a*" * 100 + "b", "a" * 4000),
        ("**/*a*a*a*a*b/" * 5 + "c", "/".join(["a" * 50] * 80)),
        ("/".join(["**", "a*a"] * 20 + ["c"]), "/".join(["aaaa"] * 500) + "/b"),
        ("?*" * 100, "a" * 99 + "/" + "b" * 99),
        ("[!b]*" * 50 + "b", "a" * 2000),
    ],
)  # fmt: skip
def test_no_pattern_is_tried_in_more_ways_than_its_length_times_the_path_s(
    line: str, path: str
) -> None:
    assert not covers(line, path)  # with backtracking, none of them ends in a lifetime


SEGMENTS = st.text("ab*?", min_size=1, max_size=5)


def plainly(pattern: str, text: str) -> bool:
    """A pattern of one segment matched by trying everything."""
    if not pattern:
        return not text
    if pattern[0] == "*":
        return any(plainly(pattern[1:], text[at:]) for at in range(len(text) + 1))
    return bool(text) and pattern[0] in ("?", text[0]) and plainly(pattern[1:], text[1:])


def deeply(patterns: list[str], names: list[str]) -> bool:
    """The same of segments, where `**` stands for any number of them."""
    if not patterns:
        return not names
    if patterns[0] == "**":
        least = 1 if len(patterns) == 1 else 0
        return any(deeply(patterns[1:], names[at:]) for at in range(least, len(names) + 1))
    return bool(names) and plainly(patterns[0], names[0]) and deeply(patterns[1:], names[1:])


@given(
    st.lists(SEGMENTS | st.just("**"), min_size=2, max_size=5),
    st.lists(st.text("ab", min_size=1, max_size=5), min_size=1, max_size=5),
)
def test_what_is_found_first_is_as_good_as_what_is_found_by_trying(
    patterns: list[str], names: list[str]
) -> None:
    pattern = pattern_in("/".join(patterns))
    assert pattern is not None
    assert pattern.names("/".join(names), is_folder=False) == deeply(patterns, names)
