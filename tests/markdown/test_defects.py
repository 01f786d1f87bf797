"""mistune's defects that do not reach a note's tree, one test each, and what is relied on in it.

The names say what goes wrong in mistune 3.4. A test of ours fails when a defect gets through; the
last ones fail when a new mistune changes what ``notelint/markdown/syntax/mistune_port.py`` imports.
"""

from __future__ import annotations

from re import Match
from typing import ClassVar

from mistune.core import InlineState, Parser

from notelint.markdown import Node, parse


def kinds(content: str) -> list[str]:
    return [node.type for node in parse(content).root.children]


def nodes(content: str, kind: str) -> list[Node]:
    return [node for node in parse(content).root.walk() if node.type == kind]


def sources(content: str, kind: str) -> list[str]:
    return [content[node.start : node.end] for node in nodes(content, kind)]


def test_a_line_of_five_blanks_is_a_blank_line() -> None:
    assert kinds("a\n     \nb") == ["paragraph", "paragraph"]
    assert kinds("     \na") == ["paragraph"]


def test_blocks_come_in_the_order_of_the_source() -> None:
    assert kinds("> q\n- a\n***") == ["blockquote", "list", "thematicBreak"]


def test_a_line_is_not_glued_to_a_paragraph_before_the_last_block() -> None:
    assert kinds("a\n> b\n2. c") == ["paragraph", "blockquote", "list"]


def test_a_heading_html_or_definition_ends_a_quote() -> None:
    assert kinds("> a\n# b") == ["blockquote", "heading"]
    assert kinds("> a\n<div>") == ["blockquote", "html"]
    assert kinds("> a\n[^1]: b") == ["blockquote", "footnoteDefinition"]


def test_only_a_paragraph_goes_on_lazily() -> None:
    assert kinds("- ```\n  a\n  ```\nb") == ["list", "paragraph"]
    assert kinds("- ```\nb") == ["list", "paragraph"]


def test_a_definition_under_a_bullet_is_no_text_of_the_bullet() -> None:
    assert kinds("- last bullet\n[^1]: a") == ["list", "footnoteDefinition"]


def test_a_ragged_table_is_a_table() -> None:
    assert kinds("|a|b|\n|-|-|\n|c|\n|d|e|f|\ng") == ["table"]


def test_a_combining_mark_beside_emphasis_is_no_punctuation() -> None:
    assert sources("a\u0301*b*", "emphasis") == ["*b*"]
    assert sources("*\u0e01\u0e34*\u0e02", "emphasis") == ["*\u0e01\u0e34*"]


def test_only_ascii_digits_number_a_list() -> None:
    assert kinds("\u09e7. a") == ["paragraph"]


def test_undefined_unused_and_duplicate_footnotes_stay_in_the_tree() -> None:
    content = "a[^x]\n\n[^y]: b\n\n[^y]: c"
    assert sources(content, "footnoteReference") == ["[^x]"]
    assert sources(content, "footnoteDefinition") == ["[^y]: b", "[^y]: c"]


def test_a_footnote_label_keeps_its_letter_case() -> None:
    assert nodes("[^Ab]", "footnoteReference")[0].data["label"] == "Ab"


def test_a_definition_between_two_lines_does_not_glue_them() -> None:
    assert kinds("a\n[^1]: b\n\nc") == ["paragraph", "footnoteDefinition", "paragraph"]


def test_a_definition_needs_no_blank() -> None:
    assert sources("[^1]:a", "footnoteDefinition") == ["[^1]:a"]


def test_a_line_separator_does_not_split_a_definition() -> None:
    assert sources("[^1]: a\u2028b\x0bc\x0cd", "footnoteDefinition") == ["[^1]: a\u2028b\x0bc\x0cd"]


def test_a_blank_before_the_closing_dollar_makes_no_formula() -> None:
    assert nodes("$a $", "inlineMath") == []


def test_a_task_keeps_its_box_in_the_text() -> None:
    assert sources("- [x] a", "paragraph") == ["[x] a"]


def test_an_escaped_bar_in_code_in_a_table_is_a_bar() -> None:
    assert nodes("|a|\n|-|\n|`b\\|c`|", "inlineCode")[0].data["value"] == "b|c"


def test_link_definitions_are_in_the_tree() -> None:
    assert sources("[a]: /u\n[b]: /v", "definition") == ["[a]: /u", "[b]: /v"]


def test_texts_are_decoded() -> None:
    assert nodes("&amp;&#35;", "text")[0].data["value"] == "&#"


def test_an_entity_needs_its_whole_name() -> None:
    assert nodes("&notit; &ampx;", "text")[0].data["value"] == "&notit; &ampx;"


def test_a_numeric_entity_is_a_code_point_of_unicode() -> None:
    assert nodes("&#128; &#0;", "text")[0].data["value"] == "\x80 \ufffd"


def test_an_escaped_ampersand_begins_no_entity_in_a_destination() -> None:
    assert nodes("[a](\\&amp;)", "link")[0].data["url"] == "&amp;"


def test_a_declaration_may_be_short_or_in_small_letters() -> None:
    assert sources("a <!A> <!doctype b>", "html") == ["<!A>", "<!doctype b>"]


def test_a_bare_attribute_value_may_hold_an_exclamation_mark() -> None:
    assert sources("a <b c=d!>", "html") == ["<b c=d!>"]


def test_a_no_break_space_is_no_blank_in_a_tag_or_a_label() -> None:
    assert sources("a <b\u00a0c>", "html") == []
    assert sources("[a\u00a0b]\n\n[a b]: /u", "linkReference") == []


def test_an_opened_html_anchor_does_not_keep_links_from_being_links() -> None:
    assert sources("<a> [b](c)", "link") == ["[b](c)"]


def test_a_source_element_starts_no_html_block_and_search_does() -> None:
    assert kinds("a\n<source>") == ["paragraph"]
    assert kinds("a\n<search>") == ["paragraph", "html"]


def test_mistune_has_the_parts_that_are_imported() -> None:
    state = InlineState({})
    assert (state.src, state.tokens) == ("", [])


def test_mistune_finds_closing_delimiters_in_time_linear_in_the_text() -> None:
    state = InlineState({})
    state.src = "` `` ` -->"
    assert state.delimiters.code_end("`", 1) == 5
    assert state.delimiters.code_end("```", 1) is None
    assert state.delimiters.find("-->", 0) == 7
    assert state.delimiters.find("-->", 8) is None


def test_mistune_tries_rules_in_order_and_calls_each_with_the_match_and_the_state() -> None:
    class Two(Parser[InlineState]):
        sc_flag = 0
        SPECIFICATION: ClassVar[dict[str, str]] = {"word": r"[a-z]+", "any": r"."}
        DEFAULT_RULES = ("word", "any")

    parser, state, called = Two(), InlineState({}), list[tuple[str, str]]()
    for name in ("early", *Two.DEFAULT_RULES):

        def called_with(self: Two, match: Match[str], state: InlineState, name: str = name) -> int:
            called.append((name, match[0]))
            return match.end()

        pattern = "[ab]" if name == "early" else None
        parser.register(name, pattern, called_with, before="word")
    for start in (0, 1, 2):
        match = parser.compile_sc().match("ac.", start)
        assert match is not None
        assert parser.parse_method(match, state) == start + 1
    assert called == [("early", "a"), ("word", "c"), ("any", ".")]
