"""What has a name that can be another, and how that is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.quoting import asked

from notelint.server.named import Named, named_at

WALL, ENZYME = "terms/cell wall.md", "terms/enzyme.md"


def named(root: Path, path: str, drawn: str) -> tuple[str, str] | None:
    at = asked(root, path, drawn)
    note = at.desk.notes[path].note
    found: Named | None = named_at(at.desk, note, at.desk.positions(note).offset(at.place))
    return found and (note[found.span], found.name)


@pytest.mark.parametrize(
    ("path", "drawn", "name"),
    [
        (WALL, "## Synth¦esis", ("Synthesis", "Synthesis")),
        (WALL, "## Sour¦ce[^1]", ("Source[^1]", "Source[^1]")),
        (WALL, "Source[^¦1]", ("1", "1")),
        (WALL, "[^1¦]: [[", ("1", "1")),
        (WALL, "p¦. 3", None),
        (ENZYME, "[[cell¦ wall]]", ("cell wall", "cell wall")),
        (ENZYME, "[[Cell Wall#Syn¦thesis|its use]]", ("Synthesis", "Synthesis")),
        (ENZYME, "[[Ce¦ll Wall#Synthesis|its use]]", ("Cell Wall", "cell wall")),
        (ENZYME, "[[Cell Wall#Synthesis|its¦ use]]", None),
        (ENZYME, "[[cell wall#^he¦ld]]", None),
        (ENZYME, "[It](cell%20wa¦ll.md#synthesis)", ("cell%20wall.md", "cell wall")),
        (ENZYME, "[[no¦where]]", None),
        ("plain.md", "[[#T¦op]]", ("Top", "Top")),
        (WALL, "A lay¦er", None),
        ("new.md", "# One ¦two #\n", ("One two", "One two")),
        ("new.md", "One\ntwo¦\n===\n", ("One\ntwo", "One\ntwo")),
    ],
)
def test_what_is_named_at_a_place(
    path: str, drawn: str, name: tuple[str, str] | None, tmp_path: Path
) -> None:
    assert named(tmp_path, path, drawn) == name
