"""The facts of a note: what its tree has, in source order, with what a rule must know of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.notes import notes

from notelint.markdown import Node
from notelint.notes import LinkKind, Note, extraction, read_note
from notelint.notes.blank import is_comment
from notelint.values import Span

many = settings(max_examples=200, deadline=None, derandomize=True)


def read(content: str) -> Note:
    return read_note("note.md", content)


@many
@given(notes())
def test_facts_stand_where_they_say_and_in_order(content: str) -> None:
    note, facts = read(content), read(content).facts
    assert all(note[item.span] == f"[^{item.label}]" for item in facts.references)
    assert all(note[item.marker] == f"[^{item.label}]:" for item in facts.definitions)
    assert all(item.target in note[item.target_span] for item in facts.all_links if item.is_wiki)
    assert all(note[item.span] == f"${item.value}$" for item in facts.formulas)
    for spans in (
        [item.span for item in facts.references],
        [item.span for item in facts.definitions],
        [item.span for item in facts.all_links],
        [item.span for item in facts.formulas],
        list(facts.code),
        list(facts.prose),
    ):
        assert spans == sorted(spans)


@many
@given(notes())
def test_each_reference_and_link_of_the_tree_is_a_fact(content: str) -> None:
    note = read(content)
    nodes = list(note.tree.root.walk())
    references = [node.span for node in nodes if node.type == "footnoteReference"]
    assert [item.span for item in note.facts.references] == references
    wiki = [node.span for node in nodes if node.type in ("wikiLink", "embed")]
    found = [link.span for link in note.facts.all_links if link.is_wiki and not link.is_property]
    assert found == wiki


@pytest.mark.parametrize(
    ("content", "is_certain"),
    [
        ("[[a]] [^1]", True),
        ("[[a]] [^1] %% b", True),
        ("b %% c %% [[a]] [^1]", True),
        ("b %% [[a]] [^1]", False),
        ("b $$ [[a]] [^1]", False),
        ("b %%\n\n[[a]] [^1]", True),
        ("<b>[[a]] [^1]</b>", False),
        ("<b>c</b> [[a]] [^1]", True),
        ("<br>[[a]] [^1]", True),
        ("<br/>[[a]] [^1]", True),
    ],
)
def test_what_obsidian_may_not_see_is_not_certain(content: str, is_certain: bool) -> None:
    facts = read(content).facts
    found = (*facts.references, *facts.all_links)
    assert [item.is_certain for item in found] == [is_certain] * 2


@pytest.mark.parametrize(
    ("content", "links"),
    [
        ("[[a|b]] ![[c]]", [("wikilink", "a", "b"), ("embed", "c", None)]),
        ("[x](a%20b.md) ![y](<c d>)", [("link", "a%20b.md", None), ("image", "c d", None)]),
        ("[r]: /u 'title'", [("definition", "/u", None)]),
        ("<https://example.org> https://example.org", []),
        ("[x ![[a]] y](b)", [("link", "b", None), ("embed", "a", None)]),
        ('---\nup: "[[a|b]]"\n---\n[[c]]', [("wikilink", "a", "b"), ("wikilink", "c", None)]),
        ('---\nup: "[[a]]"\nx: [\n---\n', []),
        ("`[[a]]` $[[b]]$ %% [[c]] %%", []),
    ],
)
def test_links_are_found_as_they_are_written(
    content: str, links: list[tuple[str, str, str | None]]
) -> None:
    found = read(content).facts.all_links
    assert [(link.kind, link.target, link.alias) for link in found] == [
        (LinkKind(kind), target, alias) for kind, target, alias in links
    ]


def test_a_link_of_a_property_knows_where_it_stands() -> None:
    note = read('---\nup: "![[a|b]]"\n---\n')
    [link] = note.facts.all_links
    assert (note[link.span], note[link.target_span], link.is_property) == ("![[a|b]]", "a", True)


def test_in_a_table_a_bar_is_written_with_a_backslash() -> None:
    facts = read("[[a]]\n\n| [[b]] |\n| --- |\n").facts
    assert [link.bar for link in facts.all_links] == ["|", "\\|"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[^1]: a *book*", "a *book*"),
        ("[^1]: a\n    b", "a\n    b"),
        ("[^1]:", None),
        ("[^1]: %% hidden %%", None),
        ("[^1]: - ", None),
    ],
)
def test_a_definition_says_what_a_reader_sees_of_it(content: str, said: str | None) -> None:
    note = read(content)
    [definition] = note.facts.definitions
    assert (definition.content and note[definition.content]) == said
    assert definition.is_empty is (said is None)


@pytest.mark.parametrize(
    ("above", "is_glued"),
    [
        ("a\n", True),
        ("- a\n", True),
        ("> a\n", True),
        ("| a |\n| --- |\n", True),
        ("a\n\n", False),
        ("# a\n", False),
        ("[^0]: a\n", False),
        ("---\n", False),
        ("", False),
    ],
)
def test_a_definition_is_glued_to_text_right_above(above: str, is_glued: bool) -> None:
    assert read(f"{above}[^1]: b\n").facts.definitions[-1].is_glued is is_glued


@pytest.mark.parametrize(
    ("content", "stray"),
    [
        ("[[a", ["[["]),
        ("[[a [b]]", []),
        ("![[a#\nb]]", ["![["]),
        ("[[]] x", ["[[]]"]),
        ("[[a]] \\[\\[b]]", []),
        ("`[[` [[", ["[["]),
        ("Callable[[X], Y]", []),
        ("f()[[x], y] a2[[x], y] m[1][[x], y]", []),
        ("a [[X], Y]", ["[["]),
        ("a![[x.png", ["![["]),
        ("\u898b[[\u58c1", ["[["]),
        ("[[a [[b]] c]]", []),
        ("[[a [[b]] [[c", ["[[", "[["]),
        ("[[a [[b]]\n]]", ["[["]),
        ("[[[a]]]", []),
        ("[[[a", ["[["]),
    ],
)
def test_brackets_that_begin_no_link_are_stray(content: str, stray: list[str]) -> None:
    note = read(content)
    assert [note[span] for span in note.facts.stray_brackets] == stray


@pytest.mark.parametrize(
    ("content", "item", "is_plain"),
    [
        ("$n$", None, True),
        ("- $n$", "$n$", True),
        ("- a\n  - b $n$", "b $n$", True),
        ("# $n$", None, False),
        ("| $n$ |\n| --- |", None, False),
        ("- a[^1]\n\n[^1]: $n$", None, False),
    ],
)
def test_a_formula_knows_its_item_and_whether_its_place_is_plain(
    content: str, item: str | None, is_plain: bool
) -> None:
    [formula] = read(content).facts.formulas
    assert (None if formula.item is None else content[formula.item :]) == item
    assert formula.is_plain is is_plain


def test_prose_is_what_stands_in_the_note_letter_for_letter() -> None:
    note = read("a &amp; *b* `c` [d](e)\n\n```\nf\n```\n%% g %%\n")
    assert [note[span] for span in note.facts.prose] == ["a ", " ", "b", " ", " ", "d"]


def test_headings_of_quotes_and_lists_count_but_make_no_section() -> None:
    facts = read("# a\n> # b\n\n- ## c\n").facts
    assert [(heading.depth, heading.plain) for heading in facts.headings] == [
        (1, "a"),
        (1, "b"),
        (2, "c"),
    ]
    assert [section.name for section in facts.sections] == ["a"]


@pytest.mark.parametrize(
    ("content", "hiding", "is_unclosed"),
    [
        ("a[^1]\n\n<hr>\n[^1]: b", "HTML", False),
        ("a[^1]\n\n<pre>\n[^1]: b\n</pre>", "HTML", False),
        ("a[^1]\n\n<!--\n[^1]: b\n-->", "a comment", False),
        ("a[^1]\n\n<!--\n[^1]: b", "a comment", True),
        ("a[^1]\n\n%%\n[^1]: b\n%%", "a comment", False),
        ("%% b\n[^1]: b %% a[^1]", "a comment", False),
        ("a[^1]\n\n```\n[^1]: b\n```", "code", False),
        ("a[^1]\n\n~~~\n[^1]: b", "code", True),
        ("a[^1]\n\n    [^1]: b", "text that is indented like code", False),
        ("a[^1] b\n$$\n[^1]: b\n$$ c", "a formula", False),
    ],
)
def test_what_takes_in_a_definition_is_known(content: str, hiding: str, is_unclosed: bool) -> None:
    facts = read(content).facts
    hidden = facts.hidden_definition_of("1")
    assert hidden
    assert (hidden.hiding, hidden.is_unclosed) == (hiding, is_unclosed)
    assert (hidden.rest is None) is ("<hr>" not in content)


@pytest.mark.parametrize(
    "content",
    [
        "a\n\n<hr>\n[^1]: b",
        "a[^1]\n\n<hr>\n[^1]: b\n\n[^1]: c",
        "a[^2]\n\n```\n[^1]: b\n```\n\n[^2]: c",
        "a[^1]\n\n`[^1]: b`",
    ],
)
def test_what_no_reference_wants_is_no_hidden_definition(content: str) -> None:
    assert read(content).facts.hidden_definitions == ()


ALLOW_LINES = st.lists(
    st.sampled_from(
        ["%% notelint: allow NL301 %%", "> %% notelint: allow NL301 %%", "> x", "- a", "  b", "",
         "  <!-- notelint: allow NL301 -->", "- %% notelint: allow NL301 %%", "x", "%% y %%", ">",
         "x %% notelint: allow NL301 %%", "%% notelint: allow NL301 %% <!-- notelint: allow a -->",
         "%% notelint: allow NL301", "%%"]
    ),
    max_size=12,
).map("\n".join)  # fmt: skip


@given(ALLOW_LINES)
def test_an_allow_is_for_its_line_or_for_the_next_block_that_is_no_comment(content: str) -> None:
    note = read_note("a.md", f"first\n\n{content}")
    for allow in note.facts.allows:
        line = note.text.line_at(allow.span.start)
        is_alone = line.content.strip("> ") == note[allow.span].strip("> ")
        path = list(_around(note.tree.root, allow.span.start))
        found = (_next(parent, node) for parent, node in reversed(path))
        block = next(filter(None, found), None)
        last = Span(allow.span.start, allow.scope.end)  # it is for nothing but itself
        expected = (block.span if block else last) if is_alone else Span(line.start, line.end)
        assert allow.scope == expected


def _around(parent: Node, offset: int) -> Iterator[tuple[Node, Node]]:
    """The blocks around a place, the outermost first, each with its parent."""
    for node in parent.children if parent.type not in ("paragraph", "heading") else ():
        if node.start <= offset < node.end:
            yield parent, node
            yield from _around(node, offset)


def _next(parent: Node, node: Node) -> Node | None:
    behind = (other for other in parent.children if other.start > node.start)
    return next((other for other in behind if not is_comment(other)), None)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n> ", "\n>\n> "])
def test_what_follows_thousands_of_allows_is_looked_for_once(
    between: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(
        extraction, "is_comment", lambda node: asked.append(node) or is_comment(node)
    )
    content = "> first\n\n> " + f"%% notelint: allow NL301 %%{between}" * 300 + "\n\nlast\n"
    assert len(read_note("a.md", content).facts.allows) == 300
    assert len(asked) <= 1000
