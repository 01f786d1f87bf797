"""Labels in formulas, and the places where a dictionary prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.conventions import LabelPlace, Standing, by_letters, label_letters

LABELS = ("n", "vb", "adj", "pl")
FONTS = ("{}", "\\mathrm{{{}}}", "\\text{{{}}}", "\\mathit{{~{}}}", "\\operatorname {{{}}}")


@given(
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12),
    st.sampled_from(FONTS),
    st.booleans(),
)
def test_letters_are_read_whatever_their_font_and_spacing(
    letters: str, font: str, is_stopped: bool
) -> None:
    stop = " ." if is_stopped else ""
    for blank in ("", " "):
        formula = font.format(blank.join(letters)) + stop
        assert label_letters(formula) == (letters, is_stopped)


@pytest.mark.parametrize(
    "formula", ["", "N", "n^2", "n_1", "2", "n+m", "\\mathcal{n}", "\\alpha", "v  b", ".", "é"]
)
def test_what_is_no_letters_is_no_label(formula: str) -> None:
    assert label_letters(formula) is None


def test_labels_are_found_by_their_bare_letters() -> None:
    assert by_letters(["vb. tr.", "v.t", "Abbr."]) == {
        "vbtr": "vb. tr.",
        "vt": "v.t",
        "abbr": "Abbr.",
    }


def test_nothing_before_it_is_the_start_of_a_sense() -> None:
    assert LabelPlace("", " A wall.").standing("n", LABELS, []) is Standing.START
    assert LabelPlace("", " A wall.", is_whole=False).standing("n", LABELS, []) is None


@given(
    st.text(max_size=300),
    st.text(max_size=300),
    st.booleans(),
    st.sampled_from(LABELS),
    st.lists(st.text()),
)
def test_any_place_has_an_answer(
    before: str, behind: str, is_whole: bool, letters: str, names: list[str]
) -> None:
    LabelPlace(before, behind, is_whole).standing(letters, LABELS, names)


@pytest.mark.parametrize(
    ("before", "letters", "behind"),
    [
        ("It holds. enclosed ", "adj", " Of walls"),
        ("It holds. wallist ", "n", " One of them"),
        ("It holds. mason ", "n", " enclosed $a d j$."),
        ("It holds. enclosed $a d j$. mason ", "n", ""),
        ("It holds. ", "vb", " To build"),
    ],
)
def test_a_derived_form_begins_behind_a_sentence(before: str, letters: str, behind: str) -> None:
    assert LabelPlace(before, behind).standing(letters, LABELS, ["wallism"]) is Standing.WORD
    cut = before.replace("holds. ", "holds e.g. ").replace("$a d j$. ", "of ")
    assert LabelPlace(cut, " is so").standing(letters, LABELS, ["wallism"]) is None
