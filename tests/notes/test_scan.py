"""The summary of a note that is not parsed: it finds what the whole tree has."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import pieces
from support.notes import notes

from notelint.markdown import (
    Inline,
    Node,
    PlainText,
    front_matter_span,
    headings_in,
    parse,
    plain_inlines,
)
from notelint.notes import plain, read_note, scan_summaries, scan_summary, summarize
from notelint.notes.extraction import facts_of
from notelint.notes.front_matter import read_front_matter
from notelint.values import Span, Text, heading_key

many = settings(max_examples=500, deadline=None, derandomize=True)


@many
@given(notes())
def test_a_summary_of_the_text_is_that_of_the_facts(content: str) -> None:
    note = read_note("note.md", content)
    assert scan_summary(content) == summarize(note.text, note.facts)


PIECES = (
    *("[[a#b]]", "[x](c#d)", "[[a]]", " ^id", "`x ^y`", "`", "``", "%%", "$$", "$x ^z$", "<!--"),
    *("-->", "<b>", "</b>", "<a id=x>", "# h", "## h [[a#b]]", "> ", "> [!n] t", "- ", "  - "),
    *("- [ ] ", "[^1]: ", "| a | b |", "|---|---|", "| [[a#b\\|c]] | %% |", "```", "~~~", "---"),
    *("===", "text", "*a*", "**", "_", "&num;", "[a](b&num;c)", "[a](b%23c)", "[[a#b|c]]", "<div>"),
    *("![[a#^b]]", "\\#", "\\^", "\\[[a#b]]", "[a\nb](c#d)", "[[a\n#b]]", "https://x.y/#z", "#tag"),
    *("    ", "\t", "[x]: /u#v", "[q][x]", "[a](<b#c>)", "[a](<b c#d>)", "\n", "\n\n", "\n", " "),
)


@settings(max_examples=2000, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_what_may_name_or_hide_a_place_is_seen_in_any_order(content: str) -> None:
    assert scan_summary(content) == summarize(
        Text(content), facts_of(Text(content), parse(content))
    )


def test_of_a_plain_note_only_what_a_summary_asks_for_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []

    def counting(text: PlainText, has_urls: bool) -> list[Inline] | None:
        read.extend(line for _, line in text.lines)
        return plain_inlines(text, has_urls)

    monkeypatch.setattr(plain, "plain_inlines", counting)
    summary = scan_summary("# h\n\n`a` *b* [[c]]\n\n> `d` [[e#f]]\n\n- `g`\n- h ^i\n")
    assert read == ["`d` [[e#f]]", "h ^i"]
    assert (summary.linked, summary.anchors.blocks) == ({("e#f", True)}, {"i"})


@pytest.mark.parametrize(
    "content",
    ["- > # h", "   -    >## h", "[^1]: > # h", "[^n]:# h", "[^n]:#", ". #", "1.#"],
)
def test_headings_in_containers_are_seen(content: str) -> None:
    note = read_note("note.md", content)
    assert scan_summary(content) == summarize(note.text, note.facts)


@pytest.mark.parametrize(
    ("content", "count"),
    [("--\n-", 1), ("#\n--\n--", 2), (" --\n==", 1), ("-\n-", 0), ("- -\n-", 0), ("---\n--", 0)],
)
def test_two_hyphens_are_words_that_a_line_makes_a_heading_of(content: str, count: int) -> None:
    assert len(list(headings_in(content))) == len(headings_of_tree(content)) == count


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


@settings(deadline=None)
@given(st.lists(notes(), max_size=3))
def test_notes_that_are_read_together_say_what_each_says(contents: list[str]) -> None:
    assert scan_summaries(contents) == [scan_summary(content) for content in contents]
