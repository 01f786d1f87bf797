"""The empty section of a kind: where it belongs, and what is written there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notelint.authoring import Note, Shape, Slot, place_of, skeleton
from notelint.conventions import Conventions, HeadingPattern, Kind, Role, When
from notelint.notes import read_note
from notelint.values import Applicability, Effect, apply_edits

ONE, TWO = Slot(HeadingPattern("One")), Slot(HeadingPattern("Two[^n]"), most=None)
LAST = Slot(HeadingPattern("Last"), is_last=True, role=Role.REFERENCES)
LISTED = Kind("listed", When(path="*"), (ONE, TWO, LAST))


def shaped(content: str, kind: Kind = LISTED) -> tuple[Note, Shape]:
    note = read_note("note.md", content)
    shape = Conventions((kind,)).shape(note)
    assert shape is not None
    return note, shape


def written(content: str, slot: Slot, lacking: int = 1) -> str | None:
    note, shape = shaped(content)
    fix = skeleton(note, shape, slot, lacking)
    return fix and apply_edits(content, fix.edits)


@pytest.mark.parametrize(
    ("content", "slot", "name"),
    [
        ("## Two\n## Last\n", ONE, "Two"),
        ("## One\n## Last\n", TWO, "Last"),
        ("## One\n## Two\n## Two\n## Last\n", TWO, "Last"),
        ("## One\n## Other\n## Last\n", TWO, "Last"),
        ("## Two\n## One\n", TWO, None),
        ("## One\n## Two\n", LAST, None),
        ("## Last\n## Two\n", ONE, "Last"),
        ("## Other\n", ONE, None),
    ],
)
def test_a_section_belongs_before_those_of_later_slots(
    content: str, slot: Slot, name: str | None
) -> None:
    place = place_of(shaped(content)[1], slot)
    assert (place and place.name) == name


@pytest.mark.parametrize(
    ("content", "slot", "lacking", "expected"),
    [
        ("## Last\n", ONE, 1, "## One\n- \n## Last\n"),
        ("## One\n- a\n", LAST, 1, "## One\n- a\n## Last\n"),
        ("## One\n- a", LAST, 1, "## One\n- a\n## Last"),
        ("## One\n\n- a\n\n## Two[^7]\n", LAST, 1,
         "## One\n\n- a\n\n## Two[^7]\n\n## Last\n\n[^7]: \n"),
        ("## One\n## Last\n", TWO, 2,
         "## One\n## Two[^1]\n- \n## Two[^2]\n- \n## Last\n\n[^1]: \n[^2]: \n"),
        ("## One[^2]\n## Last\n[^a]: b\n", TWO, 3,
         "## One[^2]\n## Two[^a]\n- \n## Two[^1]\n- \n## Two[^3]\n- \n## Last\n"
         "[^a]: b\n[^1]: \n[^3]: \n"),
        ("## One\r\n## Two\r\n", LAST, 1, "## One\r\n## Two\r\n## Last\r\n"),
    ],
)  # fmt: skip
def test_what_is_lacking_is_written_as_the_template_has_it(
    content: str, slot: Slot, lacking: int, expected: str
) -> None:
    assert written(content, slot, lacking) == expected


def test_what_is_written_is_declared_and_not_safe() -> None:
    note, shape = shaped("## One\n## Last\n")
    for lacking, title in ((1, "write `## Two[^1]`"), (2, "write 2 `## Two[^1]`")):
        fix = skeleton(note, shape, TWO, lacking)
        assert fix is not None
        assert (fix.title, fix.applicability) == (title, Applicability.UNSAFE)
        assert fix.effects == {Effect.ADDITIONS}


def test_nothing_is_written_into_code_that_nothing_closes() -> None:
    assert written("## One\n```\nx\n", LAST) is None
    assert written("## Two[^1]\n```\nx\n", ONE) == "## One\n- \n## Two[^1]\n```\nx\n"


@pytest.mark.parametrize("words", ["Part *", "Part ?", "Part [12]"])
def test_a_heading_that_is_not_given_to_the_letter_is_not_written(words: str) -> None:
    slot = Slot(HeadingPattern(words))
    note, shape = shaped("x\n", replace(LISTED, slots=(slot,)))
    assert skeleton(note, shape, slot, 1) is None
