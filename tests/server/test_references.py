"""All places that mean the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.quoting import asked

from notelint.server.references import references
from notelint.server.uris import path_of

WALL, ENZYME = "terms/cell wall.md", "terms/enzyme.md"


def found(root: Path, path: str, drawn: str, with_declaration: bool = False) -> list[str] | None:
    at = asked(root, path, drawn)
    places = references(at.desk, at.path, at.place, with_declaration)
    if places is None:
        return None
    names = []
    for place in places:
        file = path_of(place.uri)
        assert file is not None
        names.append(f"{file.stem}:{place.range.start.line}")
    return names


@pytest.mark.parametrize(
    ("path", "drawn", "places"),
    [
        (WALL, "holds.[^¦1]", ["cell wall:6", "cell wall:8"]),
        (WALL, "[¦^1]: [[", ["cell wall:6", "cell wall:8"]),
        (WALL, "## Synth¦esis", ["plain:0", "enzyme:3", "enzyme:5"]),
        (WALL, "## Sour¦ce[^1]", ["plain:0"]),
        (WALL, "[[enzyme#P¦arts]]", ["cell wall:9"]),
        (ENZYME, "## Par¦ts", ["cell wall:9"]),
        (ENZYME, "[[cell wall#^he¦ld]]", ["enzyme:3"]),
        (ENZYME, "![[fig¦ure.png]]", ["enzyme:5"]),
        ("plain.md", "# T¦op", ["plain:0"]),
        (ENZYME, "# Enzy¦me", ["cell wall:9"]),
        (ENZYME, "[[no¦where]]", []),
        (WALL, "A lay¦er", None),
        (WALL, "¦---", ["plain:0", "plain:0", *["enzyme:3"] * 3, *["enzyme:5"] * 2]),
    ],
)
def test_the_places_that_mean_the_same(
    path: str, drawn: str, places: list[str] | None, tmp_path: Path
) -> None:
    assert found(tmp_path, path, drawn) == places


@pytest.mark.parametrize(
    ("path", "drawn", "first"),
    [
        (WALL, "## Synth¦esis", "cell wall:5"),
        (ENZYME, "[[cell wall#^he¦ld]]", "cell wall:6"),
        (WALL, "holds.[^¦1]", "cell wall:6"),
    ],
)
def test_what_they_mean_is_one_of_them_where_that_is_asked_for(
    path: str, drawn: str, first: str, tmp_path: Path
) -> None:
    without, places = found(tmp_path, path, drawn), found(tmp_path, path, drawn, True)
    assert places
    assert without is not None
    assert (places[0], len(places)) == (first, len(without) + 1)
