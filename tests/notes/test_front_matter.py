"""The YAML on top of a note: its properties as Obsidian takes them, and where it breaks off."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.notes import Property, PropertyType
from notelint.notes.front_matter import FrontMatter, composed, quoted_links, read_front_matter
from notelint.notes.properties import plain_properties
from notelint.values import Span

KEYS = ("a", "B_1", "a-b", "_", "x y", "ä", "notelint", "<<", "'q'", "- a", " a", "", "null", "1a")
PARTS = (
    *(
        "a",
        "B",
        "1",
        "é",
        "字",
        "e\u0301",
        "🧫",
        " ",
        "  ",
        ".",
        ",",
        "-",
        "'",
        '"',
        ":",
        "#",
        "[",
        "]",
    ),
    *("{", "}", "&", "*", "!", "|", ">", "%", "@", "`", "~", "null", "true", "2024-02-30", "10:00"),
    *(
        "/",
        "(",
        ")",
        "+",
        "\t",
        "\x85",
        "\xa0",
        "\u2028",
        "\ufeff",
        "\ue000",
        "\x00",
        "?",
        "\\",
        "=",
        "_",
    ),
)
values = st.lists(st.sampled_from(PARTS), max_size=4).map("".join)
entries = st.builds(
    "{}:{}{}".format, st.sampled_from(KEYS), st.sampled_from((" ", "", "  ")), values
)
items = st.builds(
    "{}-{}{}".format, st.sampled_from(("", "  ", "    ")), st.sampled_from((" ", "")), values
)
lists = st.builds(
    lambda key, indent, found: "\n".join([f"{key}:", *(f"{indent}- {item}" for item in found)]),
    st.sampled_from(KEYS),
    st.sampled_from(("", "  ", " ")),
    st.lists(st.sampled_from(("a", "b c", "1", "", "é.")) | values, max_size=3),
)
bodies = st.lists(entries | items | lists | values, max_size=4).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


@settings(max_examples=3000, deadline=None)
@given(bodies)
def test_what_is_read_off_the_lines_is_what_yaml_says(body: str) -> None:
    span = Span(0, len(body))
    properties = plain_properties(body, 4)
    if properties is not None:
        assert FrontMatter(span, properties) == composed(span, body, 4)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "permalink: publish/analytics\n",
        "a: 1\naliases:\n  - One word\n  - Två\ntags: \n- x  \nempty:\ndate: 2024-01-02\n",
    ],
)
def test_keys_with_values_of_letters_are_read_off_the_lines(body: str) -> None:
    assert plain_properties(body, 0) == composed(Span(0, 0), body, 0).properties


def loaded(body: str, start: int = 0, ending: str = "\n") -> FrontMatter:
    """The front matter of a note that has ``start`` characters in front of it."""
    source = f"---\n{body}\n---".replace("\n", ending)
    return read_front_matter(Span(start, start + len(source)), source)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("Walls", "text"),
        ("yes", "text"),
        ("12:30", "text"),
        ("0x10", "text"),
        ("'3'", "text"),
        ('"true"', "text"),
        ("|\n  3", "text"),
        ("3", "number"),
        ("-1.5e3", "number"),
        (".5", "number"),
        ("TRUE", "checkbox"),
        ("false", "checkbox"),
        ("2024-02-30", "date"),
        ("2024-02-30T10:00", "datetime"),
        ("2024-02-30 10:00:01Z", "datetime"),
        ("[a]", "list"),
        ("\n- a", "list"),
        ("{a: b}", "mapping"),
        ("", "empty"),
        ("~", "empty"),
        ("null", "empty"),
    ],
)
def test_a_value_is_of_the_type_that_obsidian_takes_it_for(value: str, kind: str) -> None:
    assert [item.type for item in loaded(f"x: {value}").properties] == [PropertyType(kind)]


def test_a_property_has_the_place_of_its_key_and_its_strings() -> None:
    body = "up: x\nwalls: [1, [a], b, '']"
    assert loaded(body, start=1).properties == (
        Property("up", Span(5, 7), PropertyType.TEXT, ("x",)),
        Property("walls", Span(11, 16), PropertyType.LIST, ("1", "b")),
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_places_are_those_of_the_note_however_lines_end(ending: str) -> None:
    source = f"---{ending}a: b{ending}c: d{ending}---"
    spans = [item.span for item in loaded("a: b\nc: d", ending=ending).properties]
    assert [source[start:end] for start, end in spans] == ["a", "c"]


@pytest.mark.parametrize(
    ("body", "aliases"),
    [
        ("aliases: [a, b]", ("a", "b")),
        ("aliases: a", ("a",)),
        ("alias: a", ("a",)),
        ("alias: a\naliases: b", ("b",)),
        ("aliases:", ()),
        ("x: a", ()),
        ("- aliases", ()),
    ],
)
def test_aliases_are_a_list_or_one(body: str, aliases: tuple[str, ...]) -> None:
    assert loaded(body).aliases == aliases


@pytest.mark.parametrize(
    ("body", "offset"), [("a: [", 7), ("a: *x", 7), ("a: b: c", 8), ("\x01", 4), ("a: @b", 7)]
)
def test_what_is_no_yaml_says_where_it_breaks_off(body: str, offset: int) -> None:
    for start in (0, 1):
        found = loaded(body, start)
        assert found.error is not None
        assert found.error[0] == start + offset
        assert found.properties == ()


def test_brackets_may_nest_but_not_without_end() -> None:
    assert loaded(f"a: {'[' * 100}{']' * 100}").error is None
    assert loaded(f"a: {'[' * 100_000}").error == (4, "it is nested too deeply; make it flatter")


@given(st.text("ab:[]{}'\"-#&*!|> \n\t%@", max_size=20))
def test_front_matter_is_broken_where_yaml_says_so(body: str) -> None:
    found = loaded(body)
    try:
        yaml.compose(f"{body}\n", Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        assert found.error is not None
        assert 4 <= found.error[0] <= 4 + len(body)
    else:
        assert found.error is None


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ('up: "[[a]]"', ["[[a]]"]),
        ("up: ['[[a|b]]', \"![[c]]\"]", ["[[a|b]]", "![[c]]"]),
        ('up: "[[a]]"\nx: [', ["[[a]]"]),
        ("up: [[a]]", []),
        ("up: |\n  [[a]]", []),
        ('up: "see [[a]]"', []),
        ('up: "[[\\x61]]"', []),
        ("up: '[[it''s]]'", []),
    ],
)
def test_a_link_is_what_stands_alone_in_quotes(source: str, links: list[str]) -> None:
    found = list(quoted_links(source))
    assert [link for _, link in found] == links
    assert all(source[offset:].startswith(link) for offset, link in found)
