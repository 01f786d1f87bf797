"""Where links lead: files and places in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.quoting import NOTES, asked

from notelint.notes import Subpath, read_note
from notelint.server.targets import Target, block_in, blocks_of, locations, place_in, target_of
from notelint.values import Span

NOTE = read_note(
    "a.md", "# One\n\nx ^Id-1\n\n```\ny ^code\n```\n\n- z ^two  \n\n[^a]: b\n\nw[^a] ^not here\n"
)


def test_the_blocks_of_a_note_are_those_that_links_reach() -> None:
    assert [(name, NOTE[span]) for name, span in blocks_of(NOTE)] == [
        ("Id-1", "x ^Id-1"),
        ("two", "- z ^two  "),
    ]
    assert block_in(NOTE, "id-1") == Span(7, 14)
    assert block_in(NOTE, "code") is None


@pytest.mark.parametrize(
    ("target", "there"),
    [("#One", "# One"), ("#^two", "- z ^two  "), ("#[^a]", "[^a]:"), ("#no", None)],
)
def test_a_place_in_a_note(target: str, there: str | None) -> None:
    span = place_in(NOTE, Subpath.read(target))
    assert (None if span is None else NOTE[span]) == there


def test_a_place_that_is_not_there_is_the_start_of_the_file(tmp_path: Path) -> None:
    desk = asked(
        tmp_path, "new.md", "[[enzyme#no]] [[gone]] [x](https://e.org) [[figure.png]]¦"
    ).desk
    note = desk.notes["new.md"].note
    assert [target_of(desk, note, link) for link in note.facts.all_links] == [
        Target("terms/enzyme.md"),
        None,
        None,
        Target("figure.png"),
    ]


def test_targets_are_locations_for_the_editor(tmp_path: Path) -> None:
    desk = asked(tmp_path, "new.md", "¦").desk
    start = NOTES["terms/enzyme.md"].index("[[cell")
    targets = [Target("terms/enzyme.md", Span(start, start + 13)), Target("terms/enzyme.md")]
    places = list(locations(desk, [*targets, Target("figure.png"), Target("gone.md", Span(1, 2))]))
    assert [(Path(place.uri).name, place.range.start.line) for place in places] == [
        *(("enzyme.md", 3), ("enzyme.md", 0), ("figure.png", 0), ("gone.md", 0)),
    ]
