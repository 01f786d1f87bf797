"""The YAML on top of a note: its properties as Obsidian takes them, and where it breaks off."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from notelint.notes import Property, PropertyType
from notelint.notes.front_matter import FrontMatter, quoted_links, read_front_matter
from notelint.values import Span


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
