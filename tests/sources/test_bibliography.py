"""What a vault cites, as plain values."""

from __future__ import annotations

import pytest

from notelint.sources import Bibliography, CitedWork, Edition, Uses


def work(*editions: str | None, publisher: str | None = "Brick") -> CitedWork:
    cited = tuple(Edition(name, Uses(), ()) for name in editions)
    return CitedWork("A Book of Walls", publisher, Uses(), cited)


@pytest.mark.parametrize(
    ("publisher", "name"), [("Brick", "A Book of Walls by Brick"), (None, "A Book of Walls")]
)
def test_a_work_is_called_by_its_publisher_too(publisher: str | None, name: str) -> None:
    assert work(publisher=publisher).name == name


@pytest.mark.parametrize(
    ("editions", "is_mixed"),
    [
        (("1st", "2nd"), True),
        (("1st", None, "2nd"), True),
        (("1st", None), False),
        (("1st",), False),
        ((), False),
    ],
)
def test_two_editions_that_have_names_are_mixed(
    editions: tuple[str | None, ...], is_mixed: bool
) -> None:
    cited = work(*editions)
    assert cited.is_mixed is is_mixed
    assert Bibliography(works=(work(), cited)).mixed == ((cited,) if is_mixed else ())


def test_what_most_notes_cite_ranks_lowest_then_most_sections_then_definitions() -> None:
    in_order = [Uses(2, 2, 2), Uses(1, 3, 3), Uses(1, 2, 4, 2), Uses(1, 2, 3, 0), Uses()]
    assert sorted([*in_order[3:], *in_order[:3]], key=lambda uses: uses.rank) == in_order
