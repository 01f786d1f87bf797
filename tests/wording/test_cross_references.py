"""Where a dictionary refers to other entries, and to which."""

from __future__ import annotations

import pytest

from notelint.notes import read_note
from notelint.wording import cues_in, references_behind

NAMES = {"cell", "hybrid zone", "heart and lung machine", "tissue", "dna", "wall"}


def named(text: str) -> list[str]:
    note = read_note("a.md", text)

    def find(name: str) -> tuple[str, ...]:
        return (f"{name.lower()}.md",) if name.lower() in NAMES else ()

    return [
        note[reference.span]
        for cue in cues_in(note, ("see", "compare"))
        for reference in references_behind(note, cue, find)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See cell, tissue; wall and DNA.", ["cell", "tissue", "wall", "DNA"]),
        ("See cell and others, see also tissue.", []),
        ("See CELL and others, see also TISSUE.", ["CELL", "TISSUE"]),
        ("See the heart, CELL.", ["CELL"]),
        ("See heart and lung machine and cell.", ["heart and lung machine", "cell"]),
        ("Text (compare with *cell*), x; see also: wall", ["cell", "wall"]),
        ("We see cell. Seeing cell. To compare CELL.", []),
        ("- [ ] see HYBRID ZONE in a wall; see HYBRID ZONES.", ["HYBRID ZONE"]),
        ("See cell; see cell; see cell", ["cell"] * 3),
        ("See\ncell. See", []),
    ],
)
def test_a_list_goes_on_as_long_as_it_names_something(text: str, expected: list[str]) -> None:
    assert named(text) == expected
