"""What Obsidian adds to CommonMark, as pictures: types, with the source of the leaves."""

from __future__ import annotations

from typing import Any

import pytest

from notelint.markdown import Node, parse


def picture(content: str) -> str:
    return " ".join(_picture(content, node) for node in parse(content).root.children)


def _picture(content: str, node: Node) -> str:
    source = repr(content[node.start : node.end])
    if node.type == "text":
        return source
    inner = " ".join(_picture(content, child) for child in node.children)
    return f"{node.type}({inner})" if inner else node.type + source


def data_of(content: str, kind: str) -> dict[str, Any]:
    """What the first node of a type carries, places left out."""
    node = next(node for node in parse(content).root.walk() if node.type == kind)
    return {key: value for key, value in node.data.items() if not isinstance(value, tuple)}


LINKS = [
    ("[[a]]", "wikiLink'[[a]]'"),
    ("[[a|b]] c", "wikiLink'[[a|b]]' ' c'"),
    ("[[a#h#i|]]", "wikiLink'[[a#h#i|]]'"),
    ("![[p.png|400]]", "embed'![[p.png|400]]'"),
    ("[[wiki [link]]]", "wikiLink'[[wiki [link]]]'"),
    ("![[A [part 6]_img.jpeg]]", "embed'![[A [part 6]_img.jpeg]]'"),
    ("[[a [b] c [d]]]", "wikiLink'[[a [b] c [d]]]'"),
    ("[[a#[^1]]]", "wikiLink'[[a#[^1]]]'"),
    ("[[Sq]uare]]", "wikiLink'[[Sq]uare]]'"),
    ("[[[a] b]]", "wikiLink'[[[a] b]]'"),
    ("![[[a].png]]", "embed'![[[a].png]]'"),
    ("[[a]]]", "wikiLink'[[a]]' ']'"),
    ("[[a|b]]]", "wikiLink'[[a|b]]' ']'"),
    ("![[p.png]]]", "embed'![[p.png]]' ']'"),
    ("[[[a]]]", "'[' wikiLink'[[a]]' ']'"),
    ("[b:: [[a]]]", "'[b:: ' wikiLink'[[a]]' ']'"),
    ("[[[a [b]]]]", "'[' wikiLink'[[a [b]]]' ']'"),
    ("[[a [[b]] c]]", "'[[a ' wikiLink'[[b]]' ' c]]'"),
    ("[![[p.png]]](/u)", "link(embed'![[p.png]]')"),
    ("[[[a]]](/u)", "link(wikiLink'[[a]]')"),
    ("[b [[a]]][c]", "'[b ' wikiLink'[[a]]' '][c]'"),
    ("[[a\nb]]", "'[[a\\nb]]'"),
    ("[[a [[b]]", "'[[a ' wikiLink'[[b]]'"),
    ("[[]]", "'[[]]'"),
    ("*[[a*b]]*", "emphasis(wikiLink'[[a*b]]')"),
    ("`[[a]]` `[` [[b]]", "inlineCode'`[[a]]`' ' ' inlineCode'`[`' ' ' wikiLink'[[b]]'"),
    ("http://a.b[[c]]", "link('http://a.b') wikiLink'[[c]]'"),
]
FOOTNOTES = [
    ("a[^1]", "'a' footnoteReference'[^1]'"),
    ("[^a b]", "footnoteReference'[^a b]'"),
    ("so![^1]", "'so!' footnoteReference'[^1]'"),
    ("http://a.b[^1]", "link('http://a.b') footnoteReference'[^1]'"),
    ("\\[^1]", "'\\\\[^1]'"),
    ("[^ ]", "'[^ ]'"),
    ("^[a *b*] c", "inlineFootnote('a ' emphasis('b')) ' c'"),
    ("^[[[a]]]", "inlineFootnote(wikiLink'[[a]]')"),
    ("^[b [[a]]] c", "inlineFootnote('b ' wikiLink'[[a]]') ' c'"),
    ("^[a [b](c)]", "inlineFootnote('a ' link('b'))"),
    ("^[a", "'^[a'"),
]
MATH = [
    ("$x$", "inlineMath'$x$'"),
    ("$n$. a", "inlineMath'$n$' '. a'"),
    ("$ n $ and $5 and $6", "'$ n $ and $5 and $6'"),
    ("$x $", "'$x $'"),
    ("$x$2", "'$x$2'"),
    ("a \\$x$", "'a \\\\$x$'"),
    ("$a_b$ c_d", "inlineMath'$a_b$' ' c_d'"),
    ("`${x}` ${y}", "inlineCode'`${x}`' ' ${y}'"),
    ("$p$$\\textemdash$still", "inlineMath'$p$' inlineMath'$\\\\textemdash$' 'still'"),
    ("$a$$b$$(c)$", "inlineMath'$a$' inlineMath'$b$' inlineMath'$(c)$'"),
    ("of$$1$$where", "'of' math'$$1$$' 'where'"),
    ("of$$1\n\n2$$where", "'of' math'$$1\\n\\n2$$' 'where'"),
    ("a $$ b", "'a $$ b'"),
    ("$[[a]] #b [^1]$", "inlineMath'$[[a]] #b [^1]$'"),
]
OTHERS = [
    ("a %%b [[c]]%% d", "'a ' comment'%%b [[c]]%%' ' d'"),
    ("a %% b", "'a %% b'"),
    ("%% a\n\nb %% c", "comment'%% a\\n\\nb %%' ' c'"),
    ("a ==b *c*==", "'a ' highlight('b ' emphasis('c'))"),
    ("~~a~~ ~b~", "delete('a') ' ~b~'"),
    ("#tag #a/b-c_d", "tag'#tag' ' ' tag'#a/b-c_d'"),
    ("#1 a#b #2x #\u00e9.", "'#1 a#b ' tag'#2x' ' ' tag'#\u00e9' '.'"),
    ("a ^id-1", "'a ' blockId'^id-1'"),
    ("a ^id b", "'a ^id b'"),
    ("see https://a.b/c_(d). e", "'see ' link('https://a.b/c_(d)') '. e'"),
    ("(www.a.b) www. ", "'(' link('www.a.b') ') www.'"),
    ("[http://a.b](c)", "link('http://a.b')"),
    ("<mark>a</mark> [[b]]", "html'<mark>' 'a' html'</mark>' ' ' wikiLink'[[b]]'"),
    ("\u0e01*\u0e33*", "'\u0e01' emphasis('\u0e33')"),
]


@pytest.mark.parametrize(("content", "expected"), LINKS + FOOTNOTES + MATH + OTHERS)
def test_inlines_are_read_as_obsidian_reads_them(content: str, expected: str) -> None:
    assert picture(content) == f"paragraph({expected})"


BLOCKS = [
    ("---\na: 1\n---\n# b", "yaml'---\\na: 1\\n---' heading('b')"),
    ("\ufeff---\na: 1\n---\nb", "yaml'---\\na: 1\\n---' paragraph('b')"),
    ("\n---\na: 1\n---", "thematicBreak'---' heading('a: 1')"),
    ("$$\na\n\nb\n$$\nc", "math'$$\\na\\n\\nb\\n$$' paragraph('c')"),
    ("## a\n$$b$$", "heading('a') math'$$b$$'"),
    ("$$ a\n# b\n$$", "math'$$ a\\n# b\\n$$'"),
    ("$$\n\n- a\n```\n> b\n$$\n# c", "math'$$\\n\\n- a\\n```\\n> b\\n$$' heading('c')"),
    ("$$\n# a\n$$ b", "paragraph(math'$$\\n# a\\n$$' ' b')"),
    ("a\n$$\n# b\n$$", "paragraph('a') math'$$\\n# b\\n$$'"),
    ("a $$\n# b\n$$", "paragraph('a $$') heading('b') paragraph('$$')"),
    ("$$a$$ $$\n# b", "paragraph(math'$$a$$' ' $$') heading('b')"),
    ("$$\n# a", "paragraph('$$') heading('a')"),
    ("> $$\n> # a\n> $$\n# b", "blockquote(math'$$\\n> # a\\n> $$') heading('b')"),
    ("> $$\n# a\n$$", "blockquote(paragraph('$$')) heading('a') paragraph('$$')"),
    ("- $$\n  # a\n  $$", "list(listItem(math'$$\\n  # a\\n  $$'))"),
    ("- $$\na\n$$\nb", "list(listItem(math'$$\\na\\n$$')) paragraph('b')"),
    ("- a $$\nb\n$$\n# c", "list(listItem(paragraph('a ' math'$$\\nb\\n$$'))) heading('c')"),
    ("- $$\n  a\n $$\n\n$$b$$", "list(listItem(math'$$\\n  a\\n $$')) math'$$b$$'"),
    ("> a $$\nb\n$$", "blockquote(paragraph('a ' math'$$\\nb\\n$$'))"),
    ("- $$\n\na\n$$", "list(listItem(paragraph('$$'))) paragraph('a\\n$$')"),
    ("- $$\n# a\n\n$$b$$", "list(listItem(paragraph('$$'))) heading('a') math'$$b$$'"),
    (
        "> - a\n>   $$\n> b\n$$\n\n$$c$$",
        "blockquote(list(listItem(paragraph('a\\n>   ' math'$$\\n> b\\n$$')))) math'$$c$$'",
    ),
    ("- $$\n- $$", "list(listItem(paragraph('$$')) listItem(paragraph('$$')))"),
    ("> $$\n> a\n> $$\n\nb", "blockquote(math'$$\\n> a\\n> $$') paragraph('b')"),
    (
        "- a\n$$\nb\n$$\n\tc\n- d",
        "list(listItem(paragraph('a') math'$$\\nb\\n$$' paragraph('c')) listItem(paragraph('d')))",
    ),
    (
        "- a\n\n$$b$$\n- c",
        "list(listItem(paragraph('a'))) math'$$b$$' list(listItem(paragraph('c')))",
    ),
    ("> $$a\nb$$\n\n[[c]]", "blockquote(paragraph(math'$$a\\nb$$')) paragraph(wikiLink'[[c]]')"),
    ("%%\n[^1]: a\n\n# b\n%%\nc", "comment'%%\\n[^1]: a\\n\\n# b\\n%%' paragraph('c')"),
    ("a\n\n%%\n[[b]]\n\n[[c]]", "paragraph('a') comment'%%\\n[[b]]\\n\\n[[c]]'"),
    ("> %%\n> a\n\nb", "blockquote(comment'%%\\n> a') paragraph('b')"),
    ("> [!note]- T *a*\n> b", "callout(paragraph('[!note]- T ' emphasis('a') '\\n> b'))"),
    (
        "> [!a]\n> > [!b] c\n> > d",
        "callout(paragraph('[!a]') callout(paragraph('[!b] c\\n> > d')))",
    ),
    ("> [x] a", "blockquote(paragraph('[x] a'))"),
    ("- [ ] a #b", "list(listItem(paragraph('[ ] a ' tag'#b')))"),
    ("- a\n\n^id", "list(listItem(paragraph('a'))) paragraph(blockId'^id')"),
]
DEFINITIONS = [
    ("[^1]: a", "footnoteDefinition(paragraph('a'))"),
    ("[^1]:a", "footnoteDefinition(paragraph('a'))"),
    ("[^1]:", "footnoteDefinition'[^1]:'"),
    ("[^a b]: c", "footnoteDefinition(paragraph('c'))"),
    (
        "[^1]: a\n\n    b\n\n  c\n\nd",
        "footnoteDefinition(paragraph('a') paragraph('b') paragraph('c')) paragraph('d')",
    ),
    ("- a\n[^1]: b", "list(listItem(paragraph('a'))) footnoteDefinition(paragraph('b'))"),
    ("> [^1]: a\n> b", "blockquote(footnoteDefinition(paragraph('a\\n> b')))"),
    ("a\n[^1]: b\n[^1]: c", "paragraph('a')" + " footnoteDefinition(paragraph('{}'))" * 2),
    (
        "[^1]: - a\n    - b",
        "footnoteDefinition(list(listItem(paragraph('a')) listItem(paragraph('b'))))",
    ),
    ("[^1] a", "paragraph(footnoteReference'[^1]' ' a')"),
]
TABLES = [
    (
        "|a|b|\n|-|-|\n|[[c\\|d]]|`e\\|f`|",
        "table(tableRow(tableCell('a') tableCell('b'))"
        " tableRow(tableCell(wikiLink'[[c\\\\|d]]') tableCell(inlineCode'`e\\\\|f`')))",
    ),
    (
        "|a|\n|-|\n|![[b\\|9]] $c$|d|\ne",
        "table(tableRow(tableCell('a'))"
        " tableRow(tableCell(embed'![[b\\\\|9]]' ' ' inlineMath'$c$') tableCell('d'))"
        " tableRow(tableCell('e')))",
    ),
    ("a\nb|c\n-|-", "paragraph('a') table(tableRow(tableCell('b') tableCell('c')))"),
    ("a | b\n- | -", "paragraph('a | b') list(listItem(paragraph('| -')))"),
]


@pytest.mark.parametrize(("content", "expected"), BLOCKS + DEFINITIONS + TABLES)
def test_blocks_are_read_as_obsidian_reads_them(content: str, expected: str) -> None:
    assert picture(content) == expected.replace("{}", "b", 1).replace("{}", "c", 1)


DATA = [
    ("[[a#b|c]]", "wikiLink", {"target": "a#b", "alias": "c"}),
    ("[[a]]", "wikiLink", {"target": "a", "alias": None}),
    ("|a|\n|-|\n|[[b\\|c]]|", "wikiLink", {"target": "b", "alias": "c"}),
    ("![[a|9]]", "embed", {"target": "a", "alias": "9"}),
    ("[^a b]", "footnoteReference", {"label": "a b"}),
    ("[^1]: a", "footnoteDefinition", {"label": "1"}),
    ("#a/b", "tag", {"name": "a/b"}),
    ("a ^b-1", "blockId", {"id": "b-1"}),
    ("$$\na\n$$", "math", {"value": "a"}),
    ("$a$", "inlineMath", {"value": "a"}),
    ("%% a %%", "comment", {"value": " a "}),
    ("> [!Tip]+ a b ", "callout", {"kind": "Tip", "fold": "+", "title": "a b"}),
    ("> [!x]\n> y", "callout", {"kind": "x", "fold": None, "title": None}),
    ("- [/] a", "listItem", {"checked": True}),
    ("- [ ] a", "listItem", {"checked": False}),
    ("3) a", "list", {"ordered": True, "number": 3}),
    ("[a](<b c> 't&amp;')", "link", {"url": "b c", "title": "t&"}),
    ("![*a* b](c)", "image", {"url": "c", "alt": "a b"}),
    ("[a]\n\n[A]: b 'c'", "linkReference", {"label": "a"}),
    ("[A]: b 'c'", "definition", {"label": "A", "url": "b", "title": "c"}),
    ("```py x y\n```", "code", {"lang": "py", "meta": "x y", "value": ""}),
    ("---\na: 1\n---", "yaml", {"value": "a: 1"}),
]


@pytest.mark.parametrize(("content", "kind", "expected"), DATA)
def test_nodes_carry_what_their_type_promises(
    content: str, kind: str, expected: dict[str, Any]
) -> None:
    assert data_of(content, kind) == expected


PLACES = [
    ("|a|\n|-|\n|[[b c\\|d]]|", "target_span", "b c"),
    ("> x\n> ![[p.png|9]]", "target_span", "p.png"),
    ("a [^b]", "label_span", "b"),
    ("- x\n[^b]: c", "label_span", "b"),
    ("> x\n> [a](<b c> 't')", "destination", "b c"),
    ("[a](b\\)c)", "destination", "b\\)c"),
    ("> [a]:\n> /u 't'", "destination", "/u"),
]


@pytest.mark.parametrize(("content", "key", "expected"), PLACES)
def test_what_a_fix_may_edit_has_a_place(content: str, key: str, expected: str) -> None:
    start, end = next(node.data[key] for node in parse(content).root.walk() if key in node.data)
    assert content[start:end] == expected


def test_a_text_tells_which_stretches_stand_in_the_source_as_they_are() -> None:
    content = "> a &amp; \\* b\n> c"
    text = parse(content).root.children[0].children[0].children[0]
    assert text.data["value"] == "a & * b\nc"
    assert [content[slice(*piece)] for piece in text.data["pieces"]] == ["a ", " ", " b", "c"]


def test_plain_commonmark_knows_none_of_it() -> None:
    content = "[[a]] ==b== $c$ #d ^[e] www.f.g %%h%% ~~i~~"
    assert [node.type for node in parse(content, obsidian=False).root.walk()] == [
        "root",
        "paragraph",
        "text",
    ]
