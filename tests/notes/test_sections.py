"""A note divided into sections, and whether it ends in a block that nothing closes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from support.notes import notes

from notelint.markdown import parse
from notelint.notes import Note, read_note


def read(content: str) -> Note:
    return read_note("note.md", content)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(notes())
def test_a_section_ends_where_the_next_one_of_its_depth_or_above_begins(content: str) -> None:
    sections = read(content).facts.sections
    for index, section in enumerate(sections):
        closing = (other for other in sections[index + 1 :] if other.depth <= section.depth)
        following = next(closing, None)
        assert section.end == (following.heading.start if following else len(content))


@pytest.mark.parametrize(
    ("heading", "name", "tail"),
    [
        ("## Source", "Source", None),
        ("## Source[^1]", "Source", None),
        ("## Source [^1] (Biology) ##", "Source", "(Biology)"),
        ("## *The* `x` $y$ [[z]][^1] a[^2] b", "The x y", "a[^2] b"),
        ("## %% hidden %% Source[^1] %% too %% ^id", "Source", None),
        ("Source[^1]\nof walls\n---", "Source", "of walls"),
        ("## [^1] Source", "", "Source"),
    ],
)
def test_a_heading_is_parted_by_its_first_footnote(
    heading: str, name: str, tail: str | None
) -> None:
    note = read(f"{heading}\n")
    [section] = note.facts.sections
    assert (section.name, section.tail and note[section.tail]) == (name, tail)


@pytest.mark.parametrize(
    ("below", "is_empty"),
    [
        ("", True),
        ("- \n", True),
        ("%% x %%\n\n---\n", True),
        ("### Sub-heading\n- \n", True),
        ("x\n", False),
        ("### Sub-heading\nx\n", False),
        ("> # x\n", False),
        ("## Next\nx\n", True),
    ],
)
def test_a_section_is_empty_where_a_reader_sees_nothing_but_headings(
    below: str, is_empty: bool
) -> None:
    assert read(f"x\n\n## Source\n{below}").facts.sections[0].is_empty is is_empty


@pytest.mark.parametrize(
    "content",
    [
        "",
        "x",
        "- ```\n  x",
        "> ```\n> x",
        "    x",
        "```\nx",
        "```",
        "```\nx\n```",
        "```\nx\n``",
        "```\nx\n~~~",
        "````\nx\n```",
        "~~~\nx\n~~~~",
        "$$\nx\n$$",
        "$$ x $$",
        "%%\nx",
        "%%\nx\n%%",
        "%%\n[^1]: x\n%%",
        "%% x %%",
        "<!--\nx",
        "<!-- x -->",
        "<div>\nx",
    ],
)
def test_a_note_is_open_where_a_heading_at_its_end_would_be_none(content: str) -> None:
    extended = parse(f"{content}\n# Heading").root.children
    is_heading = extended[-1].type == "heading"
    assert read(content).facts.is_open is not is_heading
