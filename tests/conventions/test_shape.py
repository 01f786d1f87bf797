"""What a note is by its kind."""

from __future__ import annotations

import pytest

from notelint.conventions import Conventions, HeadingPattern, Kind, Role, Slot, When
from notelint.notes import read_note

STEPS = Slot(HeadingPattern("Steps"), role=Role.SYNTHESIS)
RECIPE = Kind("recipe", When(path="recipes/"), (STEPS, Slot(HeadingPattern("Things"))), depth=1)
SOUP = Kind("soup", When(path="soup.md"), ())

NOTE = "# Steps\n- Cook.\n## Steps\n# Salt\n# THINGS\n# Steps\n"


def test_each_section_of_the_depth_has_its_slot_in_order() -> None:
    shape = Conventions((RECIPE,)).shape(read_note("recipes/bread.md", NOTE))
    assert shape is not None
    assert [(section.name, slot) for section, slot in shape.placed] == [
        ("Steps", STEPS),
        ("Salt", None),
        ("THINGS", RECIPE.slots[1]),
        ("Steps", STEPS),
    ]
    starts = [section.heading.start for section in shape.sections(Role.SYNTHESIS)]
    assert starts == [0, NOTE.rindex("# Steps")]
    assert shape.in_slot(STEPS) == shape.sections(Role.SYNTHESIS)
    assert shape.sections(Role.SOURCE) == ()


@pytest.mark.parametrize(
    ("kinds", "path", "name"),
    [
        ((RECIPE, SOUP), "recipes/soup.md", "recipe"),
        ((SOUP, RECIPE), "recipes/soup.md", "soup"),
        ((RECIPE, SOUP), "soup.md", "soup"),
        ((RECIPE, SOUP), "bread.md", None),
        ((), "soup.md", None),
    ],
)
def test_a_note_is_of_the_first_kind_that_holds(
    kinds: tuple[Kind, ...], path: str, name: str | None
) -> None:
    shape = Conventions(kinds).shape(read_note(path, NOTE))
    assert (shape and shape.kind.name) == name


def test_home_pages_may_be_called_otherwise() -> None:
    note = read_note("a.md", "## References\n\n[^1]: [[Book: Walls]]\n")
    assert Conventions().shape(note) is None
    assert Conventions(home_pages=("Book: *",)).shape(note) is not None
