"""What stands under the cursor: the smallest of its kind."""

from __future__ import annotations

import pytest

from notelint.notes import read_note
from notelint.server.cursor import allowed_at, definition_at, heading_at, link_at, reference_at

NOTE = read_note(
    "a.md",
    "# One [[b]]\n\nx[^1] [![[p.png]]](c.md)\n\n[^1]: [[d]] %% notelint: allow ligature %%\n",
)


@pytest.mark.parametrize(
    ("offset", "target"), [(5, None), (6, "b"), (11, "b"), (20, "p.png"), (33, "c.md"), (50, "d")]
)
def test_the_link_at_a_place(offset: int, target: str | None) -> None:
    link = link_at(NOTE, offset)
    assert (link.target if link else None) == target


def test_headings_references_definitions_and_allows() -> None:
    assert (heading_at(NOTE, 0), heading_at(NOTE, 12)) == (0, None)
    found = reference_at(NOTE, 15)
    assert found is not None
    assert NOTE[found.span] == "[^1]"
    defined = definition_at(NOTE, NOTE.text.content.index("[^1]:"))
    assert defined is not None
    allowed = allowed_at(NOTE, NOTE.text.content.index("ligature") + 2)
    assert allowed is not None
    assert allowed.name == "ligature"
    assert reference_at(NOTE, 0) is definition_at(NOTE, 0) is allowed_at(NOTE, 0) is None
