"""The tree of a note, as an outline and as plain data."""

from __future__ import annotations

from hypothesis import given, settings
from support.notes import notes

from notelint.markdown import Node, parse
from notelint.report import as_object, lines


@settings(deadline=None)
@given(notes())
def test_both_forms_tell_every_node_in_order(text: str) -> None:
    root = parse(text).root
    todo, told = [as_object(root)], []
    while todo:
        node = todo.pop()
        todo += reversed(node["children"])
        told.append(f"{node['type']} {node['start']}:{node['end']}")
    assert told == [f"{node.type} {node.start}:{node.end}" for node in root.walk()]
    assert [" ".join(line.split()[:2]) for line in lines(root)] == told


def test_what_is_a_place_in_the_note_is_not_told() -> None:
    node = Node("link", 0, 9, (), {"url": "u", "destination": (4, 5), "title": None})
    assert as_object(node) == {
        "type": "link", "start": 0, "end": 9, "children": [], "url": "u", "title": None,
    }  # fmt: skip
    assert list(lines(node)) == ["link 0:9 url='u' title=None"]


def test_a_long_value_is_cut_for_people() -> None:
    [short] = lines(Node("text", 0, 58, (), {"value": "a" * 58}))
    [long] = lines(Node("text", 0, 59, (), {"value": "a" * 59}))
    assert short == f"text 0:58 value='{'a' * 58}'"
    assert long == f"text 0:59 value='{'a' * 58}…"


def test_no_line_of_the_outline_is_broken_by_what_it_tells() -> None:
    [line] = lines(Node("code", 0, 3, (), {"value": "a\n\x1b"}))
    assert line == "code 0:3 value='a\\n\\x1b'"
