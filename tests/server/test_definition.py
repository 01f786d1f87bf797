"""From what is written to what it means."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import LocationLink
from support.quoting import BIOLOGY, NOTES, asked

from notelint.server.definition import definition
from notelint.server.uris import path_of

WALL, ENZYME = "terms/cell wall.md", "terms/enzyme.md"


def led(root: Path, path: str, drawn: str) -> list[tuple[str, str]] | None:
    """The files that a place leads to, and the line there."""
    at = asked(root, path, drawn)
    found = definition(at.desk, at.path, at.place)
    if found is None:
        return None
    told = []
    for item in found:
        assert not isinstance(item, LocationLink)
        file = path_of(item.uri)
        assert file is not None
        name = file.relative_to(root).as_posix()
        lines = NOTES[name].split("\n")
        told.append((name, lines[item.range.start.line]))
    return told


@pytest.mark.parametrize(
    ("path", "drawn", "to"),
    [
        (WALL, "holds.[^¦1]", [(WALL, NOTES[WALL].split("\n")[16])]),
        (WALL, "## Sour¦ce[^2]", [(WALL, NOTES[WALL].split("\n")[17])]),
        (WALL, "Source[¦^2]", [(WALL, NOTES[WALL].split("\n")[17])]),
        (WALL, "[¦^1]: ", [(BIOLOGY, "# Biology")]),
        (WALL, "p¦. 3", [(BIOLOGY, "# Biology")]),
        (WALL, "[[(Home Page) A Dict¦ionary of Biology", [(BIOLOGY, "# Biology")]),
        (WALL, "[^2]: [[(Home¦", []),
        (WALL, "[[enzyme#P¦arts]]", [(ENZYME, "## Parts")]),
        (ENZYME, "[[cell¦ wall]]", [(WALL, "---")]),
        (ENZYME, "[[Cell Wall#Synthesis|its¦ use]]", [(WALL, "## Synthesis")]),
        (ENZYME, "#^he¦ld]]", [(WALL, "- 🙂 It holds.[^1] ^held")]),
        (ENZYME, "[It](cell%20wall.md#s¦ynthesis)", [(WALL, "## Synthesis")]),
        (ENZYME, "![[fig¦ure.png]]", [("figure.png", "")]),
        (ENZYME, "[[no¦where]]", []),
        ("plain.md", "[[#T¦op]]", [("plain.md", "# Top\r")]),
        (WALL, "## Synth¦esis", None),
        (WALL, "A lay¦er", None),
        (WALL, "[x](https://exa¦mple.org)", []),
    ],
)
def test_where_it_leads(
    path: str, drawn: str, to: list[tuple[str, str]] | None, tmp_path: Path
) -> None:
    assert led(tmp_path, path, drawn) == to


def test_an_editor_that_shows_from_where_is_told(tmp_path: Path) -> None:
    at = asked(tmp_path, WALL, "🙂 It holds.[^¦1]", shows_links=True)
    found = definition(at.desk, at.path, at.place)
    assert found
    [link] = found
    assert isinstance(link, LocationLink)
    assert link.origin_selection_range is not None
    assert (link.origin_selection_range.start.character, link.target_range.start.line) == (14, 16)
