"""The notes with links to a file: none is missed, however its links are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.desks import session_at
from support.quoting import BIOLOGY, asked

from notelint.server.linking import Goal, goal_of, links_to, notes_linking

WALL = "terms/cell wall.md"


def test_a_goal_is_a_file_and_a_place_there(tmp_path: Path) -> None:
    text = (
        "[[cell wall]] [[cell wall#Synthesis]] [[cell wall#^HELD]] [[cell wall#[^1]]] [[#own]]"
        " [[gone]] [x](https://e.org) [[cell wall#no]]¦\n# own\n"
    )
    desk = asked(tmp_path, "new.md", text).desk
    note = desk.notes["new.md"].note
    assert [goal_of(desk.vault, note, link) for link in note.facts.all_links] == [
        *(Goal(WALL), Goal(WALL, 1), Goal(WALL, "^held"), Goal(WALL, "[^1"), Goal("new.md", 0)),
        *(None, None, Goal(WALL)),
    ]


def test_links_in_code_are_none(tmp_path: Path) -> None:
    desk = asked(tmp_path, WALL).desk
    found = [(note.path, note[link.span]) for note, link in links_to(desk, Goal(WALL))]
    assert found == [
        ("plain.md", "[[terms/cell wall#Source 1]]"),
        ("plain.md", "[[cell wall#Cell wall#Synthesis]]"),
        ("terms/enzyme.md", "[[cell wall]]"),
        ("terms/enzyme.md", "[[Cell Wall#Synthesis|its use]]"),
        ("terms/enzyme.md", "[[cell wall#^held]]"),
        ("terms/enzyme.md", "[It](cell%20wall.md#synthesis)"),
        ("terms/enzyme.md", "[again](<../terms/cell wall.md>)"),
    ]


def test_links_to_a_place_are_those_that_reach_it(tmp_path: Path) -> None:
    desk = asked(tmp_path, WALL).desk
    assert [note[link.span] for note, link in links_to(desk, Goal(WALL, 1))] == [
        "[[cell wall#Cell wall#Synthesis]]",
        "[[Cell Wall#Synthesis|its use]]",
        "[It](cell%20wall.md#synthesis)",
    ]


@pytest.mark.parametrize(
    "link",
    [
        f"[x](<{BIOLOGY}>)",
        "[x](<../home/(Home%20Page) A Dictionary of Biology 8th Edition by Oxford Reference.md>)",
        "[x](%28Home%20Page%29%20A%20Dictionary%20of%20Biology%208th%20Edition%20by%20Oxford%20"
        "Reference.md)",
    ],
)
def test_a_name_that_a_summary_has_only_in_part_is_looked_for_in_the_text(
    link: str, tmp_path: Path
) -> None:
    session = session_at(
        tmp_path, {BIOLOGY: "", "x/new.md": link + "\n", "other.md": "[a](b.md)\n"}
    )
    assert [note.path for note in notes_linking(session.desk, BIOLOGY)] == [BIOLOGY, "x/new.md"]


def test_for_places_only_notes_with_links_to_places_are_read(tmp_path: Path) -> None:
    texts = {"a.md": "# A\n", "b.md": "[[a]]\n", "c.md": "[[a#A]]\n", "d.md": "[x](<a.md#A>)\n"}
    desk = session_at(tmp_path, texts).desk
    assert [note.path for note in notes_linking(desk, "a.md")] == ["a.md", "b.md", "c.md", "d.md"]
    assert [note.path for note in notes_linking(desk, "a.md", to_places=True)] == [
        *("a.md", "c.md", "d.md"),
    ]
    assert [note.path for note in notes_linking(desk, "b.md")] == ["b.md"]
