"""Front matter that does not load: what is told of it, and where."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from notelint.notes.front_matter import read_front_matter
from notelint.values import Span

PARSERS_WORDS = ("mapping values", "block", "scalar", "token", "context", "expected key", "stream")


def problem(body: str) -> tuple[int, str]:
    """The line (from 1) of the properties where something is wrong, and what is told."""
    source = f"---\n{body}\n---"
    error = read_front_matter(Span(0, len(source)), source).error
    assert error is not None
    return source.count("\n", 0, error[0]), error[1]


@pytest.mark.parametrize(
    ("body", "line", "part"),
    [
        ("a: x\nup: [[a]], [[b]]", 2, '`["[[a]]", "[[b]]"]`'),
        ("up: [[a]] [[b]]", 1, '`["[[a]]", "[[b]]"]`'),
        ("up:\n- [[a]], [[b|c]]\nx: y", 2, '`["[[a]]", "[[b|c]]"]`'),
        ("img: ![[a.png]]", 1, '`"![[a.png]]"`'),
        ("up: [[a]] or so", 1, "quoted as a whole"),
        ("a: b: c", 1, '`a: "b: c"`'),
        ("a: 50 % off: x", 1, '`a: "50 % off: x"`'),
        ("- - x: y: z", 1, '`x: "y: z"`'),
        ('a: b: "c"', 1, "put it in quotes"),
        ("x: y\na: @b\n", 2, "`@` cannot begin a value"),
        ("a: [b, @c]", 1, "`@` cannot begin a value"),
        ("a: ,b", 1, "`,` cannot begin a value"),
        ("a: !<b", 1, "`!` cannot begin a value"),
        ("a: &", 1, "`&` cannot begin a value"),
        ("%a: b", 1, "`%` cannot begin a value"),
        ("a: {{title}} b", 1, "behind the closing bracket"),
        ("a: [b]c", 1, "behind the closing bracket"),
        ("a: {b: c\nd: e", 1, "the `{` of this line is not closed"),
        ("a: [b, c: d: e]", 1, "between `[` and `]`"),
        ("x: y\na: 'b\nc: d", 2, "does not end"),
        ('a: [b, "c]\nd: e', 1, "does not end"),
        ('up: "[[a]]", "[[b]]"', 1, '`["[[a]]", "[[b]]"]`'),
        ("a: 'b', \"c\"", 1, "`['b', \"c\"]`"),
        ('a: "[[ <% f("Y") %> ]]"', 1, 'write it as `\\"`'),
        ("a: 'it's'", 1, "an apostrophe inside `'` ends the quote"),
        ('a: "b" c', 1, "text stands behind the closing quote"),
        ('a: "C:\\path"', 1, "backslash"),
        ("a:b\nc: d", 1, "blank is missing behind the colon of `a:`"),
        ("c: d\na:b\ne: f", 2, "blank is missing behind the colon of `a:`"),
        ("c: d\nsome words\ne: f", 2, "no colon behind a key"),
        ("a: b\n  c: d", 2, "what stands above it is a value already"),
        ("a: - b", 1, "a list starts in the line below"),
        ("a: | b", 1, "text behind `|` starts in the next line"),
        ("a:\n\tb: c", 2, "a tab stands at the line's start"),
        ("a: b\n\tc", 2, "a tab stands at the line's start"),
        ("a:\n  b: c\n d: e", 3, "not indented as those above"),
        ("- a\nb: c", 2, "no item (`- `) of the list"),
        (" a: b\nc: d", 2, "indent all of them alike"),
        ("a: b\x07", 1, "U+0007"),
        ("x: y\n" + "a: " + "[" * 200 + "]" * 200, 1, "nested too deeply"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_the_words_of_who_wrote_it(
    body: str, line: int, part: str
) -> None:
    found = problem(body)
    assert found[0] == line
    assert part in found[1]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_lines_may_end_in_any_way(ending: str) -> None:
    source = f"---{ending}a: b{ending}c: @d{ending}---"
    error = read_front_matter(Span(0, len(source)), source).error
    assert error == (source.index("@"), "`@` cannot begin a value; put it in quotes")


LINES = st.lists(
    st.text("ab:[]{}'\"-#&*!|>, \t%@`", max_size=12) | st.sampled_from(["a: b", "- x", "c:"]),
    max_size=4,
)


@given(LINES)
def test_the_parser_s_own_words_are_never_told(lines: list[str]) -> None:
    body = "\n".join(lines)
    try:
        yaml.compose(f"{body}\n", Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        _, told = problem(body)
        assert [word for word in PARSERS_WORDS if word in told.partition("`")[0]] == []


def test_a_number_s_tag_is_no_matter_of_a_note() -> None:
    source = '---\na: !!int ""\nb: !!timestamp x\nc: 1:59:59\n---'
    assert read_front_matter(Span(0, len(source)), source).error is None


def test_keys_that_stand_again_are_told_with_the_first() -> None:
    source = "---\na: 1\nb: {c: 1, c: 2}\na: 2\nA: 3\nd: [{a: 1}, {a: 2}]\n<<: {}\n<<: {}\n---"
    found = read_front_matter(Span(0, len(source)), source).repeated
    keys = [source[span.start : span.end] for span, _ in found]
    lines = [source.count("\n", 0, span.start) for span, _ in found]
    assert (keys, lines) == (["c", "a"], [2, 3])
    assert [source.count("\n", 0, first.start) for _, first in found] == [2, 1]
