"""What rules ask of a note: what its links name, what its footnotes share, where a place is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from support.notes import notes

from notelint.notes import Facts, Link, LinkKind, read_note
from notelint.values import Span, label_key

many = settings(max_examples=200, deadline=None, derandomize=True)


def facts_in(content: str) -> Facts:
    return read_note("note.md", content).facts


def link_to(target: str, kind: LinkKind = LinkKind.WIKILINK) -> Link:
    return Link(kind, Span(0, 0), target, Span(0, 0))


@pytest.mark.parametrize(
    ("target", "path", "name", "subpath"),
    [
        ("wall", "wall", "wall", ""),
        (" wall #Shape", " wall ", "wall", "Shape"),
        ("a/wall#A#B", "a/wall", "a/wall", "A#B"),
        ("#^id", "", "", "^id"),
        ("wall#", "wall", "wall", ""),
    ],
)
def test_the_first_number_sign_begins_the_subpath(
    target: str, path: str, name: str, subpath: str
) -> None:
    link = link_to(target)
    assert (link.path, link.name, link.subpath) == (path, name, subpath)


def test_embeds_and_images_show_and_two_brackets_are_obsidians() -> None:
    links = [link_to("x", kind) for kind in LinkKind]
    assert [link.kind for link in links if link.is_embed] == ["embed", "image"]
    assert [link.kind for link in links if link.is_wiki] == ["wikilink", "embed"]


def test_only_links_that_are_certain_are_links() -> None:
    facts = facts_in("[[a]] %% [[b]]\n")
    assert [link.target for link in facts.links] == ["a"]
    assert [link.target for link in facts.all_links] == ["a", "b"]


def test_footnotes_come_in_the_order_of_their_references() -> None:
    facts = facts_in("a[^2] b[^A] c[^2] d[^x]\n\n[^1]: e\n[^a]: f\n[^2]: g\n[^A]: h\n")
    sizes = [
        (label, len(footnote.references), len(footnote.definitions))
        for label, footnote in facts.footnotes.items()
    ]
    assert sizes == [("2", 2, 1), ("a", 1, 2), ("x", 1, 0), ("1", 0, 1)]


@many
@given(notes())
def test_a_reference_reaches_the_first_definition_of_its_label(content: str) -> None:
    facts = facts_in(content)
    for label in {item.label for item in (*facts.references, *facts.definitions)} | {"none"}:
        same = [item for item in facts.definitions if label_key(item.label) == label_key(label)]
        assert facts.definition_of(label) == (same[0] if same else None)


@many
@given(notes())
def test_a_place_is_in_a_heading_or_in_code_where_one_holds_it(content: str) -> None:
    facts = facts_in(content)
    for start in range(0, len(content), 3):
        span = Span(start, start + 2)
        headings = [item.heading for item in facts.sections if item.heading.holds(span)]
        assert facts.heading_around(span) == (headings[0] if headings else None)
        assert facts.has_code_in(span) is any(code.touches(span) for code in facts.code)


def test_a_section_reaches_from_its_heading_to_its_end() -> None:
    content = "a\n\n# One\nb\n\n# Two\n"
    note = read_note("note.md", content)
    assert [note[section.span] for section in note.facts.sections] == ["# One\nb\n\n", "# Two\n"]


def test_a_note_without_front_matter_has_no_properties() -> None:
    assert facts_in("tags: x\n").properties == ()
    assert [item.key for item in facts_in("---\ntags: x\n---\n").properties] == ["tags"]


@many
@given(notes())
def test_a_place_is_verbatim_where_something_holds_it_that_is_read_letter_for_letter(
    content: str,
) -> None:
    facts = facts_in(content)
    top = [facts.front_matter.span] if facts.front_matter else []
    spans = [*top, *facts.verbatim, *facts.code, *(item.span for item in facts.formulas)]
    for offset in range(0, len(content), 2):
        held = any(start <= offset < end for start, end in spans)
        assert facts.is_verbatim(offset) is held


@many
@given(notes())
def test_the_link_around_a_place_is_the_first_that_holds_it(content: str) -> None:
    facts = facts_in(content)
    edges = {edge for link in facts.all_links for edge in link.span}
    for start in edges:
        for end in range(start + 1, start + 4):
            span = Span(start, end)
            holding = (link for link in facts.all_links if link.span.holds(span))
            assert facts.link_around(span) == next(holding, None)


def test_the_outermost_links_of_a_place_are_those_that_begin_there() -> None:
    content = "[[a]]\n[[b]] [c [[d]]](e) ![f](g)\n[[h]]\n"
    facts = facts_in(content)
    lines = Span(content.index("[[b"), content.index("[[h"))
    assert [link.target for link in facts.outer_links_in(lines)] == ["b", "e", "g"]
    assert [*facts.outer_links_in(Span(1, 5))] == []
